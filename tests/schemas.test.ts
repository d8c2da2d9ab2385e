import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { kindsSchema } from '../src/bibles/index.ts';
import { MODEL_ROLES, modelsJsonSchema } from '../src/llm/index.ts';
import { projectSchema } from '../src/project/bible/kinds-config.ts';
import { provenanceSchema } from '../src/project/provenance/provenance.ts';
import { promptsSchema, ROLES } from '../src/prompts/index.ts';
import { structuresSchema } from '../src/structures/index.ts';

/*
 * The schemas that are shipped. `SCHEMAS=write npm test -- tests/schemas.test.ts` writes them anew.
 */

const CONFIG = resolve(import.meta.dirname, '../config');

test.each([
  ['project.schema.json', projectSchema],
  ['kinds.schema.json', kindsSchema],
  ['prompts.schema.json', promptsSchema],
  ['models.schema.json', modelsJsonSchema],
  ['structures.schema.json', structuresSchema],
  ['provenance.schema.json', provenanceSchema],
] as const)('config/%s is what the code reads', (name, make) => {
  const file = join(CONFIG, name);
  if (process.env['SCHEMAS'] === 'write') writeFileSync(file, `${JSON.stringify(make(), null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(make())));
});

test('every field of a built-in kind says what it is', () => {
  const { $defs } = kindsSchema();
  for (const [kind, { properties = {} }] of Object.entries($defs))
    for (const [field, { description = '' }] of Object.entries(properties))
      expect(description, `${kind}.${field}`).not.toBe('');
});

test('every role that a prompt has may have a model of its own', () => {
  expect(MODEL_ROLES).toEqual(expect.arrayContaining([...ROLES]));
});
