import type { Settled } from './batch-settle.ts';
import type { CallPlace } from './call.ts';
import { aborted } from './run.ts';

/** Who waits for which answer, by key. One may wait for a key at a time. */
export interface BatchWaiters {
  /**
   * Wait until somebody tells.
   *
   * @throws whatever is told to have failed; `run/aborted` as soon as `stop` is aborted.
   */
  readonly wait: (key: string, place: CallPlace, stop: AbortSignal) => Promise<Settled>;
  /** Where the question stands for the one who waits; `undefined` when nobody does. */
  readonly placeOf: (key: string) => CallPlace | undefined;
  readonly tell: (key: string, settled: Settled) => void;
  readonly fail: (key: string, error: unknown) => void;
}

interface Waiter {
  readonly place: CallPlace;
  readonly resolve: (settled: Settled) => void;
  readonly reject: (error: unknown) => void;
}

/** Let callers wait for answers that come from elsewhere. */
export function createWaiters(): BatchWaiters {
  const waiters = new Map<string, Waiter>();
  const take = (key: string): Waiter | undefined => {
    const waiter = waiters.get(key);
    waiters.delete(key);
    return waiter;
  };
  const fail = (key: string, error: unknown): void => take(key)?.reject(error);
  return {
    wait: async (key, place, stop) => {
      if (stop.aborted) throw aborted();
      const onStop = (): void => fail(key, aborted());
      stop.addEventListener('abort', onStop);
      try {
        return await new Promise<Settled>((resolve, reject) => waiters.set(key, { place, resolve, reject }));
      } finally {
        stop.removeEventListener('abort', onStop);
      }
    },
    placeOf: (key) => waiters.get(key)?.place,
    tell: (key, settled) => take(key)?.resolve(settled),
    fail,
  };
}
