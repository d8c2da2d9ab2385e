import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMentions, foldName, nameIndex } from './index.ts';

type Names = Readonly<Record<string, readonly string[]>>;

/** Entries by their ids, each with its name and then its aliases, looked for in a text. */
function found(text: string, names: Names): readonly (readonly [entry: string, text: string])[] {
  const entries = Object.entries(names).map(([id, [name = '', ...aliases]]) => ({ id, name, aliases }));
  return findMentions(text, nameIndex(entries)).map((mention) => [mention.entry, mention.text]);
}

test.each<[what: string, text: string, names: Names, expected: readonly (readonly string[])[]]>([
  [
    'whole words only',
    'Tomorrow Tom, atom: Tom.',
    { t: ['Tom'] },
    [
      ['t', 'Tom'],
      ['t', 'Tom'],
    ],
  ],
  [
    'aliases',
    'May laughs at Maya.',
    { m: ['Maya', 'May'] },
    [
      ['m', 'May'],
      ['m', 'Maya'],
    ],
  ],
  [
    'the longest first',
    'Mary Ann and Mary.',
    { a: ['Mary'], b: ['Mary Ann'] },
    [
      ['b', 'Mary Ann'],
      ['a', 'Mary'],
    ],
  ],
  [
    'a shorter name where the longer is not written as it is',
    'MARY ann',
    { a: ['Mary'], b: ['Mary Ann'] },
    [['a', 'MARY']],
  ],
  ['straight possessives', "Maya's coat", { m: ['Maya'] }, [['m', 'Maya']]],
  ['curly possessives', 'Maya’s coat', { m: ['Maya'] }, [['m', 'Maya']]],
  ['possessives in capitals', "INT. MAYA'S ROOM", { m: ['Maya'] }, [['m', 'MAYA']]],
  ['cues', 'MAYA (V.O.)', { m: ['Maya'] }, [['m', 'MAYA']]],
  [
    'a name, not the word',
    'He will. Will he? Goodwill. WILL',
    { w: ['Will'] },
    [
      ['w', 'Will'],
      ['w', 'WILL'],
    ],
  ],
  ['places kept in capitals', 'The Chapel. A chapel.', { c: ['CHAPEL'] }, [['c', 'Chapel']]],
  [
    'small aliases that begin a sentence',
    'The old man sits; the old man waits.',
    { o: ['Ed', 'the old man'] },
    [
      ['o', 'The old man'],
      ['o', 'the old man'],
    ],
  ],
  [
    'Cyrillic',
    'Маша и МАША, машаллах',
    { m: ['Маша'] },
    [
      ['m', 'Маша'],
      ['m', 'МАША'],
    ],
  ],
  [
    'sharp s in capitals',
    'STRAUSS winkt. Strauß auch.',
    { s: ['Strauß'] },
    [
      ['s', 'STRAUSS'],
      ['s', 'Strauß'],
    ],
  ],
  [
    'composed accents',
    'Zoe\u0308 and ZOË',
    { z: ['Zo\u00eb'] },
    [
      ['z', 'Zoe\u0308'],
      ['z', 'ZOË'],
    ],
  ],
  ['decomposed accents', 'Zo\u00eb, not Zoe', { z: ['Zoe\u0308'] }, [['z', 'Zo\u00eb']]],
  ['names in scripts without spaces', '昨日田中さんは来た。', { t: ['田中'] }, [['t', '田中']]],
  [
    'the longest of them',
    '田中さくらと田中',
    { t: ['田中'], s: ['田中さくら'] },
    [
      ['s', '田中さくら'],
      ['t', '田中'],
    ],
  ],
  ['decomposed kana', 'か\u3099んだむ', { g: ['がんだむ'] }, [['g', 'か\u3099んだむ']]],
  [
    'full stops',
    'DR. BENNET enters. Dr. Bennet sits.',
    { b: ['Dr. Bennet'] },
    [
      ['b', 'DR. BENNET'],
      ['b', 'Dr. Bennet'],
    ],
  ],
  ['full stops at the end', 'Sammy Jr. waits', { s: ['Sammy Jr.'] }, [['s', 'Sammy Jr']]],
  ['no name inside of a longer one', 'Mary Ann', { a: ['Mary Ann'], b: ['Ann'] }, [['a', 'Mary Ann']]],
  [
    'numbers',
    'COP #2 looks at COP #22 and COP #1',
    { a: ['COP #1'], b: ['COP #2'] },
    [
      ['b', 'COP #2'],
      ['a', 'COP #1'],
    ],
  ],
  [
    'apostrophes',
    "O'Brien, O’Brien, O'BRIEN",
    { o: ["O'Brien"] },
    [
      ['o', "O'Brien"],
      ['o', 'O’Brien'],
      ['o', "O'BRIEN"],
    ],
  ],
  [
    'marks of emphasis',
    '*Maya* and _Maya_',
    { m: ['Maya'] },
    [
      ['m', 'Maya'],
      ['m', 'Maya'],
    ],
  ],
  ['names across lines', 'Mary\n Ann', { b: ['Mary Ann'] }, [['b', 'Mary\n Ann']]],
  ['a name before the alias of another', 'Kit', { a: ['Anna', 'Kit'], b: ['Kit'] }, [['b', 'Kit']]],
  ['the older of two aliases', 'Kit', { a: ['Anna', 'Kit'], b: ['Bea', 'Kit'] }, [['a', 'Kit']]],
  ['nothing for a name without letters', '?? !!', { a: ['??'] }, []],
])('finds %s', (_, text, names, expected) => {
  expect(found(text, names)).toEqual(expected);
});

test('a mention is where it says, whole, and no two share a letter', () => {
  const names = { a: ['Mary', '田中'], b: ['Mary Ann', '中'], c: ["O'Brien"], d: ['COP #2', 'Ann'] } as const;
  const piece = fc.constantFrom('Mary', 'Ann', 'mary', '田中', '中', "O'Brien", 'COP', '#2', ' ', '\n', '’s', '.', 'x');
  const index = nameIndex(Object.entries(names).map(([id, [name, ...aliases]]) => ({ id, name, aliases })));
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      (text) => {
        let end = 0;
        for (const mention of findMentions(text, index)) {
          expect(text.slice(mention.at, mention.at + mention.text.length)).toBe(mention.text);
          expect(mention.at).toBeGreaterThanOrEqual(end);
          end = mention.at + mention.text.length;
        }
      },
    ),
  );
});

test('names are compared without regard to case, accents in one form, apostrophes and spaces', () => {
  expect(foldName('  O’BRIEN\t Zoe\u0308 ')).toBe(foldName("o'brien zo\u00eb"));
});
