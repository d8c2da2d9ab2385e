import type { SeenLimit } from './seen-limits.ts';

interface Sight extends Omit<SeenLimit, 'kind' | 'resetMs'> {
  readonly resetMs: number;
  /** On the clock's `elapsed`. */
  readonly at: number;
}

/** Whether a limit refills all the time, judged by what its responses say. */
export interface RefillGuess {
  readonly see: (sight: Sight) => void;
  /** Milliseconds in which it refills from nothing to full; `undefined` while it may be one of windows. */
  readonly periodMs: () => number | undefined;
}

/** Resets and dates are told in whole seconds by some, so shorter differences say nothing. */
const NOISE_MS = 2000;
/** How far apart the two predictions must be to tell them apart. */
const APART = 0.25;
/** How near a prediction must be to be right. */
const NEAR = 0.12;
/** Evidence is kept this far, so that a server that changes is believed again. */
const MOST_SCORE = 3;

/**
 * Tell buckets from windows by two sights of a limit.
 *
 * A bucket is full again after a time that grows with what is used of it; a window ends when it ends, whatever is used.
 * Where both would say the same, nothing is learned. A window taken for a bucket would be overrun, so one sight against a
 * bucket weighs as much as two for it.
 */
export function createRefillGuess(): RefillGuess {
  let last: Sight | undefined;
  let period: number | undefined;
  let score = 0;
  const used = ({ limit, remaining }: Sight): number => limit - remaining;
  return {
    periodMs: () => (score > 0 ? period : undefined),
    see(sight) {
      if (used(sight) <= 0 || sight.resetMs <= 0) return;
      const before = last;
      if (before === undefined || before.limit !== sight.limit) {
        last = sight;
        score = 0;
        return;
      }
      const bucket = (before.resetMs * used(sight)) / used(before);
      const window = before.resetMs - (sight.at - before.at);
      const isBucket = isNear(sight.resetMs, bucket);
      if (window <= 0) {
        // Another window has begun, of which nothing was known: only against a bucket can this speak.
        if (!isBucket) score = Math.max(-MOST_SCORE, score - 2);
        last = sight;
        return;
      }
      // The nearer to empty, the more exactly its period is known; before that, it is taken for longer than it may be.
      const isExact = used(sight) >= sight.limit / 2;
      if (isExact && score > 0) period = (sight.resetMs * sight.limit) / used(sight);
      if (Math.abs(bucket - window) < Math.max(NOISE_MS, APART * Math.max(bucket, window))) return;
      last = sight;
      score = isBucket ? Math.min(MOST_SCORE, score + 1) : Math.max(-MOST_SCORE, score - 2);
      if (isBucket) period = ((sight.resetMs + (isExact ? 0 : NOISE_MS)) * sight.limit) / used(sight);
    },
  };
}

function isNear(ms: number, expected: number): boolean {
  return Math.abs(ms - expected) <= Math.max(NOISE_MS, NEAR * expected);
}
