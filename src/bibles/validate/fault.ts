import type { z } from 'zod';
import { meant } from './meant.ts';

/** Something in a content that its kind does not allow. */
export interface Fault {
  /** Where: `voice.sentences`, `relations.0.to`, `facts.0.value`, `name`. */
  readonly path: string;
  /** What should be there: `text`, `one of protagonist, antagonist`. */
  readonly expected: string;
  /** What is there: `a number`. */
  readonly got: string;
  /** What was probably meant. */
  readonly fix?: string;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'nothing',
};

/** What a Zod issue says, in a writer's words. */
export function faultOf(issue: z.core.$ZodIssue, root: unknown): Fault {
  const path = issue.path.map(String).join('.');
  const value = issue.path.reduce<unknown>(partOf, root);
  if (issue.code === 'invalid_type')
    return { path, expected: WORDS[issue.expected] ?? issue.expected, got: shapeOf(value) };
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const fix = typeof value === 'string' ? meant(value, values) : undefined;
    const got = typeof value === 'string' ? JSON.stringify(value) : shapeOf(value);
    return { path, expected: listed(values), got, ...(fix === undefined ? {} : { fix }) };
  }
  return { path, expected: issue.message.replace(/^.*?expected /, ''), got: shapeOf(value) };
}

/** What a value is: `text`, `a number`, `nothing`. */
export function shapeOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'boolean' ? String(value) : (WORDS[typeof value] ?? typeof value);
}

function listed(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

function partOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}
