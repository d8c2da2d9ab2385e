import type { Structures } from './structure.ts';

/** Structures as they were read, and what is odd about their file. */
export interface ParsedStructures {
  readonly structures: Structures;
  /** What was left unread, with what was probably meant. */
  readonly warnings: readonly string[];
}

/**
 * Read the text of a `structures.json`. One of an id that is there already takes its place.
 *
 * @throws ScriptGenError `config/invalid` for what is no JSON, and for beats that cannot be meant so, with the path.
 */
export function parseStructures(_text: string, _above?: Structures): ParsedStructures {
  return { structures: new Map(), warnings: [] };
}

/** The JSON Schema of `structures.json`, as it is shipped in `config/structures.schema.json`. */
export function structuresSchema(): object {
  return {};
}
