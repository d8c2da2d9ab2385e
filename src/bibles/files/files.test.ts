import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '../../core/index.ts';
import { KINDS } from '../fixtures/random-story.ts';
import { makePerson, makePlace } from '../fixtures/story.ts';
import {
  type Fact,
  type FileEntry,
  type FileFault,
  isBibleFile,
  parseBible,
  parseEntry,
  printBible,
  printEntry,
  withUserKinds,
} from '../index.ts';
import { printYaml } from './print-yaml.ts';

const RUNS = Number(process.env['RUNS'] ?? 500);

/** Kinds with fields of every type, and two whose names differ in a capital. */
const ALL = withUserKinds({
  prop: {
    prefix: 'pr',
    schema: {
      type: 'object',
      properties: {
        look: { type: 'string' },
        Look: { type: 'string' },
        weight: { type: 'number' },
        isReal: { type: 'boolean' },
        any: {},
        parts: { type: 'array', items: { type: 'object', properties: { of: { type: 'string' }, more: {} } } },
      },
    },
  },
});

/** Texts that a YAML or Markdown file could take for something else. */
const PIECES = [
  ...[
    'yes',
    'no',
    'null',
    '~',
    'true',
    'on',
    'Off',
    '1e3',
    '0x1f',
    '012',
    '.inf',
    '2024-01-31',
    '12:30',
    '-',
    '?',
    ':',
  ],
  ...[
    '---',
    '...',
    '#',
    ' #',
    ': ',
    '- ',
    '"',
    "'",
    '`',
    '|',
    '>',
    '%',
    '@',
    '&a',
    '*a',
    '!x',
    '{',
    '}',
    '[',
    ']',
    ',',
  ],
  ...['\n', '\n\n', ' ', '  ', '\t', '\r\n', '\r', '\u2028', '\u0085', '\ufeff', '\u0000', '\u001b', '\\', '\\n'],
  ...[
    '## Look',
    '## ',
    '# x',
    '<<',
    '=',
    'Maya',
    '田中',
    'é',
    'e\u0301',
    '👩‍🚒',
    '\ud800',
    'a long sentence that goes on',
  ],
] as const;

const aText = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((pieces) => pieces.join('')) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join(' ')) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
);
/** Names stand in one line; see `contentFaults`. */
const aLine = aText.map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '')).filter((text) => text !== '');
const aName = aLine.filter((text) => text.trim() !== '');
const anId = fc.stringMatching(/^[a-z]{2}_[a-z0-9]{1,6}$/);
const aKey = fc.constantFrom('a', 'yes', '1', 'a b', ':', '#', '"', '');
const aValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    aText as fc.Arbitrary<Json>,
    fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
    ) as fc.Arbitrary<Json>,
    fc.constant<Json>(null),
    fc.array(tie('value'), { maxLength: 3 }) as fc.Arbitrary<Json>,
    fc.dictionary(aKey, tie('value'), { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<Json>,
  ),
})).value;

const aFact = fc.record(
  {
    id: anId,
    field: fc.constantFrom('look', 'yes'),
    value: aValue,
    from: anId,
    to: anId,
    holders: fc.array(fc.record({ character: anId, since: anId, believes: aText }, { requiredKeys: ['character'] }), {
      maxLength: 2,
    }),
    secretUntil: anId,
  },
  { requiredKeys: ['id', 'value'] },
) as fc.Arbitrary<Fact>;

