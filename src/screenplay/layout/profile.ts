/** A column: its left edge in points from the left edge of the paper, and how many cells of 1/10 inch fit into it. */
export interface Column {
  readonly left: number;
  readonly cells: number;
}

/** Where everything goes on a page. Lengths in points (1/72 inch). */
export interface Profile {
  readonly width: number;
  readonly height: number;
  /** The top of the first body line. */
  readonly top: number;
  /** How many lines of {@link LINE} a body page holds. */
  readonly bodyLines: number;
  /** The right edge that transitions and page numbers end at. */
  readonly right: number;
  readonly pageNumberTop: number;
  readonly body: Column;
  readonly cue: Column;
  readonly parenthetical: Column;
  readonly speech: Column;
  readonly dual: {
    readonly left: Column;
    readonly right: Column;
    readonly cueIndent: number;
    readonly parentheticalIndent: number;
  };
  readonly sceneNumbers: { readonly left: number; readonly right: number };
  /** The top of the title on a title page. */
  readonly titleTop: number;
}

/** The width of a character: 10 to the inch. Lines are wrapped by counting these, never by measuring a font. */
export const CELL = 7.2;

/** The height of a line: 6 to the inch. */
export const LINE = 12;

/**
 * The page of a United States screenplay: US Letter, 55 lines, action 1.5″ to 7.5″, speeches at 2.5″, cues at 3.7″.
 *
 * There is no one standard: the numbers are those that Final Draft documents, afterwriting, screenplain, Trelby and
 * Beat agree on most; scene numbers stand at 0.75″ and 7.38″ as in Final Draft.
 */
export const US: Profile = {
  width: inches(8.5),
  height: inches(11),
  top: inches(1),
  bodyLines: 55,
  right: inches(7.5),
  pageNumberTop: inches(0.5),
  body: { left: inches(1.5), cells: 60 },
  cue: { left: inches(3.7), cells: 38 },
  parenthetical: { left: inches(3.1), cells: 25 },
  speech: { left: inches(2.5), cells: 35 },
  dual: {
    left: { left: inches(1.5), cells: 28 },
    right: { left: inches(4.7), cells: 28 },
    cueIndent: 7,
    parentheticalIndent: 4,
  },
  sceneNumbers: { left: inches(0.75), right: inches(7.38) },
  titleTop: inches(3.5),
};

/** The profiles by name. */
export const PROFILES = { us: US } as const;

/** The name of a profile. */
export type ProfileName = keyof typeof PROFILES;

/** A number of points without the dust of binary fractions. */
export function points(value: number): number {
  return Math.round(value * 100) / 100;
}

function inches(value: number): number {
  return points(value * 72);
}
