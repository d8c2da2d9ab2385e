/** A value that survives a trip through JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Write plain data as JSON with sorted keys, so that equal values give equal text. `undefined` fields are left out.
 *
 * This text is hashed into every step key and content hash. Changing how it is
 * written changes every key, and so throws away every journalled answer.
 *
 * @throws RangeError for what JSON cannot hold: NaN, infinities, functions, symbols, big integers, a lone `undefined`.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`);
    return `{${entries.join(',')}}`;
  }
  const isJson = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  if (!isJson) throw new RangeError(`not JSON: ${String(value)}`);
  return JSON.stringify(value);
}

/** Plain data as JSON: what a trip through `JSON.stringify` leaves of it. */
export function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