const aCharacter = fc.record(
  {
    role: fc.constantFrom('protagonist', 'other'),
    ...Object.fromEntries(
      ['age', 'look', 'want', 'need', 'fear', 'contradiction', 'notes', 'secret'].map((field) => [field, aText]),
    ),
    voice: fc.record({
      vocabulary: aText,
      sentences: aText,
      avoids: aText,
      address: aText,
      partners: fc.array(fc.record({ to: aText, form: aText }), { maxLength: 2 }),
    }),
    relations: fc.array(fc.record({ to: aText, is: aText }), { maxLength: 2 }),
  },
  { requiredKeys: ['role', 'age', 'look', 'want', 'need', 'fear', 'contradiction', 'voice'] as never },
);
const aProp = fc.record(
  {
    look: aText,
    Look: aText,
    weight: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
    isReal: fc.boolean(),
    any: aValue,
    parts: fc.array(fc.record({ of: aText, more: aValue }, { requiredKeys: ['of'] }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const anEntry: fc.Arbitrary<FileEntry> = fc
  .record(
    {
      id: anId,
      name: aName,
      aliases: fc.array(aLine, { maxLength: 2 }),
      version: fc.integer({ min: 1, max: 99 }),
      locked: fc.subarray(['look', 'name', 'voice.avoids']),
      state: fc.constantFrom('accepted', 'draft', 'removed'),
      facts: fc.uniqueArray(aFact, { selector: ({ id }) => id, maxLength: 3 }),
      of: fc.oneof(
        aCharacter.map((document) => ({ kind: 'character', document })),
        aProp.map((document) => ({ kind: 'prop', document })),
      ),
    },
    { requiredKeys: ['name', 'aliases', 'locked', 'state', 'facts', 'of'] },
  )
  .map(({ of, ...entry }) => ({ ...entry, ...of }) as unknown as FileEntry);

const FORMS = ['yaml', 'md'] as const;

test.each(FORMS)('an entry that is printed as %s and read says the same, whatever its texts', (form) => {
  fc.assert(
    fc.property(anEntry, (entry) => {
      const { path, text } = printed(entry, form);
      const onDisk = Buffer.from(text).toString();
      expect(parseEntry(path, onDisk, ALL)).toEqual({ ok: true, value: { ...entry, path } });
    }),
    { numRuns: RUNS },
  );
});

test('a file holds nothing that an editor or another reader of YAML changes', () => {
  fc.assert(
    fc.property(anEntry, fc.constantFrom(...FORMS), (entry, form) => {
      expect(printed(entry, form).text).not.toMatch(/[\p{Cc}\u2028\u2029\ufeff](?<!\n)|\p{Surrogate}/u);
    }),
    { numRuns: RUNS },
  );
});

test('a bible that is printed as JSON and read says the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anEntry, { selector: ({ id }) => id ?? '', maxLength: 3 }), (entries) => {
      const [file] = printBible(entries, ALL, 'json');
      const path = 'bible.json';
      expect(parseBible([{ path, text: file?.text ?? '' }], ALL)).toEqual({
        ok: true,
        value: entries.map((entry) => ({ ...entry, path })),
      });
    }),
    { numRuns: RUNS },
  );
});

test('a file is the same text after it was read and printed, and so is one with line ends of Windows', () => {
  fc.assert(
    fc.property(anEntry, fc.constantFrom(...FORMS), (entry, form) => {
      const { path, text } = printed(entry, form);
      for (const saved of [text, text.replaceAll('\n', '\r\n')]) {
        const result = parseEntry(path, saved, ALL);
        expect(result.ok && printed(result.value, form).text).toBe(text);
      }
    }),
    { numRuns: RUNS },
  );
});

test('YAML is as any reader of YAML 1.1 or 1.2 reads it', () => {
  fc.assert(
    fc.property(anEntry, (entry) => {
      const { text } = printed(entry, 'yaml');
      for (const version of ['1.1', '1.2'] as const) {
        const { name, look } = parse(text, { version, logLevel: 'silent' }) as {
          readonly name: string;
          readonly look?: string;
        };
        expect([name, look]).toEqual([entry.name, entry.document['look']]);
      }
    }),
    { numRuns: RUNS / 5 },
  );
});

const maya = makePerson('Maya', {
  aliases: ['May'],
  locked: ['voice'],
  document: {
    age: '34',
    look: 'A coat that was good once: grey, too long, and never buttoned, whatever the weather does.',
    backstory: 'She left.\n\nShe came back.',
    secret: 'yes',
  },
  facts: [
    {
      id: 'fa_1',
      field: 'look',
      value: 'arm in a cast',
      from: 'sc_2',
      holders: [{ character: 'ch_tom', believes: 'She fell.' }],
    },
  ],
});

