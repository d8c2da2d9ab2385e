import type { Passage } from './passage.ts';
import { rowsFrom } from './passage-rows.ts';
import type { BlockRow, Place, Row } from './row.ts';

/** What a block is, as far as page breaks go. */
export type GroupKind =
  | 'sceneHeading'
  | 'shot'
  | 'omitted'
  | 'action'
  | 'general'
  | 'dialogue'
  | 'dualDialogue'
  /** Two who speak at once for more than a page. */
  | 'longDual'
  | 'transition'
  | 'centered'
  | 'lyrics'
  | 'actStart'
  | 'actEnd';

/** What is added where a page ends above the row at a place: `(MORE)`, and the cue with `(CONT'D)` overleaf. */
export interface Continuation {
  readonly more: (place: Place) => readonly Row[];
  readonly header: (place: Place) => readonly Row[];
}

/** Gives the rows of a block from a place on, no more than `most`. */
export type RowSource = (from: Place, most: number) => readonly BlockRow[];

/** The rows of one block, at least one: see {@link groupRows}. */
export interface RowGroup {
  /** The index of the block in the script's `children`. */
  readonly block: number;
  readonly kind: GroupKind;
  /** Blank lines above it, unless it begins a page. */
  readonly spaceBefore: number;
  /** What its rows are made of. */
  readonly rows: readonly Passage[] | RowSource;
  /** Made when a page ends inside the block; absent where nothing is added. */
  readonly continuation?: () => Continuation;
}

/** A group with its place among the others. */
export interface PlacedGroup extends RowGroup {
  /** Whether it begins a page, whatever stands above. */
  readonly startsPage: boolean;
  /** The `block` of the heading of its scene; -1 before the first, and where an act ended it. */
  readonly scene: number;
}

/**
 * The rows of a group from a place on, no more than `most`. They are made when a page asks for them, so that a block of
 * any length costs what it shows.
 */
export function groupRows({ rows }: RowGroup, from: Place, most: number): readonly BlockRow[] {
  return typeof rows === 'function' ? rows(from, most) : rowsFrom(rows, from, most);
}
