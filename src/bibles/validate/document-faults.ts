import type { Json } from '../../core/index.ts';
import { BUILT_IN } from '../kinds/built-in.ts';
import type { Document, JsonSchema, Kind } from '../kinds/kind.ts';
import { type Fault, faultOf } from './fault.ts';
import { meant } from './meant.ts';

/** How strictly to look. */
export interface Strictness {
  /** Whether fields may be left out, as in an entry that overrides one above. */
  readonly isPartial?: boolean;
}

/** What in a document its kind does not allow: values of other types, missing fields, and fields that it does not have. */
export function documentFaults(
  kind: Kind,
  document: Document,
  { isPartial = false }: Strictness = {},
): readonly Fault[] {
  const unknown = unknownFields(kind, document, { schema: kind.jsonSchema, path: '' });
  const result = kind.schema.safeParse(document);
  if (result.success) return unknown;
  const wrong = result.error.issues
    .filter(({ code }) => code !== 'unrecognized_keys')
    .map((issue) => faultOf(issue, document))
    .filter(({ path, got }) => !(isPartial && got === 'nothing' && document[path] === undefined));
  return [...wrong, ...unknown];
}

/** Zod drops what it does not know, and what a person wrote must not vanish: so keys are compared with the schema. */
function unknownFields(
  kind: Kind,
  value: Json | undefined,
  { schema, path }: { readonly schema: JsonSchema | undefined; readonly path: string },
): readonly Fault[] {
  if (typeof value !== 'object' || value === null || schema === undefined) return [];
  const under = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (isList(value)) {
    const { items } = schema as { readonly items?: JsonSchema };
    return value.flatMap((one, place) => unknownFields(kind, one, { schema: items, path: under(String(place)) }));
  }
  const { properties } = schema;
  if (properties === undefined) return [];
  const names = Object.keys(properties);
  return Object.entries(value).flatMap(([key, part]): readonly Fault[] => {
    if (part === undefined) return [];
    if (names.includes(key)) return unknownFields(kind, part, { schema: properties[key], path: under(key) });
    if (!isClosed(kind, schema)) return [];
    const fix = meant(key, names) ?? `It has ${names.join(', ')}.`;
    return [{ path: under(key), expected: 'no field of this name', got: 'one', fix }];
  });
}

/** A built-in kind has the fields that it names and no others; a user's schema says so itself. */
function isClosed(kind: Kind, schema: JsonSchema): boolean {
  return BUILT_IN.get(kind.name) === kind || schema['additionalProperties'] === false;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
