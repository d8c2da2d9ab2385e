import { jsonrepair } from 'jsonrepair';
import type { z } from 'zod';
import type { ModelAnswer } from '../model.ts';
import { balancedValues, outermostValue, stripThinking } from './extract.ts';
import { printIssues } from './issues.ts';

/** An answer as the value it was to be, or why it is not, in words that a model can be asked again with. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** What a decoder puts in the place of bytes that are no UTF-8: a word is damaged there. */
const UNDECODED = '\uFFFD';

/** Repair takes half a second for this many characters; longer answers are asked for again instead. */
const MOST_TO_REPAIR = 256 * 1024;

/**
 * Read a model's text as a value of a schema.
 *
 * Takes what is certain first: the text as it is, then the one complete value among prose or in a fence, then a repair
 * of commas, quotes and comments. A repair is never taken from an answer that may have been cut off, because every
 * repairer "completes" half a sentence: not at finish reason `length`, and not when the last bracket is missing.
 * Where the schema allows a field to be absent, `null` counts as absent: strict schemas know no other way to say it.
 */
export function readAnswer<T>(
  text: string,
  schema: z.ZodType<T>,
  { finishReason }: Pick<ModelAnswer, 'finishReason'>,
): Reading<T> {
  const bare = stripThinking(text);
  if (bare === '') return { ok: false, problem: 'The answer is empty.' };
  if (bare.includes(UNDECODED)) return { ok: false, problem: 'The answer holds bytes that are no text.' };
  const parsed = finishReason === 'length' ? parse(bare) : (parse(bare) ?? parseLargest(bare) ?? parseRepaired(bare));
  if (parsed !== undefined) return check(parsed.value, schema);
  const problem = finishReason === 'length' ? 'The answer was cut off at its length limit.' : 'The answer is not JSON.';
  return { ok: false, problem };
}

interface Parsed {
  readonly value: unknown;
}

function parse(text: string): Parsed | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function parseLargest(text: string): Parsed | undefined {
  const [largest] = balancedValues(text);
  return largest === undefined ? undefined : parse(largest);
}

function parseRepaired(text: string): Parsed | undefined {
  const damaged = outermostValue(text);
  if (damaged === undefined || damaged.length > MOST_TO_REPAIR || isCutOff(text, damaged)) return undefined;
  try {
    return parse(jsonrepair(damaged));
  } catch {
    return undefined;
  }
}

/** Whether brackets stay open, counted with and without regard to strings (stray quotes mislead the former). */
function isCutOff(text: string, damaged: string): boolean {
  const rest = text.slice(text.lastIndexOf(damaged) + damaged.length);
  const opened = damaged.match(/[{[]/g)?.length ?? 0;
  const closed = damaged.match(/[}\]]/g)?.length ?? 0;
  return /^\s*[,:"]/.test(rest) || (opened > closed && balancedValues(damaged)[0] !== damaged);
}

function check<T>(value: unknown, schema: z.ZodType<T>): Reading<T> {
  const first = schema.safeParse(value);
  if (first.success) return { ok: true, value: first.data };
  const lighter = structuredClone(value);
  const dropped = first.error.issues.filter((issue) => dropNull(lighter, issue.path));
  const second = dropped.length === 0 ? first : schema.safeParse(lighter);
  return second.success ? { ok: true, value: second.data } : { ok: false, problem: printIssues(first.error.issues) };
}

/** Remove the field at a path if it is null. Says whether it did. */
function dropNull(value: unknown, path: readonly PropertyKey[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined || value === null || typeof value !== 'object') return false;
  const child: unknown = Reflect.get(value, key);
  if (rest.length > 0) return dropNull(child, rest);
  return child === null && !Array.isArray(value) && Reflect.deleteProperty(value, key);
}
