import type { Clock } from '../clock.ts';
import type { TimeoutPhase } from '../model-error.ts';
import type { Timeouts } from '../settings.ts';

/** What runs out next, and when, on the clock's `elapsed`. */
export interface TimeLimit {
  readonly phase: TimeoutPhase;
  readonly at: number;
  /** How long it was, in milliseconds. */
  readonly ms: number;
}

/** The time limits of one attempt, as the answer comes. */
export interface TimeLimits {
  readonly next: () => TimeLimit;
  readonly onResponse: () => void;
  readonly onDelta: () => void;
}

/**
 * Follow one attempt through its four time limits.
 *
 * `streams`: the provider tells of the response and of every piece of the answer. Of one that may not, silence means
 * nothing, so it has only the limit for the whole, and for pauses once a piece has come.
 */
export function createTimeLimits(timeouts: Timeouts, clock: Clock, streams: boolean): TimeLimits {
  const total: TimeLimit = { phase: 'total', at: clock.elapsed() + timeouts.totalMs, ms: timeouts.totalMs };
  const limit = (phase: TimeoutPhase, ms: number): TimeLimit => ({ phase, at: clock.elapsed() + ms, ms });
  let current = streams ? limit('connect', timeouts.connectMs) : total;
  let piece = 0;
  return {
    next: () => {
      if (piece > 0) current = { phase: 'chunk', at: piece + timeouts.chunkMs, ms: timeouts.chunkMs };
      return current.at < total.at ? current : total;
    },
    onResponse: () => {
      if (streams && piece === 0) current = limit('first-token', timeouts.firstTokenMs);
    },
    onDelta: () => {
      piece = clock.elapsed();
    },
  };
}
