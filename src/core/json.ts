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
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value as Readonly<Record<string, unknown>>);
  const isJson = value === null || typeof value === 'boolean' || Number.isFinite(value);
  if (!isJson) throw new RangeError(`not JSON: ${String(value)}`);
  return JSON.stringify(value);
}

/** Built by hand: every request is written this way, and arrays of pairs would cost more than the text. */
function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(value).sort(byCodeUnit)) {
    if (value[key] === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
  }
  return `{${text}}`;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** Plain data as JSON: what a trip through `JSON.stringify` leaves of it. */
export function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
