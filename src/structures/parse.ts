import type { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';
import { type Misplaced, misplaced } from './misplaced.ts';
import { File } from './schema.ts';
import { strangeKeys } from './strange-keys.ts';
import type { Structure, Structures } from './structure.ts';

/** Structures as they were read, and what is odd about their file. */
export interface ParsedStructures {
  /** Those above, then those of the file. */
  readonly structures: Structures;
  /** Keys that are not known and were left unread, with what was probably meant. */
  readonly warnings: readonly string[];
}

/** What to call the file in messages, and what it adds to. */
export interface ParseStructuresOptions {
  readonly file?: string;
  readonly above?: Structures;
}

/**
 * Read the text of a `structures.json`. A structure of an id that is there above takes its place.
 *
 * @throws ScriptGenError `config/invalid` for what is no JSON, lacks something, or places beats, acts or tension where
 * they cannot be; the message has the path of the first fault, `details` a list of `{path, problem}`, one for each.
 */
export function parseStructures(
  text: string,
  { file = 'structures.json', above = new Map() }: ParseStructuresOptions = {},
): ParsedStructures {
  const json = readJson(file, text);
  const parsed = File.safeParse(json);
  if (!parsed.success) throw refused(file, parsed.error.issues.map(faultOf));
  const own = Object.entries(parsed.data.structures).map(
    // What is optional is absent after JSON, and never undefined.
    ([id, { acts = [], tension = [], ...more }]) => ({ id, ...more, acts, tension }) as Structure,
  );
  const faults = own.flatMap(misplaced);
  if (faults.length > 0) throw refused(file, faults);
  return {
    structures: new Map([...above, ...own.map((structure) => [structure.id, structure] as const)]),
    warnings: strangeKeys(json).map((strange) => `${file}: ${strange}`),
  };
}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'Look for a comma or a quote there.',
    });
  }
}

function faultOf({ path, message, code }: z.core.$ZodIssue): Misplaced {
  const isPlace = code === 'too_big' && ['from', 'to', 'at', 'sd'].includes(String(path.at(-1)));
  return {
    path: path.map(String).join('.') || 'the file',
    problem: isPlace ? 'expected a fraction of the pages, from 0 to 1' : message,
  };
}

function refused(file: string, faults: readonly Misplaced[]): ScriptGenError {
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new ScriptGenError({
    code: 'config/invalid',
    message: `${file}: ${first?.path}: ${first?.problem}${more}`,
    hint: 'Its shape is described in config/structures.schema.json.',
    details: faults.map(({ path, problem }) => ({ path, problem })),
  });
}
