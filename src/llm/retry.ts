import { setTimeout as wait } from 'node:timers/promises';
import { isScriptGenError, ScriptGenError } from '../core/index.ts';
import { retryAfterOf } from './retry-after.ts';

/** How often and how long the retry loop waits. All times in milliseconds. */
export interface RetrySettings {
  /** Attempts after the first. */
  readonly retries: number;
  /** The longest first wait; it doubles with every attempt. */
  readonly baseMs: number;
  /** No computed wait is longer. */
  readonly capMs: number;
  /** A server that asks to wait longer than this is given up on at once. */
  readonly maxRetryAfterMs: number;
  /** Milliseconds since 1970, to read dates in `Retry-After`. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Resolves after so long; rejects at once when the signal fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Four retries within about 8 s, as the official clients of OpenAI and Anthropic wait, and jitter on top. */
export const RETRY_DEFAULTS: RetrySettings = {
  retries: 4,
  baseMs: 500,
  capMs: 60_000,
  maxRetryAfterMs: 300_000,
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
};

/** When to end early: `signal` ends everything, `stop` only the waiting. */
interface Signals {
  readonly signal: AbortSignal;
  readonly stop?: AbortSignal | undefined;
}

/**
 * Try until it works, at most `1 + retries` times. The only retry loop: nothing below it may hold another.
 *
 * Waits by full jitter (a random part of `base · 2ⁿ`), or as long as the server asked plus a random part of `base`,
 * so that many callers told to come back at one moment do not come at one moment.
 *
 * @throws the last attempt's error when it is not retryable or the attempts are used up; `run/aborted` by the signals.
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  { settings, signals }: { readonly settings: RetrySettings; readonly signals: Signals },
): Promise<{ readonly value: T; readonly attempts: number }> {
  const ended = signals.stop === undefined ? signals.signal : AbortSignal.any([signals.signal, signals.stop]);
  for (let attempts = 1; ; attempts += 1) {
    if (ended.aborted) throw stopped();
    try {
      return { value: await attempt(), attempts };
    } catch (error) {
      if (signals.signal.aborted || !isScriptGenError(error)) throw error;
      const ms = waitAfter(error, attempts, settings);
      if (ms === undefined) throw error;
      await settings.sleep(ms, ended).catch((reason: unknown) => {
        throw ended.aborted ? stopped(error) : reason;
      });
    }
  }
}

/** Milliseconds to wait after the failed attempt of this number, from 1; `undefined` to give up. */
function waitAfter(error: ScriptGenError, attempts: number, settings: RetrySettings): number | undefined {
  if (!error.retryable || attempts > settings.retries) return undefined;
  const asked = retryAfterOf(error, settings.now());
  if (asked === undefined) return settings.random() * Math.min(settings.capMs, settings.baseMs * 2 ** (attempts - 1));
  return asked > settings.maxRetryAfterMs ? undefined : asked + settings.random() * settings.baseMs;
}

function stopped(last?: ScriptGenError): ScriptGenError {
  const after = last === undefined ? '' : ` It was waiting to ask again after: ${last.message}`;
  return new ScriptGenError({
    code: 'run/aborted',
    message: `Stopped before the model answered.${after}`,
    cause: last,
  });
}
