import type { Json } from '../../core/index.ts';
import type { Document, JsonSchema, Kind } from './kind.ts';

/** The fields of an entry of which nothing is known yet: empty texts and lists, `true`, and of a choice the last. */
export function emptyDocument({ jsonSchema }: Kind): Document {
  return emptyObject(jsonSchema);
}

function emptyObject({ properties = {} }: JsonSchema): Document {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, emptyValue(schema)]));
}

function emptyValue(schema: JsonSchema): Json {
  if (schema.default !== undefined) return schema.default;
  const choices = schema['enum'];
  if (Array.isArray(choices)) return (choices.at(-1) ?? '') as Json;
  switch (schema.type) {
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
      return typeof schema['minimum'] === 'number' ? schema['minimum'] : 0;
    case 'array':
      return [];
    case 'object':
      return emptyObject(schema);
    default:
      return '';
  }
}
