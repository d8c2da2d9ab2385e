import type { Tally } from '../../orchestrator/index.ts';
import type { Run } from '../../steps/index.ts';
import { createTally } from '../tally.ts';
import type { Wiring } from '../wiring.ts';
import type { CritiqueOptions } from './rewriting.ts';

/** Do something with a run, and count what it asks. */
export async function withRun<T>(
  { runFor }: Pick<Wiring, 'runFor'>,
  { script, how }: { readonly script: string; readonly how: CritiqueOptions },
  work: (run: Run) => Promise<T>,
): Promise<{ readonly value: T; readonly tally: Tally }> {
  const tally = createTally();
  const { run, begin, finish } = await runFor(script, 'build', {
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
