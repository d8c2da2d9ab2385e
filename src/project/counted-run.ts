import type { Tally } from '../orchestrator/index.ts';
import type { Run } from '../steps/index.ts';
import type { RunHow } from './abilities.ts';
import { createTally } from './tally.ts';
import type { Wiring } from './wiring.ts';

/** Do something with a run that writes no script, and count what it asks. */
export async function countedRun<T>(
  { runFor }: Pick<Wiring, 'runFor'>,
  { id, how }: { readonly id: string; readonly how: RunHow },
  work: (run: Run) => Promise<T>,
): Promise<{ readonly value: T; readonly tally: Tally }> {
  const tally = createTally();
  const { run, begin, finish } = await runFor(id, 'build', {
    ...how,
    onEvent: (event) => {
      tally.count(event);
      how.onEvent?.(event);
    },
  });
  try {
    await begin();
    return { value: await work(run), tally: tally.total() };
  } finally {
    await finish();
  }
}
