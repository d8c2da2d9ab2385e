import { z } from 'zod';
import { addFault, addUnknownField, type Faults } from './faults.ts';
import type { Path } from './path.ts';

/** What a reader gives for a value that cannot be used. */
export const NOTHING = Symbol('nothing');

/** Reads a value by a schema: gives what of it the schema knows, or {@link NOTHING}; adds what is wrong to `faults`. */
export type ShapeReader = (value: unknown, path: Path, faults: Faults) => unknown;

/**
 * Make the reader of a schema.
 *
 * As strict as the schema's own `parse`, but one wrong part does not lose the rest: a field that may be absent, an
 * item of a list and what may be `null` are left out alone, and fields that the schema does not know are. One pass
 * over the value, no deeper than the schema; only fields that the schema names are ever looked up.
 */
export function shapeReader(schema: z.core.$ZodType): ShapeReader {
  if (schema instanceof z.ZodObject) return objectReader(schema);
  if (schema instanceof z.ZodArray) return arrayReader(shapeReader(schema.element));
  if (schema instanceof z.ZodNullable) return nullableReader(shapeReader(schema.unwrap()));
  if (schema instanceof z.ZodDiscriminatedUnion) return unionReader(schema);
  return leafReader(schema);
}

type Fields = Readonly<Record<string, unknown>>;

function objectReader(schema: z.ZodObject): ShapeReader {
  const fields = Object.entries(schema.shape).map(([key, field]) => {
    const optional = field instanceof z.ZodExactOptional;
    return { key, optional, read: shapeReader(optional ? field.unwrap() : field) };
  });
  const known = new Set(fields.map(({ key }) => key));
  return (value, path, faults) => {
    if (!isObject(value)) return wrong(path, faults, 'expected an object');
    for (const key of Object.keys(value)) {
      if (!known.has(key)) addUnknownField({ inside: path, key }, faults);
    }
    const result: Record<string, unknown> = {};
    for (const { key, optional, read } of fields) {
      if (!Object.hasOwn(value, key)) {
        if (optional) continue;
        return wrong(path, faults, `${key} is missing`);
      }
      const place = { inside: path, key };
      const part = read(value[key], place, faults);
      if (part !== NOTHING) result[key] = part;
      else if (optional) lose(place, faults);
      else return NOTHING;
    }
    return result;
  };
}

function arrayReader(read: ShapeReader): ShapeReader {
  return (value, path, faults) => {
    if (!Array.isArray(value)) return wrong(path, faults, 'expected a list');
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const place = { inside: path, key: index };
      const item = read(value[index], place, faults);
      if (item === NOTHING) lose(place, faults);
      else items.push(item);
    }
    return items;
  };
}

function nullableReader(read: ShapeReader): ShapeReader {
  return (value, path, faults) => {
    const result = value === null ? null : read(value, path, faults);
    if (result !== NOTHING) return result;
    lose(path, faults);
    return null;
  };
}

/** Told apart by a field that holds one text. */
function unionReader(schema: z.ZodDiscriminatedUnion): ShapeReader {
  const { discriminator } = schema.def;
  const readers = new Map<unknown, ShapeReader>();
  for (const option of schema.options) {
    const mark = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
    if (mark instanceof z.ZodLiteral) for (const value of mark.values) readers.set(value, shapeReader(option));
  }
  return (value, path, faults) => {
    if (!isObject(value)) return wrong(path, faults, 'expected an object');
    const mark = Object.hasOwn(value, discriminator) ? value[discriminator] : undefined;
    const read = readers.get(mark);
    if (read !== undefined) return read(value, path, faults);
    if (typeof mark !== 'string') return wrong(path, faults, `${discriminator} is missing, or is no text`);
    const place = { inside: path, key: discriminator };
    const message = `${JSON.stringify(mark.slice(0, 40))} is not a known ${discriminator}`;
    addFault(faults, { rule: 'json/unknown-type', path: place, message });
    return NOTHING;
  };
}

function leafReader(schema: z.core.$ZodType): ShapeReader {
  return (value, path, faults) => {
    const read = z.safeParse(schema, value);
    if (read.success) return read.data;
    return wrong(path, faults, read.error.issues[0]?.message.replace(/^Invalid input: /, '') ?? 'not as it should be');
  };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(path: Path, faults: Faults, message: string): typeof NOTHING {
  addFault(faults, { rule: 'json/shape', path, message });
  return NOTHING;
}

/** Say of the fault found last, which made this place unusable, what is left out because of it. */
function lose(path: Path, faults: Faults): void {
  const { last } = faults;
  if (last !== undefined && last.lost === undefined) last.lost = { path };
}
