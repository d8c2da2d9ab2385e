import { isModelError } from './model-error.ts';

/**
 * How long a server asked to wait, in milliseconds from `now`; `undefined` when it did not, or not readably.
 *
 * Reads `retry-after-ms` first, then `Retry-After` as seconds or as an HTTP date (RFC 9110, 10.2.3).
 */
export function retryAfterOf(error: Error, now: number): number | undefined {
  if (!isModelError(error)) return undefined;
  const { 'retry-after': retryAfter, 'retry-after-ms': retryAfterMs } = error.headers;
  return notNegative(numberOf(retryAfterMs)) ?? notNegative(secondsOf(retryAfter)) ?? dateOf(retryAfter, now);
}

function numberOf(text: string | undefined): number | undefined {
  return text?.trim() ? Number(text) : undefined;
}

function secondsOf(text: string | undefined): number | undefined {
  const seconds = numberOf(text);
  return seconds === undefined ? undefined : seconds * 1000;
}

function dateOf(text: string | undefined, now: number): number | undefined {
  if (text === undefined || notNegative(numberOf(text)) !== undefined) return undefined;
  // A bare number is never a date: `Date.parse('-5')` would read one.
  const time = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(time) ? Math.max(0, time - now) : undefined;
}

function notNegative(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}
