import { z } from 'zod';
import { ScriptGenError } from '../../core/index.ts';
import { BUILT_IN } from './built-in.ts';
import { type JsonSchema, type Kind, type Kinds, makeKind, READERS } from './kind.ts';

/** A kind as a user registers it. */
export interface KindDefinition {
  /** Two to six lower-case letters that ids begin with, which no other kind has. */
  readonly prefix: string;
  readonly description?: string | undefined;
  /** The JSON Schema (draft 2020-12) of an entry's fields: an object with `properties`. */
  readonly schema: JsonSchema;
}

/** What every entry has beside its fields, in a bible or in its file. */
const RESERVED: readonly string[] = [
  ...['id', 'kind', 'name', 'aliases', 'version', 'overrides'],
  ...['locked', 'state', 'facts'],
];

/** The built-in kinds and a user's own. Throws `config/invalid` for a name or prefix that is taken, or a schema that cannot be read. */
export function withUserKinds(definitions: Readonly<Record<string, KindDefinition>>): Kinds {
  const kinds = new Map(BUILT_IN);
  for (const [name, definition] of Object.entries(definitions)) kinds.set(name, userKind(name, definition, kinds));
  return kinds;
}

function userKind(name: string, { prefix, description = '', schema }: KindDefinition, known: Kinds): Kind {
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(name))
    throw broken(name, 'its name must be lower-case letters, digits and hyphens, 32 at most');
  if (known.has(name)) throw broken(name, 'there is a kind of that name already');
  const twin = [...known.values()].find((kind) => kind.prefix === prefix);
  if (!/^[a-z]{2,6}$/.test(prefix)) throw broken(name, 'its prefix must be two to six lower-case letters');
  if (twin !== undefined || prefix === 'sc' || prefix === 'fa')
    throw broken(name, `its prefix ${prefix} is that of ${twin?.name ?? 'scenes or facts'}`);
  if (schema.type !== 'object' || schema.properties === undefined || Object.keys(schema.properties).length === 0)
    throw broken(name, 'its schema must have "type": "object" and "properties"');
  for (const [field, { 'x-readers': readers, 'x-weight': weight = 5 }] of Object.entries(schema.properties)) {
    if (RESERVED.includes(field)) throw broken(name, `a field cannot be called ${field}: every entry has one`);
    if (!/^[A-Za-z][\w-]*$/.test(field))
      throw broken(name, `the field ${JSON.stringify(field)} must be a letter followed by letters, digits, _ and -`);
    const stranger = readers?.find((reader) => !READERS.includes(reader));
    if (stranger !== undefined)
      throw broken(name, `${field} has the reader ${stranger}; readers are ${READERS.join(', ')}`);
    if (typeof weight !== 'number' || !(weight >= 1 && weight <= 10))
      throw broken(name, `${field} has the weight ${JSON.stringify(weight)}; weights go from 1 to 10`);
  }
  const closed: JsonSchema = { additionalProperties: false, ...schema };
  return makeKind({ name, prefix, description, schema: read(name, closed) }, closed);
}

function read(name: string, schema: JsonSchema): z.ZodType {
  try {
    return z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);
  } catch (error) {
    throw broken(name, `its schema cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function broken(name: string, fault: string): ScriptGenError {
  return new ScriptGenError({
    code: 'config/invalid',
    message: `The kind ${JSON.stringify(name)} cannot be used: ${fault}.`,
    hint: 'See "kinds" in the documentation of bibles for an example.',
  });
}
