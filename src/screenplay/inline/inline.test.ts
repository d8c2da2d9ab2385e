import { expect, test } from 'vitest';
import { inlineLines, plainText } from './inline.ts';

/** Runs as text with a letter for each style. */
function read(line: string): string {
  return (inlineLines(line)[0] ?? [])
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
  expect(inlineLines('*a\nb*').map((runs) => runs.map(({ text, italic }) => [text, italic]))).toEqual([
    [['*a', false]],
    [['b*', false]],
  ]);
});

test('a note is not shown, and one that is never closed is text', () => {
  expect(inlineLines('a [[b\nc]] d\n[[e]]\n[[f').map((runs) => runs.map(({ text }) => text).join(''))).toEqual([
    'a d',
    '[[f',
  ]);
});

test('a boneyard is not shown, whatever stands in it', () => {
  expect(plainText('a /* b [[ c\n*/ d [[e]] f')).toBe('a d f');
});

test('a span styles what it lies over, and a mark stands where something was taken out', () => {
  const spans = [
    { from: 0, to: 3, revision: 1 },
    { from: 5, to: 5, revision: 2 },
  ];
  expect(inlineLines('**ab** cd', spans)[0]?.map(({ text, bold, span }) => [text, bold, span?.revision])).toEqual([
    ['a', true, 1],
    ['b', true, undefined],
    ['', false, 2],
    [' cd', false, undefined],
  ]);
});
