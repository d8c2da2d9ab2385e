import type { Json } from '../../core/index.ts';

/** A JSON object as it came over the wire. */
export type Body = { readonly [key: string]: Json | undefined };

/** A value as an object; an empty one when it is none. */
export function bodyOf(value: Json | undefined): Body {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Body) : {};
}

/** What stands at the end of a path of fields; `undefined` when it leads nowhere. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => bodyOf(inner)[key], value);
}

/** A list as it stands; an empty one when the value is none. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or `fallback`. */
export function textOf(value: Json | undefined, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}

/** JSON of a text; `undefined` when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
