import { type Agents, type Making, runAgents, type Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { type EarlierScene, headingOf } from '../generators/index.ts';
import { reviseScene } from '../rewrite/index.ts';
import type { Run, SlotRecord } from '../steps/index.ts';
import { blocksOf, type Draft } from './draft.ts';

/** How a scene is written. */
export interface SceneHow {
  /** 0, or the number of a deliberate new sample. */
  readonly take?: number | undefined;
  /** Who writes it; ScriptGen's own when absent. */
  readonly agents?: Agents | undefined;
  /** What was written before and is read, where scenes are written in order. */
  readonly earlier?: readonly EarlierScene[] | undefined;
}

/**
 * Write one scene: the agents stage it, the dramaturge and the reviser go over it once. Reads cards and bible; another
 * scene's text only where `earlier` gives it.
 */
export async function writeScene(run: Run, story: Story, card: SceneCard, how: SceneHow = {}): Promise<Draft> {
  const { take = 0, agents, earlier } = how;
  const stage: Making = { story, card, take, earlier };
  const staged = await runAgents(run, stage, agents);
  const { elements, decisions } = await reviseScene(run, { ...stage, elements: staged.elements }, agents);
  return {
    scene: card.id,
    heading: headingOf(story.bible, card),
    blocks: blocksOf(card, elements),
    keys: slotsOf(run, card.id).map((slot) => slot.key),
    model: run.models('director').model,
    decisions,
    ...(staged.notes.length > 0 ? { notes: staged.notes } : {}),
  };
}

/** The slots of a scene that were satisfied in this run, by name. */
export function slotsOf(run: Run, scene: string): readonly SlotRecord[] {
  return [...run.satisfied.values()]
    .filter(({ slot }) => slot.startsWith(`${scene}/`))
    .sort((a, b) => (a.slot < b.slot ? -1 : 1));
}
