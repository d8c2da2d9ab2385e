import { remember } from './remember.ts';

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
  for (const key of sortedKeys(value)) {
    const part = value[key];
    if (part === undefined) continue;
    text += text === '' ? `${keyText(key)}${canonicalJson(part)}` : `,${keyText(key)}${canonicalJson(part)}`;
  }
  return `{${text}}`;
}

function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let at = 1; at < keys.length; at += 1) if ((keys[at - 1] ?? '') > (keys[at] ?? '')) return keys.sort(byCodeUnit);
  return keys;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** The names of fields are few, and each is written over and over. */
const keyTexts = remember<string>(2000);
const keyText = (key: string): string => keyTexts(key, () => `${JSON.stringify(key)}:`);

/** Whether two values say the same in JSON, whatever the order of their fields; a field that is `undefined` is none. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((part, at) => sameJson(part, other[at]))
    );
  const [left, right] = [one, other] as Readonly<Record<string, unknown>>[];
  if (left === undefined || right === undefined) return false;
  for (const key in left) if (!sameJson(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

/** Plain data as JSON: what a trip through `JSON.stringify` leaves of it. */
export function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
