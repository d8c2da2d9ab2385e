import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { ChoiceDocument } from '../markup/index.ts';
import { PlanMiss, type Run } from '../steps/index.ts';
import { type Draft, draftsFrom } from './draft.ts';
import { earlierAsKept } from './go-through.ts';
import { makeScene } from './write-scene.ts';
import { keepDraft } from './write-scenes.ts';

/** Which take of a scene, and who writes it. */
export interface TakeHow {
  readonly choice: ChoiceDocument;
  readonly agents?: Agents | undefined;
}

/** Write a take of a scene. Nothing is kept but the answers: what the scene reads, and when it is fresh, stays as it is. */
export async function writeTake(run: Run, story: Story, card: SceneCard, { choice, agents }: TakeHow): Promise<Draft> {
  const own: Run = { ...run, satisfied: new Map() };
  return (await makeScene(own, story, card, { choice, agents, earlier: await earlierAsKept(run, story, card) })).draft;
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