test.each([
  ['a short text as it is', "It's 5 o'clock, isn't it?", "a: It's 5 o'clock, isn't it?\n"],
  ['a long text in a block of its own', `${'word: '.repeat(20)}end`, `a: |-\n  ${'word: '.repeat(20)}end\n`],
  ['a text of lines as lines', 'one\n\n  two\n', 'a: |\n  one\n\n    two\n'],
  ['what only looks like a text in quotes', '2024', 'a: "2024"\n'],
  ['spaces at the beginning in quotes', '  one\ntwo', 'a: "  one\\ntwo"\n'],
  [
    'what editors change as escapes, on one line',
    `\t${'word '.repeat(30)}\u2028\r\n`,
    `a: "\\t${'word '.repeat(30)}\\u2028\\r\\n"\n`,
  ],
  ['so in names of fields', { '\ufeffb': 1 }, 'a:\n  "\\ufeffb": 1\n'],
])('YAML has %s', (_, value, text) => {
  expect(printYaml({ a: value })).toBe(text);
});

test('a file is to be read by people', () => {
  expect(printed(maya, 'yaml').text).toBe(`id: ch_maya
name: Maya
aliases:
  - May
version: 1
locked:
  - voice
role: other
age: "34"
look: |-
  A coat that was good once: grey, too long, and never buttoned, whatever the weather does.
want: out
need: rest
fear: water
contradiction: kind thief
secret: "yes"
voice:
  vocabulary: v
  sentences: s
  avoids: a
  address: d
  partners: []
backstory: |-
  She left.

  She came back.
notes: ""
facts:
  - id: fa_1
    field: look
    value: arm in a cast
    from: sc_2
    holders:
      - character: ch_tom
        believes: She fell.
`);
  expect(printed(maya, 'md').text.split('---\n')[2]).toBe(`
## Look

A coat that was good once: grey, too long, and never buttoned, whatever the weather does.

## Backstory

She left.

She came back.
`);
});

test('a file that was written by hand is read as it is meant, and printed in one form from then on', () => {
  const text = `# Our hero
name:   'Maya'
role: other
voice: {vocabulary: v, sentences: s, avoids: a, address: d}
age: 34
look: yes
want: 2024-01-31
need:
fear: null
contradiction: >
  kind
  thief
relations:
facts:
- Maya is left-handed.
- field: look
  value: a limp
`;
  const result = parseEntry('characters/maya.yaml', text, ALL);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { id, version, document, facts } = result.value;
  expect([id, version]).toEqual([undefined, undefined]);
  expect(document).toMatchObject({ age: '34', look: 'yes', want: '2024-01-31', need: '', fear: '', relations: [] });
  expect(facts.map(({ value }) => value)).toEqual(['Maya is left-handed.', 'a limp']);
  expect(new Set(facts.map((fact) => fact.id)).size).toBe(2);
  const once = printed(result.value, 'yaml').text;
  const again = parseEntry('characters/maya.yaml', once, ALL);
  expect(again.ok && printed(again.value, 'yaml').text).toBe(once);
  expect(again.ok && again.value).toEqual(result.value);
});

test('headings are found whatever their capitals, and prose keeps its own headings', () => {
  const { text } = printed(maya, 'md');
  const result = parseEntry('characters/maya.md', text.replace('## Backstory', '##  BACKSTORY \n\n### Before'), ALL);
  expect(result.ok && result.value.document['backstory']).toBe('### Before\n\nShe left.\n\nShe came back.');
});

