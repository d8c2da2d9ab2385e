import { textCells } from './cells.ts';
import type { LineElement, TextRun } from './page.ts';
import { CELL, type Column, points } from './profile.ts';
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

/** Wrap lines into rows of one column. */
export function columnRows(lines: readonly (readonly TextRun[])[], how: ColumnText): readonly Row[] {
  const { column, element, hang = 0, align = 'left' } = how;
  return lines.flatMap((line) => {
    const wrapped = wrapRuns(line, { first: column.cells, rest: column.cells - hang });
    return wrapped.map((runs, index) => {
      const indent =
        align === 'left' ? (index === 0 ? 0 : hang) : freeCells(column, runs) / (align === 'center' ? 2 : 1);
      const part = { x: points(column.left + Math.max(indent, 0) * CELL), runs, element };
      return { parts: [part], sentenceEnd: index === wrapped.length - 1 || endsSentence(runs) };
    });
  });
}

/** The words of a row, of its first part. */
export function rowText({ parts }: Row): string {
  return parts[0]?.runs.map((run) => run.text).join('') ?? '';
}

function freeCells(column: Column, runs: readonly TextRun[]): number {
  return column.cells - textCells(runs.map((run) => run.text).join(''));
}

function endsSentence(runs: readonly TextRun[]): boolean {
  return /[.!?…。！？]["'”’»)\]]*$/u.test(runs.map((run) => run.text).join(''));
}
