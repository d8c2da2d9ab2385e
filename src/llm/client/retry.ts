import type { Clock } from '../clock.ts';
import { isModelError, type ModelError } from '../model-error.ts';
import type { RouterSettings } from '../settings.ts';
import type { Asking } from './asking.ts';
import { isTransient } from './failure.ts';
import { retryAfterOf } from './retry-after.ts';
import { tell } from './tell.ts';

/** How often and how long the retry loop waits. */
export type RetrySettings = Pick<RouterSettings, 'retries' | 'baseMs' | 'capMs' | 'maxRetryAfterMs'>;

/**
 * Try until it works, at most `1 + retries` times. The only retry loop: nothing below it may hold another.
 *
 * Waits by full jitter (a random part of `base · 2ⁿ`), or as long as the server asked plus a random part of `base`,
 * so that many callers told to come back at one moment do not come at one moment. A wait that would pass the deadline
 * of the ask is not begun.
 *
 * @throws the last attempt's error when it is not transient, when no retry is left, or there is no time for one;
 * `run/aborted` by the signals.
 */
export async function withRetry<T>(attempt: () => Promise<T>, settings: RetrySettings, asking: Asking): Promise<T> {
  for (let failed = 1; ; failed += 1) {
    const before = asking.attempts.length;
    try {
      return await attempt();
    } catch (error) {
      // What was not sent, for want of a turn, gets none by asking again.
      if (!isModelError(error) || asking.attempts.length === before) throw error;
      const ms = waitAfter(error, failed, settings, asking.clock);
      if (ms === undefined || ms >= asking.left()) throw error;
      tell(asking.options.onRetry, { code: error.code, attempt: failed, waitMs: ms });
      await asking.wait((signal) => asking.clock.sleep(ms, signal), error);
    }
  }
}

/** Milliseconds to wait after the failed attempt of this number, from 1; `undefined` to give up. */
function waitAfter(error: ModelError, failed: number, settings: RetrySettings, clock: Clock): number | undefined {
  if (!isTransient(error.code) || failed > settings.retries) return undefined;
  const asked = retryAfterOf(error, clock.now());
  if (asked === undefined) return clock.random() * Math.min(settings.capMs, settings.baseMs * 2 ** (failed - 1));
  return asked > settings.maxRetryAfterMs ? undefined : asked + clock.random() * settings.baseMs;
}
