import { openProject, type RunEvent } from '../src/index.ts';
import { envFor, figure, median, scratch, startFake } from './support.ts';

const LOGLINE = 'A lighthouse keeper finds the log of a ship that has not sailed yet.';
const SCENES = 40;
const ROUNDS = 3;

/**
 * How close the scene stage comes to its bound: the longest chain of dependent calls, or all the work over
 * the calls at a time, whichever is longer. Every call takes the same time on the fake server.
 */
export async function benchSchedule(): Promise<void> {
  for (const { latency, concurrency } of [
    { latency: 1000, concurrency: 1000 },
    { latency: 250, concurrency: 1000 },
    { latency: 250, concurrency: 4 },
    { latency: 1000, concurrency: 4 },
  ]) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await sceneStage(latency, concurrency));
    const { chain, calls } = rounds[0] ?? { chain: 0, calls: 0 };
    const took = median(rounds.map((round) => round.took));
    const bound = Math.max(chain, calls / concurrency) * latency;
    const limit = concurrency === 1000 ? 'unlimited' : `${concurrency} at a time`;
    figure(
      `scene stage, ${SCENES} scenes, ${calls} calls of ${latency} ms, ${limit}`,
      `${(took / 1000).toFixed(2)} s = ${(took / bound).toFixed(3)} x bound ${(bound / 1000).toFixed(2)} s (longest chain ${chain}; median of ${ROUNDS})`,
    );
  }
}

async function sceneStage(
  latency: number,
  concurrency: number,
): Promise<{ took: number; chain: number; calls: number }> {
  const fake = await startFake(latency, latency);
  const folder = scratch();
  const project = await openProject({ dir: folder.dir, env: envFor(fake), model: 'openai/fake', concurrency });
  const times = new Map<string, number>();
  const steps = new Map<string, Set<string>>();
  let calls = 0;
  try {
    await project.write({
      logline: LOGLINE,
      scenes: SCENES,
      onEvent: (event: RunEvent) => {
        if (event.type === 'stage-start') times.set(event.stage, performance.now());
        if (event.type === 'step-end' && event.scene !== undefined) {
          calls += 1;
          // The lines of one scene are asked side by side: together they are one link of its chain.
          steps.set(event.scene, (steps.get(event.scene) ?? new Set()).add(event.task));
        }
      },
    });
  } finally {
    await project.close();
    await fake.stop();
    folder.remove();
  }
  const took = (times.get('assemble') ?? 0) - (times.get('scenes') ?? 0);
  return { took, calls, chain: Math.max(...[...steps.values()].map((tasks) => tasks.size)) };
}
