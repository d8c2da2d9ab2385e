import { type Agents, everyOne, lensCritic, type Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { briefOf, type CritiqueNote, type LensName, voicesOf } from '../generators/index.ts';
import type { Block, Screenplay } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';
import { flat, holds, speakersOf } from './accept.ts';
import type { Concern, SceneElements } from './concern.ts';
import { concernsFrom } from './notes.ts';
import type { Found } from './parts.ts';
import type { RuleNotes } from './rule-notes.ts';
import { readBlocks, type SceneBlocks } from './scene-blocks.ts';

/** A scene that stands, to be read or rewritten. */
export interface StandingScene {
  readonly story: Story;
  readonly card: SceneCard;
  /** As it reads now, without the heading. */
  readonly blocks: readonly Block[];
  /** The whole script, were this scene to read so. */
  readonly whole: (blocks: readonly Block[]) => Screenplay;
  /** What rules find in the script as it stands: looked for once for all of its scenes. */
  readonly asItStands: () => RuleNotes;
}

/** Who reads a scene. */
export interface Readers {
  readonly agents: Agents;
  /** One question for each of these; the dramaturge and the project's own critics when absent. */
  readonly lenses?: readonly LensName[] | undefined;
}

/** A scene's blocks taken apart. */
export interface OpenScene extends SceneBlocks {
  /** Who may have a line. */
  readonly voices: readonly string[];
}

/** A scene's blocks taken apart, with who may speak in it: those of its card and those who do. */
export function openScene({
  story,
  card,
  blocks,
}: StandingScene): SceneBlocks & { readonly voices: readonly string[] } {
  const voices = voicesOf(briefOf(story.bible, { outline: story.outline, card }));
  const read = readBlocks(blocks, voices);
  return { ...read, voices: [...new Set([...voices, ...speakersOf(read.elements)])] };
}

/** Everything that readers and rules find in a scene now, each with words that stand in it. */
export async function readScene(
  run: Run,
  { story, card }: StandingScene,
  { elements, rules, readers }: { elements: SceneElements; rules: RuleNotes; readers: Readers | undefined },
): Promise<Found> {
  const about = { scene: card.id };
  const byRule = (['continuity', 'form'] as const).flatMap((kind) =>
    rules[kind]
      .filter(({ scene }) => scene === card.id)
      .flatMap((note) => ruleConcern(note, { elements, ...about, source: kind === 'form' ? 'check' : 'continuity' })),
  );
  if (readers === undefined) return { concerns: byRule, keep: [] };
  const { agents, lenses } = readers;
  const stage = { story, card, take: 0, elements };
  if (lenses !== undefined) {
    const lists = await everyOne(lenses.map((lens) => lensCritic(lens)(run, stage)));
    const said = lists.flatMap((notes) => concernsFrom(notes, elements, { ...about, source: 'critic' }));
    return { concerns: [...byRule, ...said], keep: [] };
  }
  const reading = agents.dramaturge(run, stage);
  const [own, ...others] = await everyOne<readonly CritiqueNote[]>([
    reading.then(({ notes }) => notes),
    ...(agents.critics ?? []).map((critic) => critic(run, stage)),
  ]);
  return {
    concerns: [
      ...byRule,
      ...concernsFrom(own ?? [], elements, { ...about, source: 'dramaturge' }),
      ...others.flatMap((notes) => concernsFrom(notes, elements, { ...about, source: 'critic' })),
    ],
    keep: (await reading).keep,
  };
}

function ruleConcern(
  { rule, severity, message, fix = '', quote = '' }: RuleNotes['form'][number],
  { elements, scene, source }: { elements: SceneElements; scene: string; source: 'continuity' | 'check' },
): readonly Concern[] {
  if (severity === 'info' || flat(quote) === '') return [];
  const element = elements.findIndex((one) => holds(one, quote)) + 1;
  return concernsFrom([{ rule, severity, scope: 'element', element, quote, message, fix }], elements, {
    scene,
    source,
  });
}
