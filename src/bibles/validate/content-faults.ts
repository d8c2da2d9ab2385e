import { z } from 'zod';
import { canonicalJson, type Json } from '../../core/index.ts';
import type { Content } from '../entry.ts';
import type { Kind } from '../kinds/kind.ts';
import { documentFaults, type Strictness } from './document-faults.ts';
import { type Fault, faultOf } from './fault.ts';

/** The most that one field may hold, in bytes of UTF-8: a book has about a megabyte. */
export const MOST_BYTES = 1_000_000;

const Holder = z.strictObject({
  character: z.string(),
  since: z.string().optional(),
  believes: z.string().optional(),
});

const FactShape = z.strictObject({
  id: z.string().min(1),
  field: z.string().optional(),
  value: z.json(),
  from: z.string().optional(),
  to: z.string().optional(),
  holders: z.array(Holder).optional(),
  secretUntil: z.string().optional(),
});

/** What every content has, whatever its kind. */
const Shape = z.object({
  name: z.string(),
  aliases: z.array(z.string().min(1)),
  facts: z.array(FactShape),
  locked: z.array(z.string().min(1)),
  state: z.enum(['accepted', 'draft', 'removed']),
});

/** All that keeps a content from being stored. */
export function contentFaults(kind: Kind, content: Content, options: Strictness = {}): readonly Fault[] {
  const result = Shape.safeParse(content);
  const shape = result.success ? [] : result.error.issues.flatMap((issue) => shapeFaults(issue, content));
  const isNameless = !options.isPartial && typeof content.name === 'string' && content.name.trim() === '';
  return [
    ...(isNameless ? [{ path: 'name', expected: 'a name', got: 'empty text' }] : []),
    ...(result.success
      ? namesOf(content)
          .filter(({ name }) => UNFIT.test(name))
          .map(unfitName)
      : []),
    ...shape,
    ...documentFaults(kind, content.document, options),
    ...(result.success ? repeatedFacts(content) : []),
    ...(result.success ? sizesOf(content) : [])
      .filter(({ bytes }) => bytes > MOST_BYTES)
      .map(({ path, bytes }) => ({ path, expected: 'at most 1 MB of text', got: `${(bytes / 1e6).toFixed(1)} MB` })),
  ];
}

/** What a name cannot hold: it stands in one line, on cues and in headings. Half a character is no text. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

function namesOf({ name, aliases }: Content): readonly { readonly path: string; readonly name: string }[] {
  return [{ path: 'name', name }, ...aliases.map((alias, at) => ({ path: `aliases.${at}`, name: alias }))];
}

function unfitName({ path, name }: { readonly path: string; readonly name: string }): Fault {
  return { path, expected: 'one line without control characters', got: JSON.stringify(name.slice(0, 80)) };
}

/** The bytes of each field and fact. */
export function sizesOf({
  name,
  document,
  facts,
}: Content): readonly { readonly path: string; readonly bytes: number }[] {
  const fields: readonly (readonly [string, Json | undefined])[] = [
    ['name', name],
    ...Object.entries(document),
    ...facts.map((fact) => [`facts.${fact.id}`, fact.value] as const),
  ];
  return fields.map(([path, value = '']) => ({
    path,
    bytes: Buffer.byteLength(typeof value === 'string' ? value : canonicalJson(value)),
  }));
}

function shapeFaults(issue: z.core.$ZodIssue, content: Content): readonly Fault[] {
  if (issue.code !== 'unrecognized_keys') return [faultOf(issue, content)];
  return issue.keys.map((key) => ({
    path: [...issue.path, key].map(String).join('.'),
    expected: 'no field of this name',
    got: 'one',
  }));
}

/** Changes name facts by their ids: of two with one id, one would be lost. */
function repeatedFacts({ facts }: Content): readonly Fault[] {
  const ids = facts.map(({ id }) => id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  return [...new Set(twice)].map((id) => ({
    path: 'facts',
    expected: 'an id of its own for each fact',
    got: `${id} twice`,
  }));
}
