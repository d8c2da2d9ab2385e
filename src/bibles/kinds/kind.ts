import { z } from 'zod';
import type { Json } from '../../core/index.ts';

/** An entry's fields, as its kind's schema says. */
export type Document = { readonly [field: string]: Json | undefined };

/**
 * Whose work needs a field. `self` is the character an entry is about, `present` everybody else in the scene; a field
 * that neither reads is never shown to a character.
 */
export const READERS = ['planner', 'self', 'present', 'director', 'dramaturge', 'continuity'] as const;

/** One of {@link READERS}. */
export type Reader = (typeof READERS)[number];

/**
 * What a field's schema says about it beside its type, under these names in JSON Schema: `x-readers`, `x-weight`,
 * `x-secret`, `x-locked`.
 */
export interface FieldHints {
  /** Who reads it. What nobody reads can never make a scene stale. */
  readonly 'x-readers'?: readonly Reader[];
  /** From 1 (left out first when a context is too long) to 10. 5 unless given. */
  readonly 'x-weight'?: number;
  /** Known to nobody but the entry itself, until a fact says who else knows. */
  readonly 'x-secret'?: boolean;
  /** Only people change it. */
  readonly 'x-locked'?: boolean;
}

/** A field of a kind, in the words of its schema. */
export interface Field {
  readonly name: string;
  readonly description: string;
  readonly readers: readonly Reader[];
  readonly weight: number;
  readonly secret: boolean;
  readonly locked: boolean;
  /** Its value in a new entry that does not say; `undefined` where one must be given. */
  readonly initial: Json | undefined;
  readonly schema: JsonSchema;
}

/** A kind of entry: built in, or a user's own. */
export interface Kind {
  readonly name: string;
  /** Ids of its entries begin with it: `ch`, `st`. */
  readonly prefix: string;
  readonly description: string;
  readonly schema: z.ZodType;
  /** In the order in which they are shown and read. */
  readonly fields: readonly Field[];
  readonly jsonSchema: JsonSchema;
}

/** Kinds by their names. */
export type Kinds = ReadonlyMap<string, Kind>;

/** The JSON Schema of a kind's document. */
export interface JsonSchema extends FieldHints {
  readonly type?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly [keyword: string]: unknown;
}

/** Make a kind of a schema. */
export function makeKind(about: Pick<Kind, 'name' | 'prefix' | 'description' | 'schema'>, json?: JsonSchema): Kind {
  const jsonSchema = json ?? (z.toJSONSchema(about.schema, { io: 'input' }) as JsonSchema);
  const fields = Object.entries(jsonSchema.properties ?? {}).map(([name, schema]) => fieldOf(name, schema));
  return { ...about, jsonSchema, fields };
}

function fieldOf(name: string, schema: JsonSchema): Field {
  const secret = schema['x-secret'] ?? false;
  return {
    name,
    description: schema.description ?? '',
    readers: schema['x-readers'] ?? READERS.filter((reader) => !secret || reader !== 'present'),
    weight: schema['x-weight'] ?? 5,
    secret,
    locked: schema['x-locked'] ?? false,
    initial: schema.default,
    schema,
  };
}
