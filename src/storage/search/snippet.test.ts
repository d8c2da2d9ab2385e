import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './query.ts';
import { snippetOf } from './snippet.ts';
import { wordsOf } from './words.ts';

const LONG = `${'the keeper climbs the stairs again and again '.repeat(5)}until a foghorn sounds ${'and the night goes on '.repeat(8)}`;

test('a short text is shown whole, on one line, with the found words marked', () => {
  const { snippet, marks } = snippetOf('  The lamp\n\nfails.\tThe LAMPLIGHT too. ', parseQuery('lamp'));
  expect(snippet).toBe('The lamp fails. The LAMPLIGHT too.');
  expect(marks.map(([from, to]) => snippet.slice(from, to))).toEqual(['lamp', 'LAMPLIGHT']);
});

test('a long text is cut at words around the first found one', () => {
  const { snippet, marks } = snippetOf(LONG, parseQuery('foghorn'));
  expect(snippet).toMatch(/^…\w+ .*until a foghorn sounds and the night .*\w…$/);
  expect(marks.map(([from, to]) => snippet.slice(from, to))).toEqual(['foghorn']);
});

test('neighbouring and overlapping finds are marked once', () => {
  const { snippet, marks } = snippetOf('sea sea sea', parseQuery('"sea sea" sea'));
  expect(marks.map(([from, to]) => snippet.slice(from, to))).toEqual(['sea sea sea']);
});

test('a snippet is at most 120 letters on one line, and its marks hold what was looked for', () => {
  const piece = fc.oneof(
    fc.constantFrom('lamp ', 'Lamp', ' ', '\n', '海', 'é', '🐙', 'x'.repeat(70)),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('');
      const { snippet, marks } = snippetOf(text, parseQuery('lamp'));
      expect(snippet.length).toBeLessThanOrEqual(120);
      expect(snippet).not.toMatch(/[\n\r\t\u0085\u2028\u2029]/);
      for (const [from, to] of marks) expect(wordsOf(snippet.slice(from, to))[0]?.word).toMatch(/^lamp/);
      if (wordsOf(text).some(({ word }) => word === 'lamp')) expect(marks).not.toEqual([]);
    }),
  );
});

test('words stand where they are said to', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { word, from, to } of wordsOf(text)) {
        expect(text.slice(from, to)).not.toBe('');
        expect(wordsOf(text.slice(from, to)).map((one) => one.word)).toContain(word);
        expect(wordsOf(word).map((one) => one.word)).toEqual([word]);
      }
    }),
  );
});
