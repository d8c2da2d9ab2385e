import { z } from 'zod';
import type { Json } from '../../core/index.ts';

type JsonObject = { readonly [key: string]: Json | undefined };

const known = new WeakMap<z.ZodType, Json>();

/**
 * The JSON Schema of an answer, in the subset that strict decoding takes: every object closed, every field required,
 * `anyOf` for every choice, no defaults, no `$schema`. The same schema object gives the same value.
 *
 * A field that may be absent becomes one that may be null, which `readAnswer` takes for absent. Bounds on the length of
 * a text go into its description, because servers disagree whether they may stand in a strict schema; those on the
 * number of items stand there too, because some take them out unsaid
 * (https://platform.openai.com/docs/guides/structured-outputs, "Supported schemas").
 *
 * @throws RangeError for a schema with free keys (a record), which strict decoding cannot hold.
 */
export function answerSchema(schema: z.ZodType): Json {
  const made = known.get(schema) ?? strict(z.toJSONSchema(schema, { io: 'input' }) as JsonObject);
  known.set(schema, made);
  return made;
}

/** Keywords that say nothing to a decoder, or that strict decoding refuses; what matters of them is handled by name. */
const LEFT_OUT = new Set(['$schema', 'default', 'minLength', 'maxLength', 'additionalProperties', 'required', 'oneOf']);

function strict(node: JsonObject): JsonObject {
  if (isObject(node['additionalProperties']) && Object.keys(node['additionalProperties']).length > 0) {
    throw new RangeError('a record has free keys, and a strict schema has none: use an array of pairs');
  }
  const kept = Object.entries(node).filter(
    ([key, value]) => !LEFT_OUT.has(key) && !key.startsWith('x-') && !isSafeBound(value),
  );
  const result: Record<string, Json | undefined> = Object.fromEntries(
    kept.map(([key, value]) => [key, child(key, value)]),
  );
  if (node['oneOf'] !== undefined) result['anyOf'] = child('anyOf', node['oneOf']);
  const bounds = lengthBounds(node);
  if (bounds !== '') result['description'] = [node['description'], bounds].filter(Boolean).join(' ');
  return node['type'] === 'object' ? { ...result, ...closed(node) } : result;
}

/** The schemas inside a keyword's value, made strict; other values as they are. */
function child(keyword: string, value: Json | undefined): Json | undefined {
  if (keyword === 'items' && isObject(value)) return strict(value);
  if (keyword === 'anyOf' || keyword === 'allOf') {
    return Array.isArray(value) ? value.map((part: Json) => (isObject(part) ? strict(part) : part)) : value;
  }
  if (keyword === '$defs' && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, isObject(part) ? strict(part) : part]),
    );
  }
  return value;
}

function closed(node: JsonObject): JsonObject {
  const properties = isObject(node['properties']) ? node['properties'] : {};
  const required = new Set(Array.isArray(node['required']) ? node['required'] : []);
  const fields = Object.entries(properties).map(([name, field]): [string, Json] => {
    const made = isObject(field) ? strict(field) : {};
    return [name, required.has(name) ? made : nullable(made)];
  });
  return {
    properties: Object.fromEntries(fields),
    required: fields.map(([name]) => name),
    additionalProperties: false,
  };
}

function nullable(schema: JsonObject): JsonObject {
  const choices: readonly Json[] = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  if (choices.some((choice) => isObject(choice) && choice['type'] === 'null')) return schema;
  return { anyOf: [schema, { type: 'null' }] };
}

/** Zod bounds every integer by what a number can hold exactly: noise on the wire. */
function isSafeBound(value: Json | undefined): boolean {
  return value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER;
}

function lengthBounds({ minLength, maxLength, minItems, maxItems }: JsonObject): string {
  if (minItems !== undefined && minItems === maxItems) return `Exactly ${String(minItems)} items.`;
  return [...bounds(minLength, maxLength, 'characters'), ...bounds(minItems, maxItems, 'items')].join(' ');
}

function bounds(least: Json | undefined, most: Json | undefined, what: string): readonly string[] {
  return [
    ...(typeof least === 'number' && least > 1 ? [`At least ${least} ${what}.`] : []),
    ...(typeof most === 'number' ? [`At most ${most} ${what}.`] : []),
  ];
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
