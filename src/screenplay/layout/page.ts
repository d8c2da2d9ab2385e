/** A piece of a line in one style. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** What a line on a page belongs to. `more` and `continuedCue` are written by the layout, not by the writer. */
export type LineElement =
  | 'title'
  | 'pageNumber'
  | 'sceneNumber'
  | 'sceneHeading'
  | 'action'
  | 'cue'
  | 'continuedCue'
  | 'more'
  | 'parenthetical'
  | 'speech'
  | 'lyrics'
  | 'transition'
  | 'centered';

/** A line with its place on the page, in points (1/72 inch) from the upper left corner of the paper. */
export interface PlacedLine {
  readonly x: number;
  /** The top of the line, which is 12 points high. */
  readonly y: number;
  readonly runs: readonly TextRun[];
  readonly element: LineElement;
  /** The index of its block in the script's `children`; -1 for the title page and page numbers. */
  readonly block: number;
}

/** One sheet: its size in points and its lines from top to bottom. */
export interface Page {
  /** From 1 on; `null` for a title page. */
  readonly number: number | null;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PlacedLine[];
}

/** The words of a line without their styles. */
export function lineText({ runs }: { readonly runs: readonly TextRun[] }): string {
  return runs.map((run) => run.text).join('');
}
