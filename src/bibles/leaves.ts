import type { Json } from '../core/index.ts';
import type { Content } from './entry.ts';
import type { Fact } from './fact.ts';

const LISTS = ['aliases', 'locked'] as const;

/** The fields of a content by path, objects in the document taken apart: `want`, `voice.sentences`, `facts.fa_1`. */
export function leavesOf({ name, document, facts, state, ...lists }: Content): ReadonlyMap<string, Json> {
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
  const parts = isObject(value) ? Object.entries(value).filter(([, inner]) => inner !== undefined) : [];
  if (parts.length === 0 || parts.some(([part]) => part.includes('.'))) return [[field, value]];
  return parts.flatMap(([part, inner]): [string, Json][] => (inner === undefined ? [] : [[`${field}.${part}`, inner]]));
}

function isObject(value: Json): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A content of its fields: the inverse of {@link leavesOf}. */
export function fromLeaves(values: ReadonlyMap<string, Json>): Content {
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
