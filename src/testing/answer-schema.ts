import type { Json } from '../core/index.ts';

/** A JSON Schema, or a part of one. */
type Schema = { readonly [key: string]: Json | undefined };

const WORDS =
  'amber anchor answer ash barrel beacon bell bottle bridge candle canvas chalk cliff coat copper corner crow dawn debt ' +
  'door drawer dust ember engine ferry field fire fog garden gate glass glove gravel hammer harbour hinge hollow honey ' +
  'iron island kettle key ladder lamp letter lock meadow mirror morning needle night oar orchard paper pebble pier ' +
  'promise quarry rain river road rope salt shadow shelf signal silence silver smoke stair stone storm string table ' +
  'thread tide timber tower trumpet vessel wagon wall water whistle willow window winter wire wool';
const LIST = WORDS.split(' ');

/**
 * Make a value that a JSON Schema admits, the same for the same seed, another for another seed.
 *
 * Holds to types, `enum`, `const`, `anyOf`/`oneOf`, `$ref` into `$defs`, required and closed objects, and the bounds of
 * arrays, texts and numbers; not to `pattern` and `format`. Texts are several plain words, different at every path.
 */
export function answerForSchema(schema: Json, seed: string): Json {
  const root = asSchema(schema);
  return anyValue(root, { seed, path: '', root });
}

interface Place {
  readonly seed: string;
  readonly path: string;
  readonly root: Schema;
}

function anyValue(schema: Schema, place: Place): Json {
  const { const: only, enum: choices, $ref: ref } = schema;
  if (only !== undefined) return only;
  if (Array.isArray(choices)) return pick(choices, place);
  if (typeof ref === 'string') return anyValue(resolve(ref, place.root), place);
  const alternatives = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(alternatives)) return anyValue(asSchema(pick(alternatives, place)), place);
  const type = Array.isArray(schema['type']) ? pick(schema['type'], place) : schema['type'];
  if (type === 'object') return objectOf(schema, place);
  if (type === 'array') return arrayOf(schema, place);
  if (type === 'string') return textOf(schema, place);
  if (type === 'integer' || type === 'number') return numberOf(schema, place);
  if (type === 'boolean') return dice(place) % 2 === 0;
  return null;
}

function objectOf(schema: Schema, place: Place): Json {
  const fields = Object.entries(asSchema(schema['properties'] ?? {}));
  return Object.fromEntries(fields.map(([name, field]) => [name, anyValue(asSchema(field ?? {}), under(place, name))]));
}

function arrayOf(schema: Schema, place: Place): Json {
  const least = numberIn(schema, 'minItems') ?? said(schema, /(?:Exactly|At least) (\d+) items/) ?? 1;
  const most = numberIn(schema, 'maxItems') ?? said(schema, /(?:Exactly|At most) (\d+) items/) ?? Math.max(least, 3);
  const length = Math.min(least, most) + (dice(place) % (Math.max(0, Math.min(most, least + 2) - least) + 1));
  const items = asSchema(schema['items'] ?? {});
  return Array.from({ length }, (_, index) => anyValue(items, under(place, String(index))));
}

/** A bound that stands in words, where a provider took it out of the schema: a model would read it too. */
function said({ description }: Schema, words: RegExp): number | undefined {
  const found = words.exec(typeof description === 'string' ? description : '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function textOf(schema: Schema, place: Place): string {
  const least = numberIn(schema, 'minLength') ?? 0;
  const most = numberIn(schema, 'maxLength') ?? Number.POSITIVE_INFINITY;
  const start = dice(place);
  const count = 4 + (start % 5);
  let text = '';
  for (let index = 0; index < count || text.length < least; index += 1) {
    text += `${index === 0 ? '' : ' '}${wordAt(place, index)}`;
  }
  const cut = text.slice(0, most).trimEnd();
  return (cut.charAt(0).toUpperCase() + cut.slice(1)).padEnd(least, 's');
}

function numberOf(schema: Schema, place: Place): number {
  const above = numberIn(schema, 'exclusiveMinimum');
  const below = numberIn(schema, 'exclusiveMaximum');
  const least = Math.ceil(numberIn(schema, 'minimum') ?? (above === undefined ? 1 : Math.floor(above) + 1));
  const most = Math.floor(numberIn(schema, 'maximum') ?? (below === undefined ? least + 8 : Math.ceil(below) - 1));
  return least + (dice(place) % (Math.max(0, Math.min(most, least + 8) - least) + 1));
}

function wordAt(place: Place, index: number): string {
  return LIST[dice(under(place, `word ${index}`)) % LIST.length] ?? 'stone';
}

function pick(choices: readonly Json[], place: Place): Json {
  return choices[dice(place) % choices.length] ?? null;
}

/** A whole number below 2³² that seed and path decide. FNV-1a: the fake server must cost next to nothing. */
function dice({ seed, path }: Place): number {
  let hash = 0x811c9dc5;
  const text = `${seed}/${path}`;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function under(place: Place, name: string): Place {
  return { ...place, path: `${place.path}/${name}` };
}

function resolve(ref: string, root: Schema): Schema {
  const names = ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  return names.reduce((at, name) => asSchema(at[name] ?? {}), root);
}

function numberIn(schema: Schema, key: string): number | undefined {
  const value = schema[key];
  return typeof value === 'number' ? value : undefined;
}

function asSchema(value: Json): Schema {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Schema) : {};
}