test.each<[what: string, path: string, text: string, faults: readonly (readonly [number | undefined, string])[]]>([
  ['broken YAML', 'characters/a.yaml', 'name: Maya\nrole: [a\nage: 3\n', [[3, 'Not YAML']]],
  [
    'keys that stand twice',
    'characters/a.yaml',
    'name: Maya\nage: x\nname: Tom\n',
    [[3, 'Not YAML: Map keys must be unique']],
  ],
  ['two documents', 'characters/a.yaml', 'name: Maya\n---\nname: Tom\n', [[2, 'Not YAML']]],
  [
    'aliases',
    'characters/a.yaml',
    'a: &a [x]\nb: [*a, *a]\n',
    [
      [1, 'An anchor (&a)'],
      [2, 'An alias (*a)'],
      [2, 'An alias (*a)'],
    ],
  ],
  ['directives', 'characters/a.yaml', '%FOO bar\n---\nname: Maya\n', [[1, 'Not YAML']]],
  ['tags', 'characters/a.yaml', 'name: !!binary aGk=\n', [[1, 'A tag (tag:yaml.org,2002:binary)']]],
  ['names of fields that are no words', 'characters/a.yaml', '? [a]\n: b\n', [[1, 'The name of a field is a word.']]],
  ['a list', 'characters/a.yaml', '- Maya\n', [[1, 'An entry is a group of fields']]],
  ['nothing', 'characters/a.yaml', '', [[1, 'An entry is a group of fields']]],
  ['a folder that says no kind', 'charakters/a.yaml', 'name: Maya\n', [[1, 'The folder "charakters" says no kind']]],
  ['a kind that there is not', 'x/a.yaml', 'name: Maya\nkind: plott\n', [[2, 'There is no kind "plott".']]],
  ['Markdown without front matter', 'characters/a.md', '# Maya\n', [[1, 'The file does not begin with front matter.']]],
  [
    'text under no heading',
    'props/a.md',
    '---\nname: A\n---\n\nHello\n\n## look\n\nold\n',
    [[5, 'This text belongs to no field.']],
  ],
  ['a heading of no field', 'props/a.md', '---\nname: A\n---\n## Loook\nold\n', [[4, 'A prop has no field "Loook".']]],
  [
    'a field that stands twice',
    'props/a.md',
    '---\nname: A\nweight: 1\nlook: new\n---\n## look\nold\n',
    [[6, 'The field look stands twice.']],
  ],
  [
    'values of another type',
    'props/a.md',
    '---\nname: A\nweight: heavy\n---\n## isReal\nno\n',
    [
      [3, 'weight: expected a number, got text'],
      [5, 'isReal: expected true or false, got text'],
    ],
  ],
  ['a name that is missing', 'props/a.yaml', 'weight: 1\n', [[1, 'name: expected a name, got empty text']]],
  [
    'a fact that is no fact',
    'props/a.yaml',
    'name: A\nfacts:\n  - id: fa_1\n    value: x\n    holder: Tom\n',
    [[5, 'facts.0.holder: expected no field of this name, got one']],
  ],
  ['facts that are no list', 'props/a.yaml', 'name: A\nfacts: x\n', [[2, 'facts: expected a list, got text']]],
  [
    'a version that is none',
    'props/a.yaml',
    'name: A\nversion: new\n',
    [[2, 'version: expected a whole number from 1 on']],
  ],
  ['JSON that breaks off', 'bible.json', '{"entries": [\n  {]', [[2, 'Not JSON']]],
  [
    'JSON of something else',
    'bible.json',
    '{"entries": []}',
    [[undefined, 'Not a bible: format: expected scriptgen/bible, got nothing']],
  ],
  [
    'JSON of a newer version',
    'bible.json',
    '{"format": "scriptgen/bible", "version": 2, "entries": []}',
    [[undefined, 'Written by a newer version: 2.']],
  ],
])('refuses %s, and says where', (_, path, text, expected) => {
  const faults = faultsOf([{ path, text }]);
  expect(faults.map(({ line, message }, place) => [line, message.slice(0, expected[place]?.[1].length)])).toEqual(
    expected,
  );
  for (const fault of faults) expect(fault.path).toBe(path);
});

test('an unknown field is told with the nearest name, its line and its column', () => {
  const text = 'name: A\nwheight: 3\nparts:\n  - of: wood\n    mroe: x\n    off: y\n';
  const kinds = withUserKinds({
    prop: {
      prefix: 'pr',
      schema: {
        type: 'object',
        properties: {
          weight: { type: 'number' },
          parts: {
            type: 'array',
            items: { type: 'object', additionalProperties: false, properties: { of: {}, more: {} } },
          },
        },
      },
    },
  });
  const result = parseBible([{ path: 'props/a.yaml', text }], kinds);
  const said = result.ok ? [] : result.faults.map(({ line, column, fix }) => [line, column, fix]);
  expect(said).toEqual([
    [2, 1, 'Did you mean "weight"?'],
    [5, 5, 'Did you mean "more"?'],
    [6, 5, 'Did you mean "of"?'],
  ]);
});

