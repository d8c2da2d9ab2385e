import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InlineRun, inlineLines } from '../inline/inline.ts';
import { markedText } from './marked-text.ts';
import { textRuns } from './text-runs.ts';

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'Rain', ' ', 'b c', ' d', 'e ', 'é', '雨', 'x_y', '.', 'I/O') },
  { weight: 2, arbitrary: fc.constantFrom('*', '_', '**', '\\', '\n', '/', '[', ']', '/*', '*/', '[[n]]', '(x)', '~') },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('a', ' ', '*', '_', '\\', '\n', '[', '/'), maxLength: 6 }),
  },
);

const span = fc.option(
  fc.record(
    {
      revision: fc.integer({ min: 1, max: 3 }),
      strike: fc.constant(true as const),
      color: fc.constantFrom('#112233'),
      hidden: fc.constant(true as const),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined, freq: 3 },
);

const run: fc.Arbitrary<InlineRun> = fc
  .record({ text: word, bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean(), span })
  .map(({ span: style, ...rest }) => ({
    ...rest,
    ...(style === undefined || Object.keys(style).length === 0 ? {} : { span: style }),
  }));

const runs = fc.array(run, { maxLength: 8 });

/** Characters with what they carry; styles do not show on white space, and emphasis not on what is hidden. */
function cells(all: readonly InlineRun[]): readonly string[] {
  return all.flatMap(({ text, bold, italic, underline, span: style }) =>
    [...text.split('')].map((character) => {
      const bare = /\s/.test(character) || style?.hidden;
      const marks = bare ? '' : `${bold ? 'b' : ''}${italic ? 'i' : ''}${underline ? 'u' : ''}`;
      return `${character}|${marks}|${character === '\n' ? '' : JSON.stringify(Object.entries(style ?? {}).sort())}`;
    }),
  );
}

test('runs said in marks read back as the same runs, unless a loss is named', () => {
  fc.assert(
    fc.property(runs, (given) => {
      const { text, spans, losses } = markedText(given);
      const back = textRuns(text, spans);
      expect(back.remarks).toEqual([]);
      if (losses.size === 0) expect(cells(back.runs)).toEqual(cells(given));
      if (losses.size === 1 && losses.has('style')) {
        expect(cells(back.runs).map((cell) => cell.replace(/\|[biu]*\|/, '||'))).toEqual(
          cells(given).map((cell) => cell.replace(/\|[biu]*\|/, '||')),
        );
      }
    }),
    { numRuns: 1000 },
  );
});

test('what was said in marks once is said the same way again', () => {
  fc.assert(
    fc.property(runs, (given) => {
      const first = markedText(given);
      const back = textRuns(first.text, first.spans);
      const { text, spans, losses } = markedText(back.runs);
      expect({ text, spans }).toEqual({ text: first.text, spans: first.spans });
      expect([...losses]).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a page shows the marked text as the runs were, without what they hide', () => {
  fc.assert(
    fc.property(runs, (given) => {
      const { text, spans, losses } = markedText(given);
      fc.pre(losses.size === 0 && !given.some((each) => each.span?.hidden));
      const shown = inlineLines(text, spans).flatMap((line, index) => [
        ...(index > 0 ? [{ text: '\n', bold: false, italic: false, underline: false }] : []),
        ...line,
      ]);
      expect(cells(shown)).toEqual(cells(given));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [[['a '], ['b', 'b'], [' c']], 'a **b** c'],
  [[['a'], [' b ', 'b'], ['c']], 'a **b** c'],
  [
    [
      ['a', 'i'],
      ['b', 'bi'],
      ['c', 'b'],
    ],
    '*a**b*c**',
  ],
  [[['fan'], ['tas', 'b'], ['tic']], 'fan**tas**tic'],
  [[['in'], ['side', 'bu']], 'in**_side_**'],
  [[['one\ntwo', 'u']], '_one_\n_two_'],
  [[['2 * 3 and snake_case']], '2 * 3 and snake_case'],
  [[['*so*']], '\\*so\\*'],
])('%j is said as %j', (given, text) => {
  const all = given.map(([words = '', style = '']) => ({
    text: words,
    bold: style.includes('b'),
    italic: style.includes('i'),
    underline: style.includes('u'),
  }));
  expect(markedText(all)).toMatchObject({ text, losses: new Set() });
});

test('an underline that begins inside a word is dropped by name, and its words stay', () => {
  const { text, losses } = markedText([
    { text: 'in', bold: false, italic: false, underline: false },
    { text: 'side', bold: false, italic: false, underline: true },
  ]);
  expect([text, [...losses]]).toEqual(['inside', ['style']]);
});

test('brackets that would begin a note are parted', () => {
  expect(markedText([{ text: 'a [[b]]', bold: false, italic: false, underline: false }]).text).toBe('a [ [b]]');
});
