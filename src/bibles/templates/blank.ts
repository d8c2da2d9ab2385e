import type { Json } from '../../core/index.ts';
import type { Document, JsonSchema } from '../kinds/kind.ts';

/** A document with nothing in it: every field has its default, or is empty. */
export function blankOf({ properties = {} }: JsonSchema): Document {
  return Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, emptyOf(schema)]));
}

/** The emptiest value that a schema allows; of few possible values, the last: the least special. */
function emptyOf(schema: JsonSchema): Json {
  if (schema.default !== undefined) return schema.default;
  const { enum: values } = schema as { readonly enum?: readonly Json[] };
  if (values !== undefined) return values.at(-1) ?? '';
  if (schema.type === 'object') return blankOf(schema) as Json;
  if (schema.type === 'array') return [];
  return schema.type === 'boolean' ? true : '';
}
