import { textCells } from '../layout/cells.ts';
import { oneLine } from '../text.ts';

/** How rows are written: for people, for spreadsheets, or for programs. */
export type TableFormat = 'table' | 'csv' | 'json';

/** What stands in one cell: a list is joined with commas; `null` is empty. */
export type Cell = string | number | null | readonly string[] | readonly number[];

/** One column of a table of rows. */
export interface Column<Row> {
  readonly title: string;
  /** The value as CSV has it. */
  readonly cell: (row: Row) => Cell;
  /** The value as people read it, when it differs: eighths as `1 3/8`. */
  readonly shown?: (row: Row) => string;
}

/**
 * Write rows as a table of plain text, as CSV, or as JSON.
 *
 * - `table`: columns as wide as they must be, counted in cells (a Chinese character fills two), numbers on the right.
 * - `csv`: RFC 4180, with a header line and CR LF. A text cell that a spreadsheet would take for a formula (it begins
 *   with `=`, `+`, `-`, `@`, a tab or a line break) gets an apostrophe in front: quotation marks do not stop a
 *   spreadsheet (OWASP, CSV Injection). Numbers never get one.
 * - `json`: the rows themselves, as an array.
 */
export function printTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], format: TableFormat): string {
  switch (format) {
    case 'table':
      return plainTable(rows, columns);
    case 'csv':
      return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]
        .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
        .join('');
    case 'json':
      return `${JSON.stringify(rows, null, 2)}\n`;
  }
}

function plainTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const filled = columns.map(({ title, cell, shown }) => {
    const texts = rows.map((row) => oneLine(shown?.(row) ?? plainCell(cell(row))));
    const right = rows.length > 0 && rows.every((row) => typeof (cell(row) ?? 0) === 'number');
    const width = texts.reduce((most, text) => Math.max(most, textCells(text)), textCells(title));
    return { title, texts, right, width };
  });
  const line = (cells: readonly string[]): string =>
    `${cells
      .map((text, index) => pad(text, filled[index]?.width ?? 0, filled[index]?.right ?? false))
      .join('  ')
      .trimEnd()}\n`;
  const rule = filled.map(({ width }) => '-'.repeat(width));
  const body = rows.map((_, at) => line(filled.map(({ texts }) => texts[at] ?? '')));
  return [line(filled.map(({ title }) => title)), line(rule), ...body].join('');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textCells(text)));
  return right ? space + text : text + space;
}

function plainCell(cell: Cell): string {
  return typeof cell === 'object' && cell !== null ? cell.join(', ') : String(cell ?? '');
}

function csvCell(cell: Cell): string {
  const text = plainCell(cell);
  const guarded = typeof cell !== 'number' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
