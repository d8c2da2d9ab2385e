import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, unified } from './line-diff.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

test('both texts can be read off a comparison', () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const diff = diffLines(a, b);
      const side = (other: '-' | '+'): readonly string[] =>
        diff.filter(({ sign }) => sign !== other).map(({ text }) => text);
      expect(side('+')).toEqual(a);
      expect(side('-')).toEqual(b);
    }),
  );
});

test('what is equal is left out but for three lines around, and equal texts give nothing', () => {
  const text = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  expect(unified(diffLines(text, text.with(10, 'another')))).toEqual([
    ...['…', '  line 7', '  line 8', '  line 9', '- line 10', '+ another', '  line 11', '  line 12', '  line 13', '…'],
  ]);
  expect(unified(diffLines(text, text))).toEqual([]);
});
