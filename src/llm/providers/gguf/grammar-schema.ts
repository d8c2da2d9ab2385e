import type { Json } from '../../../core/index.ts';

type JsonObject = { readonly [key: string]: Json | undefined };

/** So many numbers between two bounds are listed; more are bounded by the check of the answer alone. */
const MOST_LISTED = 100;
/** Numbers between bounds nearer than this are listed in tenths. */
const NEAR = 5;

/** The keywords that node-llama-cpp 3 makes a grammar of (its `GbnfJsonSchema`); `pattern` crashes some engines. */
const KEPT = ['type', 'enum', 'const', '$ref', 'minItems', 'maxItems', 'minLength', 'maxLength'];

/**
 * A JSON Schema in the words that node-llama-cpp knows: what it has no word for is left out, because the answer is
 * checked against the whole schema anyway. Numbers between two bounds become a list of some: no grammar counts.
 */
export function grammarSchema(schema: Json): object {
  if (!isObject(schema)) return {};
  const listed = listOfNumbers(schema);
  if (listed !== undefined) return { enum: listed };
  const choices = schema['anyOf'] ?? schema['oneOf'];
  const { properties, items, $defs: definitions } = schema;
  return {
    ...Object.fromEntries(KEPT.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]]))),
    ...(Array.isArray(choices) ? { oneOf: choices.map(grammarSchema) } : {}),
    ...(isObject(properties) ? { properties: mapped(properties), additionalProperties: false } : {}),
    ...(items === undefined ? {} : { items: grammarSchema(items) }),
    ...(isObject(definitions) ? { $defs: mapped(definitions) } : {}),
  };
}

function mapped(schemas: JsonObject): object {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, grammarSchema(schema ?? {})]));
}

function listOfNumbers({ type, minimum, maximum }: JsonObject): readonly number[] | undefined {
  if (type !== 'integer' && type !== 'number') return undefined;
  if (typeof minimum !== 'number' || typeof maximum !== 'number') return undefined;
  const parts = type === 'number' && maximum - minimum < NEAR ? 10 : 1;
  const first = Math.ceil(minimum * parts);
  const count = Math.floor(maximum * parts) - first + 1;
  if (count < 1 || count > MOST_LISTED) return undefined;
  return Array.from({ length: count }, (_, index) => (first + index) / parts);
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
