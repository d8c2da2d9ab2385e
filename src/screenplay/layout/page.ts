/** A piece of a line in one style. What is not there is not so: text without `color` is black. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike?: true;
  /** `#RRGGBB`. */
  readonly color?: string;
  /** `#RRGGBB`. */
  readonly background?: string;
  /** The `id` of the revision set it belongs to. */
  readonly revision?: number;
  /** The numbers of its tags. */
  readonly tags?: readonly number[];
}

/**
 * What a line on a page belongs to. `header`, `footer`, `sceneNumber`, `revisionMark`, `more`, `continuedCue`,
 * `continuedScene` and `omitted` are written by the layout, not by the writer; all others are the writer's words.
 */
export type LineElement =
  | 'title'
  /** Above the body: the page's label, the name and date of its revision. */
  | 'header'
  /** Under the body. */
  | 'footer'
  | 'sceneNumber'
  | 'sceneHeading'
  /** `OMITTED`, where a scene was. */
  | 'omitted'
  | 'shot'
  | 'action'
  | 'cue'
  /** The cue again with `(CONT'D)`, where a speech goes on. */
  | 'continuedCue'
  /** `(MORE)`, where a speech goes on overleaf. */
  | 'more'
  | 'parenthetical'
  | 'speech'
  | 'lyrics'
  | 'transition'
  | 'centered'
  | 'actBreak'
  | 'general'
  /** `CONTINUED:` and `(CONTINUED)`, where a scene goes on. */
  | 'continuedScene'
  /** What stands in the right margin of a changed line. */
  | 'revisionMark';

/** A line with its place on the page, in points (1/72 inch) from the upper left corner of the paper. */
export interface PlacedLine {
  readonly x: number;
  /** The top of the line, which is 12 points high. */
  readonly y: number;
  readonly runs: readonly TextRun[];
  readonly element: LineElement;
  /** The index of its block in the script's `children`; -1 for the title page, headers and footers. */
  readonly block: number;
}

/** One sheet: its size in points and its lines from top to bottom. */
export interface Page {
  /** Counted from 1; `null` for a title page. */
  readonly number: number | null;
  /** What the page is called: `12`, `12A`, `12-13` for one that stands for two; `null` for a title page. */
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  /** The colour of the paper, `#RRGGBB`; absent when nothing on the page belongs to a revision set. */
  readonly color?: string;
  /** The `id` of the latest revision set that something on the page belongs to, or on the locked page that it grew out of. */
  readonly revision?: number;
  /** The header first; then the body; the footer last. */
  readonly lines: readonly PlacedLine[];
}

/** The words of a line without their styles. */
export function lineText({ runs }: { readonly runs: readonly TextRun[] }): string {
  return runs.map((run) => run.text).join('');
}
