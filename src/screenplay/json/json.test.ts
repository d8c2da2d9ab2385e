import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { action, dialogue, heading, screenplay } from '../build.ts';
import { parseFountain } from '../fountain/parse.ts';
import { anyScreenplay } from './fixtures/any-screenplay.ts';
import { parseJson } from './parse.ts';
import { printJson } from './print.ts';
import { ScreenplaySchema, screenplayJsonSchema } from './schema.ts';

const PLAYS = new URL('../../../../shared/data/plays/', import.meta.url);

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(anyScreenplay, fc.boolean(), (script, pretty) => {
      const text = printJson(script, { source: true, pretty });
      expect(parseJson(text)).toEqual({ screenplay: script, notes: [] });
    }),
    { numRuns: 1000 },
  );
});

test('the text it was read from goes along only when it is asked for', () => {
  fc.assert(
    fc.property(anyScreenplay, ({ source, ...script }) => {
      const given = source === undefined ? script : { ...script, source };
      expect(parseJson(printJson(given)).screenplay).toEqual(script);
    }),
  );
});

test('what is written has the form of the shipped JSON Schema', () => {
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(screenplayJsonSchema())));
  fc.assert(
    fc.property(anyScreenplay, (script) => {
      schema.parse(JSON.parse(printJson(script, { source: true })));
    }),
  );
});

