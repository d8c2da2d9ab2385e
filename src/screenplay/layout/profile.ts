/** A column: its left edge in points from the left edge of the paper, and how many cells of 1/10 inch fit into it. */
export interface Column {
  readonly left: number;
  readonly cells: number;
}

/** Blank lines above what begins a block; none stand at the top of a page. */
export interface Spacing {
  readonly sceneHeading: number;
  readonly actEnd: number;
  readonly general: number;
  readonly castList: number;
  /** Above every other kind. */
  readonly other: number;
}

/** Where everything goes on a page. Lengths in points (1/72 inch). */
export interface Profile {
  readonly width: number;
  readonly height: number;
  /** The top of the first body line. */
  readonly top: number;
  /** How many lines of {@link LINE} a body page holds. */
  readonly bodyLines: number;
  /** The top of the line that page numbers stand in. */
  readonly headerTop: number;
  readonly footerTop: number;
  readonly spacing: Spacing;
  /** Headings, shots, action, centred text, headers and footers. */
  readonly body: Column;
  readonly cue: Column;
  /** All lines but the first are a cell shorter and stand a cell to the right, behind the `(`. */
  readonly parenthetical: Column;
  readonly speech: Column;
  /** Transitions end at its right edge. */
  readonly transition: Column;
  readonly general: Column;
  readonly castList: Column;
  readonly dual: {
    readonly left: Column;
    readonly right: Column;
    readonly cueIndent: number;
    readonly parentheticalIndent: number;
  };
  readonly sceneNumbers: { readonly left: number; readonly right: number };
  /** The left edge of the marks beside changed lines. */
  readonly revisionMarks: number;
  /** The top of the title on a title page. */
  readonly titleTop: number;
}

/** The name of a profile that comes with the library. */
export type ProfileName = 'us' | 'a4' | 'finaldraft';

/** The width of a character: 10 to the inch. Lines are wrapped by counting these, never by measuring a font. */
export const CELL = 7.2;

/** The height of a line: 6 to the inch. */
export const LINE = 12;

/** A number of points without the dust of binary fractions. */
export function points(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The right edge of a column. */
export function rightEdge({ left, cells }: Column): number {
  return points(left + cells * CELL);
}

/** A column whose left edge is moved to the right by a number of cells. */
export function indented({ left, cells }: Column, by: number): Column {
  return { left: points(left + by * CELL), cells: cells - by };
}
