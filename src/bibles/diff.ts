import { canonicalJson, type Json } from '../core/index.ts';
import type { Content } from './entry.ts';
import type { Fact } from './fact.ts';

/**
 * A change of one field. `field` is a path: `want`, `voice.sentences`, `name`, `aliases`, `locked`, `state`, and
 * `facts.<id>` for a fact as a whole. `from` is absent for what is new, `to` for what is gone.
 */
export interface FieldChange {
  readonly field: string;
  readonly from?: Json;
  readonly to?: Json;
}

/** What differs between two contents, in the order of the fields. {@link applyChanges} is its inverse. */
export function diffContents(before: Content, after: Content): readonly FieldChange[] {
  const [old, now] = [leaves(before), leaves(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields.flatMap((field): FieldChange[] => {
    const [from, to] = [old.get(field), now.get(field)];
    if (same(from, to)) return [];
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

/** Make changes in a content. What they were made from is not compared. */
export function applyChanges(content: Content, changes: readonly FieldChange[]): Content {
  const values = new Map(leaves(content));
  for (const { field, to } of changes) {
    if (to === undefined) values.delete(field);
    else values.set(field, to);
  }
  return fromLeaves(values);
}

/** Two people's changes of one content, put together. */
export interface MergedContents {
  /** Where both changed a field, it is theirs. */
  readonly content: Content;
  /** The fields that both changed, and not alike. */
  readonly overlap: readonly string[];
}

/** Put together what was changed on two sides of a common base, field by field. */
export function mergeContents(base: Content, ours: Content, theirs: Content): MergedContents {
  const [mine, others] = [diffContents(base, ours), diffContents(base, theirs)];
  const changed = new Map(others.map((change) => [change.field, change]));
  const overlap = mine.filter(({ field, to }) => {
    const other = [...changed.values()].find((change) => isWithin(change.field, field));
    return other !== undefined && !(other.field === field && same(other.to, to));
  });
  const kept = mine.filter((change) => !overlap.includes(change));
  return { content: applyChanges(theirs, kept), overlap: overlap.map(({ field }) => field) };
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** Whether one path is the other or a part of it, either way round. */
function isWithin(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

const LISTS = ['aliases', 'locked'] as const;

/** The fields of a content by path, objects in the document taken apart. */
function leaves({ name, document, facts, state, ...lists }: Content): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    ['name', name],
    ...Object.entries(document).flatMap(([field, value]) => partsOf(field, value)),
    ...LISTS.flatMap((list): [string, Json][] => (lists[list].length === 0 ? [] : [[list, lists[list]]])),
    ...facts.map((fact): [string, Json] => [`facts.${fact.id}`, { ...fact } as unknown as Json]),
    ...(state === 'accepted' ? [] : [['state', state] as const]),
  ]);
}

/** A field of the document. An object that is empty, or has keys with dots, stays whole: paths could not name its parts. */
function partsOf(field: string, value: Json | undefined): [string, Json][] {
  if (value === undefined) return [];
  const parts = isObject(value) ? Object.entries(value) : [];
  if (parts.length === 0 || parts.some(([part]) => part.includes('.'))) return [[field, value]];
  return parts.flatMap(([part, inner]): [string, Json][] => (inner === undefined ? [] : [[`${field}.${part}`, inner]]));
}

function isObject(value: Json): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromLeaves(values: ReadonlyMap<string, Json>): Content {
  const document: Record<string, Json> = {};
  const facts: Fact[] = [];
  for (const [path, value] of values) {
    if (path === 'name' || path === 'state' || path === 'aliases' || path === 'locked') continue;
    const dot = path.indexOf('.');
    const [field, part] = dot < 0 ? [path, undefined] : [path.slice(0, dot), path.slice(dot + 1)];
    if (field === 'facts' && part !== undefined) facts.push(value as unknown as Fact);
    else if (part === undefined) document[field] = value;
    else document[field] = { ...(isObject(document[field] ?? null) ? (document[field] as object) : {}), [part]: value };
  }
  return {
    name: values.get('name') as string,
    aliases: (values.get('aliases') ?? []) as readonly string[],
    document,
    facts,
    locked: (values.get('locked') ?? []) as readonly string[],
    state: (values.get('state') ?? 'accepted') as Content['state'],
  };
}
