import { textCells } from './cells.ts';
import type { LineElement, TextRun } from './page.ts';
import { CELL, type Column, points } from './profile.ts';
import { endsSentence, lastSentence, sliceRuns } from './sentence.ts';
import { wrapRuns } from './wrap.ts';

/** Something that stands on a row: `x` in points from the left edge of the paper. */
export interface RowPart {
  readonly x: number;
  readonly runs: readonly TextRun[];
  readonly element: LineElement;
}

/**
 * One line of a page that is not placed yet. Two people who speak at once, or a heading and its numbers, share a row.
 */
export interface Row {
  readonly parts: readonly RowPart[];
  /** Whether a sentence, or a line the writer broke, ends here. */
  readonly sentenceEnd: boolean;
  /** Cut the row behind the last sentence that ends inside it, for a page to end there; absent where rows are not cut. */
  readonly cut?: () => RowCut | undefined;
}

/** The rows of one block, and what is added where a page ends inside it. */
export interface RowGroup {
  /** The index of the block in the script's `children`. */
  readonly block: number;
  readonly kind: 'sceneHeading' | 'action' | 'dialogue' | 'dualDialogue' | 'transition' | 'centered' | 'lyrics';
  /** Blank lines above it, unless it begins a page. */
  readonly spaceBefore: number;
  readonly rows: readonly Row[];
  /** `(MORE)` for the page that ends, and the cue with `(CONT'D)` for the page that follows. */
  readonly continuation?: { readonly more: Row; readonly header: readonly Row[] };
}

/** How text is put into a column; `hang` cells are added to the left of all lines but the first. */
export interface ColumnText {
  readonly column: Column;
  readonly element: LineElement;
  readonly hang?: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A row that is cut short inside itself, and the rows that follow it then. */
export interface RowCut {
  readonly head: Row;
  readonly tail: readonly Row[];
  /** How many rows `head` and `tail` stand for: the row itself and those up to the end of its line. */
  readonly replaces: number;
}

/** A line that goes over more rows than this is not wrapped anew for a cut. */
const MOST_ROWS_ANEW = 200;

/** Wrap lines into rows of one column. */
export function columnRows(lines: readonly (readonly TextRun[])[], how: ColumnText): readonly Row[] {
  return lines.flatMap((line) => lineRows(line, how));
}

function lineRows(line: readonly TextRun[], how: ColumnText): readonly Row[] {
  const { column, hang = 0 } = how;
  const wrapped = wrapRuns(line, { first: column.cells, rest: column.cells - hang });
  return wrapped.map(({ runs, start }, index): Row => {
    const part = { x: partLeft(runs, how, index === 0), runs, element: how.element };
    const sentenceEnd = index === wrapped.length - 1 || endsSentence(runs);
    const cut = (): RowCut | undefined => {
      const length = lastSentence(runs);
      const replaces = wrapped.length - index;
      if (length === undefined || hang > 0 || replaces > MOST_ROWS_ANEW) return undefined;
      const head = { parts: [{ ...part, runs: sliceRuns(runs, 0, length) }], sentenceEnd: true };
      return { head, tail: lineRows(trimStart(sliceRuns(line, start + length)), how), replaces };
    };
    return { parts: [part], sentenceEnd, cut };
  });
}

function partLeft(runs: readonly TextRun[], { column, hang = 0, align = 'left' }: ColumnText, first: boolean): number {
  const free = Math.max(0, column.cells - textCells(runs.map((run) => run.text).join('')));
  switch (align) {
    case 'left':
      return points(column.left + (first ? 0 : hang) * CELL);
    case 'center':
      return points(column.left + (free / 2) * CELL);
    case 'right':
      return points(column.left + free * CELL);
  }
}

function trimStart(runs: readonly TextRun[]): readonly TextRun[] {
  const spaces = runs
    .map((run) => run.text)
    .join('')
    .search(/[^ ]/);
  return sliceRuns(runs, Math.max(spaces, 0));
}

/** The words of a row, of its first part. */
export function rowText({ parts }: Row): string {
  return parts[0]?.runs.map((run) => run.text).join('') ?? '';
}
