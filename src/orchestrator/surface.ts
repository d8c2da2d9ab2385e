import type { Story } from '../agents/index.ts';
import type { Outline, SceneCard } from '../bibles/index.ts';
import { findEchoes, type SurfaceScene, surfaceScene, usedRuns } from '../rewrite/index.ts';
import { PlanMiss, type Run } from '../steps/index.ts';
import { beforeSurface, blocksOf, type Draft, elementsOf } from './draft.ts';
import { type MadeScene, slotsOf } from './write-scene.ts';

/** What the surface pass makes of a scene: another draft, or why there is none. */
export type Surfaced = { readonly draft: Draft } | { readonly error: unknown };

/** The scenes of a script as they stand. */
export interface Standing {
  /** Those that were made now, and may be changed. */
  readonly made: ReadonlyMap<string, MadeScene>;
  /** Those that are left as they are, a person's text among them: read, and never changed. */
  readonly left?: ReadonlyMap<string, Draft> | undefined;
}

/**
 * Go over all scenes that are written, as one script: what it says again and again is said in other words, once, by the
 * scenes that come later. Only the lines that are found are asked for, and nobody is asked where none is. A scene that
 * fails keeps the draft it has.
 */
export async function surfaceScript(
  run: Run,
  story: Story,
  { made, left = new Map() }: Standing,
): Promise<ReadonlyMap<string, Surfaced>> {
  const { cards } = story.outline;
  const scenes = cards.flatMap((card): readonly SurfaceScene[] => {
    const draft = left.get(card.id);
    const text = draft === undefined ? [] : elementsOf(beforeSurface(draft).blocks);
    const { elements, keep } = made.get(card.id) ?? { elements: text, keep: [] };
    return [{ id: card.id, elements, keep, allowed: wordsOf(card, story.outline) }];
  });
  const names = story.bible.entries.flatMap(({ kind, name, aliases }) =>
    kind === 'character' ? [name, ...aliases] : [],
  );
  const echoes = findEchoes(scenes, names);
  const used = usedRuns(scenes, names);
  const asked = await Promise.all(
    cards.map(async (card, place): Promise<readonly [string, Surfaced] | undefined> => {
      const scene = made.get(card.id);
      const own = echoes.get(card.id) ?? [];
      if (scene === undefined || own.length === 0) return undefined;
      const { draft, elements, keep } = scene;
      try {
        const stage = { story, card, take: 0, elements };
        const after = await surfaceScene({ ...run, priority: place }, stage, { echoes: own, keep, used });
        return [card.id, { draft: surfaced(run, card, draft, after) }];
      } catch (error) {
        // A plan goes on to the next scene; what is missing is in the list.
        if (error instanceof PlanMiss) return undefined;
        return [card.id, { error }];
      }
    }),
  );
  return new Map(asked.filter((one) => one !== undefined));
}

function surfaced(
  run: Run,
  card: SceneCard,
  draft: Draft,
  { elements, decisions }: Awaited<ReturnType<typeof surfaceScene>>,
): Draft {
  const { blocks, keys } = draft;
  return {
    ...draft,
    blocks: blocksOf(card, elements),
    keys: slotsOf(run, card.id).map(({ key }) => key),
    decisions: [...draft.decisions, ...decisions],
    base: { blocks, keys, decisions: draft.decisions },
  };
}

/** What a scene may say whoever says it too: the words of its card, and what is planted. */
function wordsOf(card: SceneCard, { plan }: Outline): readonly string[] {
  const { goal, opposition, beats, synopsis, image = '', learns, uses = [] } = card;
  const plants = plan?.plants.map(({ what }) => what) ?? [];
  return [goal, opposition, ...beats, synopsis, image, ...[...learns, ...uses].map(({ fact }) => fact), ...plants];
}
