import type { Agents, Story } from '../agents/index.ts';
import type { Bible, Outline, SceneCard } from '../bibles/index.ts';
import type { Run } from '../steps/index.ts';
import type { Gone } from './go-through.ts';

/** A scene that asked nothing, and beside its story all that decides what it asks. */
interface Kept {
  readonly of: readonly unknown[];
  readonly gone: Gone;
}

/**
 * Go over a scene, unless that was done with the very same values and nothing was missing: then nothing is now, since an
 * answer that is written never changes. Only for scenes that read no other scene's text.
 */
export async function goneBefore(
  run: Run,
  story: Story,
  { card, agents }: { readonly card: SceneCard; readonly agents: Agents | undefined },
  go: () => Promise<Gone>,
): Promise<Gone> {
  const { title, logline } = story.script;
  const choice = story.markup?.choices.get(card.id);
  const { journal, prompts, models, repair, dialogue } = run;
  const of = [
    card,
    agents,
    choice?.take,
    choice?.instruction,
    journal,
    prompts,
    models,
    repair,
    dialogue,
    title,
    logline,
  ];
  const scenes = keptOf(story);
  const known = scenes.get(card.id);
  if (known?.of.every((value, at) => value === of[at])) return known.gone;
  const gone = await go();
  if (gone.misses.length === 0) scenes.set(card.id, { of, gone });
  return gone;
}

const stories = new WeakMap<Bible, WeakMap<Outline, Map<string, Kept>>>();

function keptOf({ bible, outline }: Story): Map<string, Kept> {
  const outlines = stories.get(bible) ?? new WeakMap<Outline, Map<string, Kept>>();
  stories.set(bible, outlines);
  const scenes = outlines.get(outline) ?? new Map<string, Kept>();
  outlines.set(outline, scenes);
  return scenes;
}
