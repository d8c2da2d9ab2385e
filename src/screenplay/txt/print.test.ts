import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textCells } from '../layout/cells.ts';
import type { Page, PlacedLine } from '../layout/page.ts';
import { printText } from './print.ts';

const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('漢字', 'e\u0301', '🎬 cut', 'two\nlines', 'next\fpage'),
);

/** At most two parts on a row, far enough from each other to fit. */
const anyLine = fc
  .record({ row: fc.nat(65), right: fc.boolean(), text: anyWords })
  .map(({ row, right, text }) => line(right ? 504 : 108, row * 12, text));

const anyPages = fc.array(
  fc.uniqueArray(anyLine, { selector: ({ x, y }) => `${x} ${y}` }).map((lines) => page(lines)),
  { minLength: 1, maxLength: 4 },
);

test('every word stands in the cell it has on the page', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const sheets = printText(pages).split('\f');
      expect(sheets.length).toBe(pages.length);
      for (const [index, { lines }] of pages.entries())
        for (const { x, y, runs } of lines) {
          const row = sheets[index]?.split('\n')[y / 12] ?? '';
          const text = runs
            .map((run) => run.text.replace(/[\p{Cc}\u2028\u2029]/gu, ''))
            .join('')
            .trimEnd();
          expect(fromCell(row, x / 7.2).startsWith(text)).toBe(true);
        }
    }),
    { numRuns: 500 },
  );
});

test('no line ends in spaces, and every page ends its last line', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const text = printText(pages);
      expect(text).not.toMatch(/ $/m);
      for (const sheet of text.split('\f')) expect(sheet).toMatch(/^$|[^\n]\n$/);
    }),
  );
});

test('pages can be filled up with empty lines instead of ending in form feeds', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const text = printText(pages, { pageEnd: 'emptyLines' });
      expect(text).not.toContain('\f');
      expect(text.split('\n').length - 1).toBe(66 * pages.length);
    }),
  );
});

test('a page looks as it does on paper: its label, its scene numbers, two columns', () => {
  const text = printText([
    page([
      line(504, 36, '12A.'),
      line(54, 72, '3'),
      line(108, 72, 'INT. 漢字 - NIGHT'),
      line(531.36, 72, '3'),
      line(158.4, 96, 'MARA'),
      line(388.8, 96, 'EDDIE'),
    ]),
  ]);
  expect(text).toBe(
    [
      '\n\n',
      '                                                                      12A.',
      '\n',
      '        3      INT. 漢字 - NIGHT                                          3',
      '',
      '                      MARA                            EDDIE',
      '',
    ].join('\n'),
  );
});

test('parts that would lie on each other stand one behind the other', () => {
  expect(printText([page([line(72, 0, 'long number'), line(108, 0, 'INT.')])])).toBe('          long number INT.\n');
});

test('no pages give no text', () => {
  expect(printText([])).toBe('');
});

/** What stands on a row from a cell on. */
function fromCell(row: string, cell: number): string {
  let at = 0;
  let cells = 0;
  for (const character of row) {
    if (cells >= Math.round(cell)) break;
    cells += textCells(character);
    at += character.length;
  }
  return row.slice(at);
}

function page(lines: readonly PlacedLine[]): Page {
  return { number: 1, label: '1', width: 612, height: 792, lines };
}

function line(x: number, y: number, text: string): PlacedLine {
  return { x, y, runs: [{ text, bold: false, italic: false, underline: false }], element: 'action', block: 0 };
}
