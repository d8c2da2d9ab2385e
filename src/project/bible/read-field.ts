import { parse } from 'yaml';
import type { Content, Document, JsonSchema, Kind } from '../../bibles/index.ts';
import { type Json, nearest, ScriptGenError } from '../../core/index.ts';

/**
 * A content with one field set from a text, as a person types it: `name`, `aliases` and `locked` (parted by commas), a
 * field of the kind, or a part of one (`voice.sentences`). Texts are taken as they are; numbers, lists and objects are
 * read as YAML; an object of texts may also be `part=text; part=text`, or one text for its sentences.
 *
 * @throws ScriptGenError `bible/invalid` for a field that the kind does not have. Values are checked by whoever writes.
 */
export function withField(content: Content, kind: Kind, path: string, text: string): Content {
  if (path === 'name') return { ...content, name: text.trim() };
  if (path === 'aliases' || path === 'locked') return { ...content, [path]: listOf(text) };
  const [field = '', ...rest] = path.split('.');
  const schema = kind.jsonSchema.properties?.[field];
  if (schema === undefined)
    throw unknownField(content.name, path, ['name', 'aliases', ...kind.fields.map(({ name }) => name)]);
  const [part, ...more] = rest;
  if (part === undefined) return withValue(content, field, readValue(schema, text, content.document[field]));
  const inner = schema.properties?.[part];
  if (inner === undefined || more.length > 0)
    throw unknownField(
      content.name,
      path,
      Object.keys(schema.properties ?? {}).map((name) => `${field}.${name}`),
    );
  const now = content.document[field];
  return withValue(content, field, { ...(isObject(now) ? now : {}), [part]: readValue(inner, text, undefined) });
}

function withValue(content: Content, field: string, value: Json): Content {
  return { ...content, document: { ...content.document, [field]: value } };
}

function readValue(schema: JsonSchema, text: string, now: Json | undefined): Json {
  if (schema.type === 'string' || (schema.type === undefined && schema['enum'] !== undefined)) return text;
  if (schema.type === 'object' && schema.properties !== undefined) {
    const parts = partsOf(text, schema.properties);
    if (parts !== undefined) return { ...(isObject(now) ? now : {}), ...parts };
  }
  try {
    return parse(text, { maxAliasCount: 0 }) as Json;
  } catch {
    return text;
  }
}

/** `sentences=clipped; avoids=his son` as parts; a text without a part's name is the sentences of a voice. */
function partsOf(text: string, properties: Readonly<Record<string, JsonSchema>>): Document | undefined {
  const pairs = text.split(';').map((pair) => /^\s*(\w+)\s*=\s*([\s\S]*?)\s*$/.exec(pair));
  const isNamed = pairs.every((pair) => pair !== null && Object.hasOwn(properties, pair[1] ?? ''));
  if (isNamed) return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return Object.hasOwn(properties, 'sentences') && !/^\s*[{[]/.test(text) ? { sentences: text } : undefined;
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function isObject(value: Json | undefined): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownField(name: string, field: string, known: readonly string[]): ScriptGenError {
  const near = nearest(field, known);
  return new ScriptGenError({
    code: 'bible/invalid',
    message: `${name} has no field ${JSON.stringify(field)}.`,
    hint: near === undefined ? `Its fields are: ${known.join(', ')}.` : `Did you mean ${near}?`,
  });
}
