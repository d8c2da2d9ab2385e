import { readFileSync, writeFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { Screenplay } from '../tree.ts';
import { NODES, treePage } from './fixtures/tree-page.ts';
import { parseJson } from './parse.ts';
import { type ScreenplaySchema, screenplayJsonSchema } from './schema.ts';

/*
 * `DOCS=write npx vitest run src/screenplay/json` writes the schema and the page anew; `npx biome check --write config`
 * then gives the schema its form.
 */

const ROOT = new URL('../../../', import.meta.url);
const SCHEMA = new URL('config/screenplay.schema.json', ROOT);
const PAGE = new URL('docs/tree.md', ROOT);

type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;

test('the schema describes the tree, no field more and no field less', () => {
  expectTypeOf<Fixed<z.infer<typeof ScreenplaySchema>>>().toEqualTypeOf<Fixed<Screenplay>>();
});

test('the shipped JSON Schema is what the reader goes by', () => {
  const schema = JSON.parse(JSON.stringify(screenplayJsonSchema()));
  if (process.env['DOCS'] === 'write') writeFileSync(SCHEMA, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toEqual(schema);
});

test('the page about the tree is what the schema says', () => {
  const page = treePage();
  if (process.env['DOCS'] === 'write') writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

test('the page has every node with every field, and no other', () => {
  const page = readFileSync(PAGE, 'utf8');
  const [, ...parts] = page.split('\n## ');
  const told = parts.map((part) => [part.split('\n', 1)[0], [...part.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key)]);
  const known = Object.entries(NODES).map(([name, { properties }]) => [name, Object.keys(properties ?? {})]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(known));
});

test('every sample of a block is read without a remark', () => {
  const blocks = Object.values(NODES)
    .flatMap(({ examples = [], properties }) => (properties?.['position'] === undefined ? [] : examples))
    .filter((example) => typeof example === 'object' && example !== null && 'type' in example);
  expect(blocks.length).toBe(15);
  const { screenplay, notes } = parseJson(JSON.stringify({ type: 'screenplay', titlePage: null, children: blocks }));
  expect(notes).toEqual([]);
  expect(screenplay.children).toEqual(blocks);
});

test('every sample on the page is what its node says, and so is the file at its head', () => {
  const { $defs, $schema } = JSON.parse(JSON.stringify(screenplayJsonSchema()));
  for (const [name, { examples = [], oneOf }] of Object.entries(NODES)) {
    const schema = z.fromJSONSchema({ $schema, $defs, $ref: `#/$defs/${name}` });
    expect(examples.length > 0 || oneOf !== undefined, name).toBe(true);
    for (const example of examples) expect(schema.safeParse(example).error, name).toBeUndefined();
  }
  const [, head = ''] = /```json\n([\s\S]*?)```/.exec(treePage()) ?? [];
  expect(parseJson(head).notes).toEqual([]);
});
