import type { LineElement, TextRun } from './page.ts';
import { CELL, type Column, points } from './profile.ts';
import { endsSentence, lastSentence } from './sentence.ts';
import { deletedIn, type StyledLine, sliceLine } from './styled-line.ts';
import { stretchCells, wrapRow } from './wrap.ts';

/** Something that stands on a row: `x` in points from the left edge of the paper. */
export interface RowPart {
  readonly x: number;
  readonly runs: readonly TextRun[];
  readonly element: LineElement;
}

/** Where a row begins in its block: in which passage, and at which UTF-16 unit of its line. */
export interface Place {
  readonly passage: number;
  readonly offset: number;
}

/** One line of a page that is not placed yet. Two people who speak at once, or a heading and its numbers, share a row. */
export interface Row {
  readonly parts: readonly RowPart[];
  /** The latest revision set that something on it belongs to, 0 for none. */
  readonly revision: number;
  /** Whether a line the writer broke ends here; of two who speak at once, whether a sentence of one does. */
  readonly endsLine: boolean;
  /** Where the block goes on; `undefined` at its end. */
  readonly next: Place | undefined;
}

/** Where every block begins. */
export const START: Place = { passage: 0, offset: 0 };

/** A line the writer ended, and how it is put into a column. */
export interface Passage {
  readonly line: StyledLine;
  readonly column: Column;
  readonly element: LineElement;
  /** Cells added to the left of all rows but the first. */
  readonly hang?: number;
  readonly align?: 'center' | 'right';
}

/** How lines are put into a column. */
export type PassageStyle = Omit<Passage, 'line'>;

/** Put lines into a column. */
export function passagesOf(lines: readonly StyledLine[], style: PassageStyle): readonly Passage[] {
  return lines.map((line) => ({ line, ...style }));
}

/** The row that begins at a place: as much of its line as fits the column. */
export function rowAt(passages: readonly Passage[], place: Place): Row | undefined {
  const passage = passages[place.passage];
  if (passage === undefined) return undefined;
  const { column, hang = 0, line } = passage;
  const { to, next } = wrapRow(line, place.offset, column.cells - (place.offset === 0 ? 0 : hang));
  return stretchRow(passages, place, { to, next });
}

/**
 * The row that begins at a place, cut behind the last sentence that ends inside it, for a page to end there;
 * `undefined` when none does. The words behind it begin the row that follows.
 */
export function cutRowAt(passages: readonly Passage[], place: Place): Row | undefined {
  const passage = passages[place.passage];
  if (passage === undefined || passage.hang !== undefined) return undefined;
  const { text } = passage.line;
  const { to } = wrapRow(passage.line, place.offset, passage.column.cells);
  const length = lastSentence(text.slice(place.offset, to));
  if (length === undefined) return undefined;
  let next = place.offset + length;
  while (text.charAt(next) === ' ') next += 1;
  return stretchRow(passages, place, { to: place.offset + length, next });
}

/** All rows of some passages, and of no more than `most`. */
export function allRows(passages: readonly Passage[], most = Number.POSITIVE_INFINITY): readonly Row[] {
  const rows: Row[] = [];
  for (let place: Place | undefined = START; place !== undefined && rows.length < most; ) {
    const row = rowAt(passages, place);
    if (row === undefined) break;
    rows.push(row);
    place = row.next;
  }
  return rows;
}

/** A row with one part, written by the layout. */
export function lonePart(text: string, x: number, element: LineElement): RowPart {
  return { x, runs: [{ text, bold: false, italic: false, underline: false }], element };
}

/** Whether a row ends with a sentence, or where the writer ended a line. */
export function endsWell(row: Row): boolean {
  return row.endsLine || endsSentence(rowText(row));
}

/** Whether nothing stands on a row. */
export function isBlankRow({ parts }: Row): boolean {
  return parts.every(({ runs }) => runs.length === 0);
}

/** The words of a row, of its first part. */
export function rowText({ parts }: Row): string {
  return parts[0]?.runs.map((run) => run.text).join('') ?? '';
}

function stretchRow(
  passages: readonly Passage[],
  { passage: index, offset }: Place,
  { to, next }: { readonly to: number; readonly next: number },
): Row | undefined {
  const passage = passages[index];
  if (passage === undefined) return undefined;
  const { line, element } = passage;
  const runs = sliceLine(line, offset, to);
  const endsLine = next >= line.text.length;
  return {
    parts: [{ x: rowLeft(passage, offset, to), runs, element }],
    revision: latestRevision(runs, deletedIn(line, offset, endsLine ? line.text.length : next)),
    endsLine,
    next: nextPlace(passages, index, endsLine ? undefined : next),
  };
}

function latestRevision(runs: readonly TextRun[], deleted: number): number {
  let latest = deleted;
  for (const { revision } of runs) if (revision !== undefined && revision > latest) latest = revision;
  return latest;
}

function nextPlace(passages: readonly Passage[], passage: number, offset: number | undefined): Place | undefined {
  if (offset !== undefined) return { passage, offset };
  return passage + 1 < passages.length ? { passage: passage + 1, offset: 0 } : undefined;
}

function rowLeft({ line, column, hang = 0, align }: Passage, from: number, to: number): number {
  if (align === undefined) return from === 0 || hang === 0 ? column.left : points(column.left + hang * CELL);
  const free = Math.max(0, column.cells - stretchCells(line, from, to));
  return points(column.left + (align === 'center' ? free / 2 : free) * CELL);
}
