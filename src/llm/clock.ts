import { onAbort } from './client/on-abort.ts';

/** Time and chance, so that what waits can be tested without waiting. All in milliseconds. */
export interface Clock {
  /** Milliseconds since 1970. May jump: only for dates and days, never for durations. */
  readonly now: () => number;
  /** A time that only goes forward, from any start: for durations and deadlines. */
  readonly elapsed: () => number;
  /** Resolves after so long; rejects at once, with what the signal was aborted with. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** The machine's own clock. */
export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        off();
        resolve();
      }, ms);
      const off = onAbort(signal, () => {
        clearTimeout(timer);
        reject(signal?.reason);
      });
    }),
  random: Math.random,
};
