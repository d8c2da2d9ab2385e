import { expect, test } from 'vitest';
import { shownLines, styledRuns } from './inline.ts';

/** Runs as text with a letter for each style. */
function read(line: string): string {
  return styledRuns(line)
    .map(({ text, bold, italic, underline }) => {
      const style = `${bold ? 'b' : ''}${italic ? 'i' : ''}${underline ? 'u' : ''}`;
      return style === '' ? text : `<${style}:${text}>`;
    })
    .join('');
}

test.each([
  ['a *b* c', 'a <i:b> c'],
  ['**b**', '<b:b>'],
  ['***b***', '<bi:b>'],
  ['_u **b**_', '<u:u ><bu:b>'],
  ['**b *i***', '<b:b ><bi:i>'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['*open', '*open'],
  ['\\*plain\\* \\_so\\_', '*plain* _so_'],
  ['*a\\*b*', '<i:a*b>'],
  ['snake_case_name', 'snake_case_name'],
  ['****', '****'],
])('%j shows as %j', (line, shown) => {
  expect(read(line)).toBe(shown);
});

test('emphasis does not go over the end of a line', () => {
  expect(shownLines('*a\nb*').map((runs) => runs.map(({ text, italic }) => [text, italic]))).toEqual([
    [['*a', false]],
    [['b*', false]],
  ]);
});

test('a note is not shown, and one that is never closed is text', () => {
  expect(shownLines('a [[b\nc]] d\n[[e]]\n[[f').map((runs) => runs.map(({ text }) => text).join(''))).toEqual([
    'a d',
    '[[f',
  ]);
});
