import type { Clock } from '../clock.ts';
import type { RouterSettings } from '../settings.ts';

/** Whether a deployment may be asked. */
export type Entry =
  /** It may. A probe is the one request that finds out whether it is back. */
  | { readonly state: 'in'; readonly isProbe: boolean }
  /** It is worth looking again in `ms`, or before that when `change` resolves: the probe has ended. */
  | { readonly state: 'aside'; readonly ms: number; readonly change: () => Promise<void> };

/** How a request ended for its deployment: it answered, be it with a refusal; it was out of order; neither is known. */
export type Outcome = 'answered' | 'failed' | 'unknown';

/** What keeps a deployment that is out of order from being asked. */
export interface Cooldown {
  /** Ask to be let in. Who is let in says with `leave` how it ended. */
  readonly enter: () => Entry;
  /** Say how a request ended that began at `start`, on the clock's `elapsed`. */
  readonly leave: (outcome: Outcome, request: { readonly start: number; readonly isProbe: boolean }) => void;
  /** Whether others than probes are kept out now. */
  readonly isAside: () => boolean;
}

/**
 * Put a deployment aside after `allowedFails` faults in a row, for `cooldownMs`; then let one request at a time find out
 * whether it is back.
 *
 * Requests that were under way together when it failed tell of one fault, not of many.
 */
export function createCooldown(
  { allowedFails, cooldownMs }: Pick<RouterSettings, 'allowedFails' | 'cooldownMs'>,
  clock: Pick<Clock, 'elapsed'>,
): Cooldown {
  let fails = 0;
  let failedAt = Number.NEGATIVE_INFINITY;
  let asideUntil: number | undefined;
  let isProbing = false;
  let waiting: (() => void)[] = [];
  return {
    isAside: () => asideUntil !== undefined,
    enter() {
      if (asideUntil === undefined) return { state: 'in', isProbe: false };
      const ms = asideUntil - clock.elapsed();
      if (ms <= 0 && !isProbing) {
        isProbing = true;
        return { state: 'in', isProbe: true };
      }
      const change = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
      return { state: 'aside', ms: ms > 0 ? ms : Number.POSITIVE_INFINITY, change };
    },
    leave(outcome, { start, isProbe }) {
      if (isProbe) isProbing = false;
      if (outcome === 'answered') {
        fails = 0;
        asideUntil = undefined;
      } else if (outcome === 'failed' && (isProbe || start >= failedAt)) {
        fails += 1;
        failedAt = clock.elapsed();
        if (isProbe || fails >= allowedFails) asideUntil = failedAt + cooldownMs;
      }
      if (!isProbe && asideUntil !== undefined) return;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
}
