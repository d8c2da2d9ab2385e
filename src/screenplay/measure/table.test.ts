import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textCells } from '../layout/cells.ts';
import { type Column, printTable } from './table.ts';

interface Row {
  readonly name: string;
  readonly count: number | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: 'name', cell: ({ name }) => name },
  { title: 'count', cell: ({ count }) => count },
];

/** Read CSV as RFC 4180 says, and take the guard against formulas away. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const cell = match[1]?.replaceAll('""', '"') ?? match[2] ?? '';
    cells.push(/^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);
    if (match[3] === ',') continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

test('what is written as CSV is read back, whatever it holds', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('=1+1', '-', '@x', '"', 'a,b', 'a\r\nb', '+\t', "'"));
  fc.assert(
    fc.property(fc.array(fc.record({ name, count: fc.oneof(fc.integer(), fc.constant(null)) })), (rows) => {
      const read = readCsv(printTable(rows, COLUMNS, 'csv'));
      // An apostrophe before a formula's first character is the one thing that is not told from the guard.
      const told = rows.map((row) => [
        /^'[=+\-@\t\r\n]/.test(row.name) ? row.name.slice(1) : row.name,
        String(row.count ?? ''),
      ]);
      expect(read).toEqual([['name', 'count'], ...told]);
    }),
  );
});

test('no text cell is a formula to a spreadsheet, and numbers stay numbers', () => {
  const csv = printTable(
    [
      { name: '=HYPERLINK("http://x")', count: -3 },
      { name: '-', count: null },
    ],
    COLUMNS,
    'csv',
  );
  expect(csv).toBe('name,count\r\n"\'=HYPERLINK(""http://x"")",-3\r\n\'-,\r\n');
});

test('columns of a table line up, in Chinese as in English, with numbers on the right', () => {
  const table = printTable(
    [
      { name: '王小明', count: 5 },
      { name: 'Tom\nSmith', count: 120 },
    ],
    COLUMNS,
    'table',
  );
  expect(table.split('\n')).toEqual([
    'name       count',
    '---------  -----',
    '王小明         5',
    'Tom Smith    120',
    '',
  ]);
  const lines = table.split('\n').slice(1, 4);
  expect(new Set(lines.map(textCells)).size).toBe(1);
});

test('a table of nothing has its head, and JSON is the rows', () => {
  expect(printTable([], COLUMNS, 'table')).toBe('name  count\n----  -----\n');
  expect(printTable([], COLUMNS, 'csv')).toBe('name,count\r\n');
  const rows = [{ name: 'a', count: 1 }];
  expect(JSON.parse(printTable(rows, COLUMNS, 'json'))).toEqual(rows);
});