// The plays are research material that is not part of the project.
test.skipIf(!existsSync(PLAYS))('whole plays survive the trip', () => {
  const files = readdirSync(PLAYS).filter((file) => file.endsWith('.fountain'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const { screenplay: play } = parseFountain(readFileSync(new URL(file, PLAYS), 'utf8'));
    expect(parseJson(printJson(play, { source: true }))).toEqual({ screenplay: play, notes: [] });
  }
});

test('any value gives a screenplay of the right form, and reading it again finds nothing more', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.tuple(anyScreenplay, fc.nat(40), fc.jsonValue()).map(([script, at, value]) => spoil(script, at, value)),
  );
  fc.assert(
    fc.property(anything, (value) => {
      const { screenplay: read, notes } = parseJson(JSON.stringify(value));
      expect(ScreenplaySchema.safeParse(read).success).toBe(true);
      expect(parseJson(printJson(read, { source: true }))).toEqual({ screenplay: read, notes: [] });
      if (ScreenplaySchema.safeParse(value).success) expect(notes).toEqual([]);
      else expect(notes).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => json.slice(0, -1)),
      ),
      (text) => {
        const { notes } = parseJson(text);
        expect(notes.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['', 1, 1, 'a value'],
  ['{"screenplay": {\n  "type": "screenplay",\n  "titlePage": nul\n}}', 3, 16, 'a value'],
  ['{"a": 1,}', 1, 9, 'a field name in double quotes'],
  ['{"a" 1}', 1, 6, '":"'],
  ['[1, 2', 1, 6, '"," or "]"'],
  ['[1, 2}', 1, 6, '"," or "]"'],
  ['{"a": "x\ny"}', 1, 9, 'the end of the text, or an escape such as \\n'],
  ['{"a": "C:\\dir"}', 1, 10, 'an escape that JSON knows, or \\\\'],
  ['{"a": "x', 1, 9, 'a double quote'],
  ['{}\n{}', 2, 1, 'the end of the file'],
])('a fault in the JSON is found: %j', (text, line, column, expected) => {
  const { screenplay: read, notes } = parseJson(text);
  expect(read.children).toEqual([]);
  expect(notes).toEqual([
    expect.objectContaining({ rule: 'json/syntax', severity: 'blocker', line, column, fix: `Put ${expected} here.` }),
  ]);
});

test('a wrong part is left out alone and named with its path and place', () => {
  const text = `{
  "version": 1,
  "screenplay": {
    "type": "screenplay",
    "titlePage": { "entries": "none" },
    "children": [
      { "type": "action", "text": "Rain.", "revision": "blue", "mood": 1 },
      { "type": "hologram", "text": "?" },
      { "type": "dialogue", "name": "MARA", "extensions": [], "parts": [{ "type": "speech" }, { "type": "speech", "text": "Go." }] },
      { "type": "section", "text": "One", "depth": 9 }
    ]
  }
}`;
  const { screenplay: read, notes } = parseJson(text);
  expect(read).toEqual(screenplay(null, action('Rain.'), dialogue('MARA', 'Go.')));
  expect(notes.map(({ rule, severity, line, column, message }) => [rule, severity, line, column, message])).toEqual([
    ['json/shape', 'major', 5, 20, expect.stringMatching(/^screenplay\.titlePage\.entries: expected a list/)],
    ['json/unknown-field', 'minor', 7, 64, 'screenplay.children[0].mood: not a known field. It is left out.'],
    ['json/shape', 'minor', 7, 44, expect.stringMatching(/^screenplay\.children\[0\]\.revision: .*It is left out\.$/)],
    [
      'json/unknown-type',
      'major',
      8,
      9,
      'screenplay.children[1].type: "hologram" is not a known type. screenplay.children[1] is left out.',
    ],
    ['json/shape', 'major', 9, 73, 'screenplay.children[2].parts[0]: text is missing. It is left out.'],
    ['json/shape', 'major', 10, 43, expect.stringMatching(/\.depth: .*<=6\. screenplay\.children\[3\] is left out\.$/)],
  ]);
});

test('a file of a newer form is read as far as it is known, and says so', () => {
  const script = screenplay(null, heading('int. house - day'));
  const { screenplay: read, notes } = parseJson(printJson(script).replace('"version":1', '"version":2,"mood":{}'));
  expect(read).toEqual(script);
  expect(notes.map(({ rule, severity, column }) => [rule, severity, column])).toEqual([
    ['json/version', 'major', undefined],
    ['json/unknown-field', 'minor', 53],
  ]);
});

test('keys that reach for the prototype are unknown fields', () => {
  const text =
    '{"type":"screenplay","titlePage":null,"__proto__":{"polluted":1},"children":[{"type":"action","text":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},{"type":"__proto__"},{"type":"constructor"}]}';
  const { screenplay: read, notes } = parseJson(text);
  expect(read.children).toEqual([action('a')]);
  expect(Object.getPrototypeOf(read.children[0])).toBe(Object.prototype);
  expect('polluted' in {} || 'polluted' in read).toBe(false);
  expect(notes.length).toBe(5);
});

test('a text nested a million deep is read, or refused, without an error', () => {
  const deep = '['.repeat(1_000_000);
  expect(parseJson(deep).notes).toEqual([expect.objectContaining({ rule: 'json/syntax', line: 1, column: 1_000_001 })]);
  const closed = `{"type":"screenplay","titlePage":null,"children":[{"type":"action","text":${deep}${']'.repeat(1_000_000)}}]}`;
  const { screenplay: read, notes } = parseJson(closed);
  expect(read.children).toEqual([]);
  expect(notes).toEqual([expect.objectContaining({ line: 1, column: 68 })]);
});

test('a hundred thousand wrong parts make a hundred notes and one that counts the rest', () => {
  const extensions = Array.from({ length: 100_000 }, (_, index) => index);
  const block = { type: 'dialogue', name: 'MARA', extensions, parts: [] };
  const { screenplay: read, notes } = parseJson(
    JSON.stringify({ type: 'screenplay', titlePage: null, children: [block] }),
  );
  expect(read.children).toEqual([{ ...block, extensions: [] }]);
  expect(notes.length).toBe(101);
  expect(notes.at(-1)?.message).toContain('99900 more');
});

test('whoever does not read JSON does not load Zod', () => {
  const read = new Set<string>();
  const queue = [new URL('../index.ts', import.meta.url).href];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (read.has(file)) continue;
    read.add(file);
    const text = readFileSync(new URL(file), 'utf8').replaceAll(/(?:import|export) type [^;]*;/g, '');
    expect(text, file).not.toContain("from 'zod'");
    for (const [, name = ''] of text.matchAll(/from '(\.[^']+)'/g)) queue.push(new URL(name, file).href);
  }
  expect(read.size).toBeGreaterThan(10);
});

/** Put a value in a place of a tree: the `at`-th of its fields and items, counted through from outside in. */
function spoil(script: object, at: number, value: unknown): unknown {
  const copy: object = structuredClone(script);
  const places: (readonly [object, string])[] = [];
  const queue: object[] = [copy];
  for (let next = queue.shift(); next !== undefined; next = queue.shift())
    for (const [key, part] of Object.entries(next)) {
      places.push([next, key]);
      if (typeof part === 'object' && part !== null) queue.push(part);
    }
  const [target, key] = places[at % places.length] ?? [copy, 'type'];
  Reflect.set(target, key, value);
  return copy;
}
