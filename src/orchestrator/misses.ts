import type { Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { PlanMiss, type PlannedStep, type Run } from '../steps/index.ts';
import { writeScene } from './write-scene.ts';

/** What a scene would ask first, if it were written now: nothing when it is fresh. Asks nothing, whatever the run's mode. */
export async function missesOf(run: Run, story: Story, card: SceneCard): Promise<readonly PlannedStep[]> {
  const planned: PlannedStep[] = [];
  try {
    await writeScene({ ...run, mode: 'plan', planned }, story, card);
  } catch (error) {
    if (!(error instanceof PlanMiss)) throw error;
  }
  return planned;
}
