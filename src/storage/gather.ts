import { setImmediate } from 'node:timers/promises';

/** Calls that are answered together. */
export interface Gather<I, O> {
  readonly add: (item: I) => Promise<O>;
  /** Resolves when nothing is waiting or under way. */
  readonly idle: () => Promise<void>;
}

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (result: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answer all calls made in one turn of the event loop, or while the last batch was under way, by one call of `work`.
 *
 * `work` returns one result an item, in order. When it rejects, every call in its batch rejects with the same error.
 */
export function createGather<I, O>(work: (items: readonly I[]) => Promise<readonly O[]>): Gather<I, O> {
  let waiting: Waiting<I, O>[] = [];
  let running: Promise<void> | undefined;

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      await setImmediate();
      const batch = waiting;
      waiting = [];
      await settle(batch, work);
    }
    running = undefined;
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= flush();
      }),
    idle: async () => {
      while (running) await running;
    },
  };
}

async function settle<I, O>(
  batch: readonly Waiting<I, O>[],
  work: (items: readonly I[]) => Promise<readonly O[]>,
): Promise<void> {
  try {
    const results = [...(await work(batch.map(({ item }) => item)))];
    if (results.length !== batch.length) throw new RangeError(`${results.length} results for ${batch.length} calls`);
    for (const [index, result] of results.entries()) {
      batch[index]?.resolve(result);
      // One a turn: what goes on from a result sends its next request before the others prepare theirs, so that
      // a crowd of scenes spreads out after its first step instead of waiting for each other at every one.
      await setImmediate();
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
