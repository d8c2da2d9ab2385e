/** Numbers as large as this are dates in seconds since 1970, and a thousand times larger ones in milliseconds. */
const EPOCH_SECONDS = 1e9;

const SPAN =
  /^(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?$/;

/**
 * How far away a moment is that a header names, in milliseconds; `undefined` when the text cannot be read as one.
 *
 * Reads seconds (`7`, `1.5`), spans (`200ms`, `6.5s`, `1m30s`), ISO dates, HTTP dates (RFC 9110, 5.6.7), and seconds or
 * milliseconds since 1970. A moment that has passed is 0 away.
 */
export function msUntil(text: string | undefined, now: number): number | undefined {
  const said = text?.trim();
  if (!said) return undefined;
  if (/^\d+(\.\d+)?$/.test(said)) return msOfNumber(Number(said), now);
  const span = SPAN.exec(said);
  if (span !== null) return msOfSpan(span.slice(1).map((part) => Number(part ?? 0)));
  // `Date.parse` would read much that is no date.
  const date = /^(\d{4}-\d\d-\d\dT|[A-Z][a-z]{2,8},? )/.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isFinite(date) ? Math.max(0, date - now) : undefined;
}

/**
 * What the server's clock says, in milliseconds since 1970: its `date` header, or `now`, our own clock.
 *
 * Dates in its headers are meant by its clock, and ours may be wrong by hours.
 */
export function serverTime(headers: Readonly<Record<string, string | undefined>>, now: number): number {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isFinite(date) ? date : now;
}

/** The number that a header is, in full; `NaN` for anything else. */
export function numberIn(text: string | undefined): number {
  const said = text?.trim();
  return said ? Number(said) : Number.NaN;
}

function msOfNumber(value: number, now: number): number {
  if (value >= EPOCH_SECONDS * 1000) return Math.max(0, value - now);
  return value >= EPOCH_SECONDS ? Math.max(0, value * 1000 - now) : value * 1000;
}

function msOfSpan([days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0]: readonly number[]): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
}
