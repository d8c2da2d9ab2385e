import type { JsonSchema, Kind } from '../kinds/kind.ts';

const TEXT: JsonSchema = { type: 'string' };
const TEXTS: JsonSchema = { type: 'array', items: TEXT };

/** A fact as it stands in a file. Its value is whatever its field is, or any. */
export const FACT: JsonSchema = {
  type: 'object',
  properties: {
    id: TEXT,
    field: TEXT,
    value: {},
    from: TEXT,
    to: TEXT,
    holders: {
      type: 'array',
      items: { type: 'object', properties: { character: TEXT, since: TEXT, believes: TEXT } },
    },
    secretUntil: TEXT,
  },
};

/** What stands in a file before an entry's own fields. */
export const BEFORE: Readonly<Record<string, JsonSchema>> = {
  id: TEXT,
  kind: TEXT,
  name: TEXT,
  aliases: TEXTS,
  version: { type: 'integer' },
  overrides: TEXT,
  locked: TEXTS,
  state: TEXT,
};

/** The schema of a file of one kind: what the text of a value is read as, and the order in which it is printed. */
export function fileSchema(kind: Kind): JsonSchema {
  const properties = { ...BEFORE, ...kind.jsonSchema.properties, facts: { type: 'array', items: FACT } };
  return { type: 'object', properties };
}
