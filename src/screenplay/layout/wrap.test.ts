import { expect, test } from 'vitest';
import { wrapRuns } from './wrap.ts';

function wrapped(text: string, first: number, rest = first): readonly string[] {
  const run = { text, bold: false, italic: false, underline: false };
  return wrapRuns([run], { first, rest }).map(({ runs }) => runs.map((piece) => piece.text).join(''));
}

test('lines break at spaces, which vanish', () => {
  expect(wrapped('one two  three', 7)).toEqual(['one two', 'three']);
  expect(wrapped('one two three', 5, 9)).toEqual(['one', 'two three']);
});

test('a word wider than the column is cut', () => {
  expect(wrapped('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
});

test('a wide character counts twice and a mark on a letter not at all', () => {
  expect(wrapped('漢字漢字', 4)).toEqual(['漢字', '漢字']);
  expect(wrapped('e\u0301e\u0301 e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301']);
});

test('the indent of a line stays, and nothing gives one empty line', () => {
  expect(wrapped('  ab cd', 4)).toEqual(['  ab', 'cd']);
  expect(wrapped('      ab', 4)).toEqual(['', 'ab']);
  expect(wrapRuns([], { first: 4, rest: 4 })).toEqual([{ runs: [], start: 0 }]);
});
