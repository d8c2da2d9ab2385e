/** Runs work with at most so many pieces at a time. */
export type Limit = <T>(work: () => Promise<T>, priority?: number) => Promise<T>;

interface Waiting {
  readonly priority: number;
  readonly start: () => void;
}

/**
 * Make a limit of `concurrency` pieces of work at a time (`Infinity` for none).
 *
 * Waiting work starts by ascending `priority` (0 by default), then first come, first served:
 * with the scene's place as priority, early scenes finish first and the tail stays short.
 */
export function createLimit(concurrency: number): Limit {
  if (!(concurrency >= 1)) throw new RangeError(`concurrency must be 1 or more, not ${concurrency}`);
  const waiting: Waiting[] = [];
  let running = 0;

  const release = (): void => {
    const next = waiting.shift();
    if (next)
      next.start(); // the place is handed over, so `running` stays
    else running -= 1;
  };

  return async (work, priority = 0) => {
    if (running < concurrency) running += 1;
    else {
      await new Promise<void>((start) => {
        const after = waiting.findIndex((other) => other.priority > priority);
        waiting.splice(after === -1 ? waiting.length : after, 0, { priority, start });
      });
    }
    try {
      return await work();
    } finally {
      release();
    }
  };
}
