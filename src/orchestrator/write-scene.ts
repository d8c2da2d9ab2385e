import { runAgents, type Stage, type Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { headingOf } from '../generators/index.ts';
import { reviseScene } from '../rewrite/index.ts';
import type { Run, SlotRecord } from '../steps/index.ts';
import { blocksOf, type Draft } from './draft.ts';

/** Write one scene: the agents stage it, the dramaturge and the reviser go over it once. Reads cards and bible, never another scene's text. */
export async function writeScene(run: Run, story: Story, card: SceneCard, take = 0): Promise<Draft> {
  const stage: Stage = { story, card, take };
  const staged = await runAgents(run, stage);
  const { elements, decisions } = await reviseScene(run, { ...stage, elements: staged.elements });
  return {
    scene: card.id,
    heading: headingOf(story.bible, card),
    blocks: blocksOf(card, elements),
    keys: slotsOf(run, card.id).map((slot) => slot.key),
    model: run.models('director').model,
    decisions,
  };
}

/** The slots of a scene that were satisfied in this run, by name. */
export function slotsOf(run: Run, scene: string): readonly SlotRecord[] {
  return [...run.satisfied.values()]
    .filter(({ slot }) => slot.startsWith(`${scene}/`))
    .sort((a, b) => (a.slot < b.slot ? -1 : 1));
}
