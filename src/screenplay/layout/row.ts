import type { LineElement, TextRun } from './page.ts';

/** Something that stands on a row: `x` in points from the left edge of the paper. */
export interface RowPart {
  readonly x: number;
  readonly runs: readonly TextRun[];
  readonly element: LineElement;
}

/** One line of a page that is not placed yet. Two people who speak at once, or a heading and its numbers, share a row. */
export interface Row {
  readonly parts: readonly RowPart[];
  /** The latest revision set that something on it belongs to, 0 for none. */
  readonly revision: number;
}

/** Where a row begins in its block: in which passage, and at which UTF-16 unit of its line. */
export interface Place {
  readonly passage: number;
  readonly offset: number;
}

/** Where a row begins, and the place in the same line where its last word ends. */
export interface Stretch extends Place {
  readonly to: number;
}

/** What page breaks look at in a row of a block. */
export interface BreakRow {
  /** Its words; none where two speak at once. */
  readonly text: string;
  /** Whether nothing stands on it. */
  readonly isBlank: boolean;
  /** Whether a cue, or a row of one, stands on it. */
  readonly isCue: boolean;
  readonly isParenthetical: boolean;
  /** Whether a line the writer broke ends here; of two who speak at once, whether a sentence of one does. */
  readonly endsLine: boolean;
  /** Whether the block ends with it. */
  readonly endsBlock: boolean;
}

/** Where every block begins. */
export const START: Place = { passage: 0, offset: 0 };

/** Whether a block begins at a place. */
export function isStart({ passage, offset }: Place): boolean {
  return passage === 0 && offset === 0;
}

/** A part of a row that is written by the layout. */
export function lonePart(text: string, x: number, element: LineElement): RowPart {
  return { x, runs: [plainRun(text)], element };
}

/** A run of text without any style. */
export function plainRun(text: string): TextRun {
  return { text, bold: false, italic: false, underline: false };
}
