import { expect, test } from 'vitest';
import { unitCells } from './cells.ts';
import { nextRow, rowEnd } from './wrap.ts';

function wrapped(text: string, first: number, rest = first): readonly string[] {
  const line = { text, cells: unitCells(text) };
  const rows: string[] = [];
  for (let from = 0; from < text.length || rows.length === 0; ) {
    const to = rowEnd(line, from, from === 0 ? first : rest);
    rows.push(text.slice(from, to));
    from = nextRow(text, to);
  }
  return rows;
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
  expect(wrapped('  abcdefgh', 4)).toEqual(['  ab', 'cdef', 'gh']);
  expect(wrapped('  ab cd', 4)).toEqual(['  ab', 'cd']);
  expect(wrapped('      ab', 4)).toEqual(['', 'ab']);
  expect(wrapped('', 4)).toEqual(['']);
});
