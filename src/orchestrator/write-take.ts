import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { ChoiceDocument } from '../markup/index.ts';
import { PlanMiss, type Run } from '../steps/index.ts';
import { type Draft, draftsFrom } from './draft.ts';
import { earlierAsKept } from './go-through.ts';
import { makeScene, slotsOf } from './write-scene.ts';
import { keepDraft } from './write-scenes.ts';

/** Which take of a scene, and who writes it. */
export interface TakeHow {
  readonly choice: ChoiceDocument;
  readonly agents?: Agents | undefined;
}

/**
 * Write a take of a scene. Only the answers are kept, with what they read under slots of the take's own: what the scene
 * reads, and whether it is fresh, stays as it is.
 */
export async function writeTake(run: Run, story: Story, card: SceneCard, { choice, agents }: TakeHow): Promise<Draft> {
  const own: Run = { ...run, satisfied: new Map() };
  const earlier = await earlierAsKept(run, story, card);
  const { draft } = await makeScene(own, story, card, { choice, agents, earlier });
  const slots = slotsOf(own, card.id).map((record) => ({ ...record, slot: `take/${choice.take}/${record.slot}` }));
  await run.journal.saveSlots(run.script, slots);
  return draft;
}

/**
 * Make the chosen take of a scene its draft, where every answer for it is in the journal; `false` where something would
 * have to be asked: the next build does that. `run` must be in plan mode.
 */
export async function putTake(run: Run, story: Story, card: SceneCard, agents?: Agents): Promise<boolean> {
  const own: Run = { ...run, satisfied: new Map(), planned: [] };
  try {
    const { draft } = await makeScene(own, story, card, { agents, earlier: await earlierAsKept(run, story, card) });
    const before = draftsFrom(await run.store.loadArtifacts(run.script)).get(card.id);
    await keepDraft(own, story, { draft, before });
    return true;
  } catch (error) {
    if (error instanceof PlanMiss) return false;
    throw error;
  }
}
