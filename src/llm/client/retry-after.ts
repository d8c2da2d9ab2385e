import type { ModelError } from '../model-error.ts';
import { msUntil, numberIn, serverTime } from './moment.ts';

type Headers = Readonly<Record<string, string>>;

/** The limits whose state a 429 tells, as OpenAI and those who do as it does, and as Anthropic name them. */
const RESETS: readonly (readonly [reset: string, remaining: string])[] = [
  ...['requests', 'tokens'].map((of) => [`x-ratelimit-reset-${of}`, `x-ratelimit-remaining-${of}`] as const),
  ...['requests', 'tokens', 'input-tokens', 'output-tokens'].map(
    (of) => [`anthropic-ratelimit-${of}-reset`, `anthropic-ratelimit-${of}-remaining`] as const,
  ),
];

/**
 * How long a server asked to wait, in milliseconds; `undefined` when it did not, or not readably.
 *
 * Reads `retry-after-ms`, then `Retry-After` as seconds or as an HTTP date (RFC 9110, 10.2.3); of a rate limit without
 * either, the reset of the limit that is used up.
 */
export function retryAfterOf({ code, headers }: Pick<ModelError, 'code' | 'headers'>, now: number): number | undefined {
  const asked = numberIn(headers['retry-after-ms']);
  if (Number.isFinite(asked) && asked >= 0) return asked;
  const after = msUntil(headers['retry-after'], serverTime(headers, now));
  if (after !== undefined) return after;
  return code === 'model/rate-limited' ? resetOf(headers, now) : undefined;
}

function resetOf(headers: Headers, now: number): number | undefined {
  const limits = RESETS.flatMap(([reset, remaining]) => {
    const ms = msUntil(headers[reset], serverTime(headers, now));
    return ms === undefined ? [] : [{ ms, isUsedUp: Number(headers[remaining] ?? 0) <= 0 }];
  });
  const usedUp = limits.filter(({ isUsedUp }) => isUsedUp).map(({ ms }) => ms);
  if (usedUp.length > 0) return Math.max(...usedUp);
  return limits.length > 0 ? Math.min(...limits.map(({ ms }) => ms)) : undefined;
}