test('all files are read before anything is decided, and all faults are told', () => {
  const good = printed(maya, 'yaml');
  const faults = faultsOf([
    good,
    { path: 'characters/a.yaml', text: 'name: [' },
    { path: 'props/b.yaml', text: 'name: B\nweight: x\n' },
    { ...good, path: 'characters/copy.yaml' },
  ]);
  expect(faults.map(({ path }) => path)).toEqual(['characters/a.yaml', 'props/b.yaml', 'characters/copy.yaml']);
  expect(faults[2]?.message).toBe('characters/maya.yaml and characters/copy.yaml both have the id ch_maya.');
});

test('bombs of all sorts are refused in good time', () => {
  const levels = Array.from({ length: 12 }, (_, n) => `a${n}: &a${n} [${`*a${n - 1},`.repeat(n === 0 ? 0 : 9)}]`);
  const bombs = [
    levels.join('\n'),
    `name: ${'['.repeat(100_000)}`,
    `name: ${'{a: '.repeat(50_000)}`,
    `name: ${'x'.repeat(17_000_000)}`,
  ];
  for (const text of bombs) expect(faultsOf([{ path: 'props/a.yaml', text }]).length).toBeGreaterThan(0);
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const json = `{"format":"scriptgen/bible","version":1,"entries":[{"kind":"prop","name":"A","document":{"any":${deep}}}]}`;
  expect(faultsOf([{ path: 'bible.json', text: json }]).length).toBeGreaterThan(0);
});

test('a field of the name of something every object has is a field like others', () => {
  const faults = faultsOf([{ path: 'props/a.yaml', text: 'name: A\n__proto__: x\nconstructor: y\n' }]);
  expect(faults.map(({ message }) => message.split(':')[0])).toEqual(['__proto__', 'constructor']);
});

test('entries stand in the folder of their kind, under their names, in a stable order', () => {
  const named = (name: string, id: string): FileEntry => ({ ...makePerson(name), id });
  const entries = [
    named('Maya', 'ch_1'),
    named('MAYA!', 'ch_2'),
    named("Zoë O'Brien", 'ch_3'),
    named('田中', 'ch_4'),
    named('Con', 'ch_5'),
    named('??', 'ch_6'),
    named('Маша', 'ch_7'),
    makePlace('Chapel'),
  ];
  expect(printBible(entries, KINDS, 'yaml').map(({ path }) => path)).toEqual([
    'characters/maya.yaml',
    'characters/maya-2.yaml',
    'characters/zoe-obrien.yaml',
    'characters/田中.yaml',
    'characters/con-entry.yaml',
    'characters/ch-6.yaml',
    'characters/маша.yaml',
    'settings/chapel.yaml',
  ]);
});

test('a kind is said in the file where its folder says another', () => {
  const schema = { type: 'object', properties: { look: { type: 'string' } } } as const;
  const kinds = withUserKinds({ fly: { prefix: 'fl', schema }, flie: { prefix: 'fi', schema } });
  const entries = ['fly', 'flie'].map((kind) => ({ ...makePerson(kind), kind, document: { look: 'small' } }));
  const files = printBible(entries, kinds, 'yaml');
  expect(files.map(({ path, text }) => [path, text.includes('kind:')])).toEqual([
    ['flies/fly.yaml', false],
    ['flies/flie.yaml', true],
  ]);
  const result = parseBible(files, kinds);
  expect(result.ok && result.value.map(({ kind }) => kind)).toEqual(['fly', 'flie']);
});

test('a file of a bible is told from others by where it stands', () => {
  const paths = [
    'characters/maya.yaml',
    'bible/setting/x.yml',
    'props/a.md',
    'bible.json',
    'README.md',
    'x/a.yaml',
    'characters/a.txt',
  ];
  expect(paths.filter((path) => isBibleFile(path, KINDS))).toEqual(paths.slice(0, 4));
});

function printed(entry: FileEntry, form: 'yaml' | 'md'): { readonly path: string; readonly text: string } {
  const kind = ALL.get(entry.kind);
  if (kind === undefined) throw new Error(entry.kind);
  return printEntry(entry, kind, form);
}

function faultsOf(files: readonly { readonly path: string; readonly text: string }[]): readonly FileFault[] {
  const result = parseBible(files, ALL);
  return result.ok ? [] : result.faults;
}
