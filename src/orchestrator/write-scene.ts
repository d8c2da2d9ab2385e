import { type Agents, type Making, runAgents, type Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { type EarlierScene, headingOf, type SceneElement } from '../generators/index.ts';
import type { ChoiceDocument } from '../markup/index.ts';
import { reviseScene } from '../rewrite/index.ts';
import type { Run, SlotRecord } from '../steps/index.ts';
import { blocksOf, type Draft } from './draft.ts';

/** How a scene is written. */
export interface SceneHow {
  /** Which sample, and what the director is told; as a person chose for the scene unless given. */
  readonly choice?: ChoiceDocument | undefined;
  /** Who writes it; ScriptGen's own when absent. */
  readonly agents?: Agents | undefined;
  /** What was written before and is read, where scenes are written in order. */
  readonly earlier?: readonly EarlierScene[] | undefined;
}

/** A draft, and what the surface pass needs of it. */
export interface MadeScene {
  readonly draft: Draft;
  readonly elements: readonly SceneElement[];
  /** Exact words that must stay. */
  readonly keep: readonly string[];
}

/**
 * Write one scene: the agents stage it, the dramaturge and the reviser go over it once. Reads cards and bible; another
 * scene's text only where `earlier` gives it.
 */
export async function writeScene(run: Run, story: Story, card: SceneCard, how: SceneHow = {}): Promise<Draft> {
  return (await makeScene(run, story, card, how)).draft;
}

/** As {@link writeScene}, with its elements. */
export async function makeScene(run: Run, story: Story, card: SceneCard, how: SceneHow): Promise<MadeScene> {
  const { choice = story.markup?.choices.get(card.id), agents, earlier } = how;
  const stage: Making = { story, card, take: choice?.take ?? 0, earlier, instruction: choice?.instruction };
  const staged = await runAgents(run, stage, agents);
  const { elements, decisions, keep } = await reviseScene(run, { ...stage, elements: staged.elements }, agents);
  const draft: Draft = {
    scene: card.id,
    heading: headingOf(story.bible, card),
    blocks: blocksOf(card, elements),
    keys: slotsOf(run, card.id).flatMap(({ slot, key }) => (slot.endsWith('/surface') ? [] : [key])),
    model: run.models('director').model,
    decisions,
    ...(staged.notes.length > 0 ? { notes: staged.notes } : {}),
  };
  return { draft, elements, keep };
}

/** The slots of a scene that were satisfied in this run, by name. */
export function slotsOf(run: Run, scene: string): readonly SlotRecord[] {
  return [...run.satisfied.values()]
    .filter(({ slot }) => slot.startsWith(`${scene}/`))
    .sort((a, b) => (a.slot < b.slot ? -1 : 1));
}
