import type { Json } from '../../core/index.ts';
import type { JsonSchema } from './kind.ts';

/**
 * A value with its keys in the order of its schema, those that the schema does not name after them by their names. So
 * values that differ only in the order of keys, as they do after a merge or in a database, read and print alike.
 */
export function inSchemaOrder(value: Json, schema: JsonSchema = {}): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((one) => inSchemaOrder(one, schema['items'] as JsonSchema | undefined));
  const { properties = {} } = schema;
  const known = Object.keys(properties).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
  const ordered = [...known, ...others.sort((a, b) => (a < b ? -1 : 1))].flatMap((key): [string, Json][] => {
    const part = value[key];
    const schemaOfPart = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return part === undefined ? [] : [[key, inSchemaOrder(part, schemaOfPart)]];
  });
  return Object.fromEntries(ordered);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
