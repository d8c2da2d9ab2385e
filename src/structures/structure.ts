/** A beat of a structure: something that must happen, and about where. */
export interface StructureBeat {
  /** Unique in its structure: `midpoint`. What a card's `beat` and a {@link PlannedBeat} name. */
  readonly id: string;
  readonly name: string;
  /** Where it begins, as a fraction of the pages from 0 to 1: pages, since scenes get shorter towards the end. */
  readonly from: number;
  /** Where it ends, as a fraction of the pages; `from` for a beat that is a moment. */
  readonly to: number;
  /** How widely scripts differ in it, as one standard deviation, where that was measured. */
  readonly sd?: number;
  /** What must happen. */
  readonly purpose: string;
  /** Whether something must have changed for good when it is over. */
  readonly mustChange?: boolean;
  /** Whether a story may do without it. */
  readonly optional?: boolean;
}

/** An act of a structure. */
export interface Act {
  readonly name: string;
  /** Where it begins, as a fraction of the pages. */
  readonly from: number;
  /** Where it ends, as a fraction of the pages. */
  readonly to: number;
  /** `question`: what is open when it ends must bring the audience back. */
  readonly endsOn?: 'question';
}

/** How tense a script is meant to be at one place. */
export interface TensionPoint {
  /** A fraction of the pages. */
  readonly at: number;
  /** 1 (calm) to 10 (unbearable), as on a card. */
  readonly tension: number;
}

/** Where the turns of a story are expected. A diagnosis, and never a law: see docs/structures.md. */
export interface Structure {
  /** `turning-points`, `save-the-cat`, `none`. */
  readonly id: string;
  readonly name: string;
  /** Where it comes from, in one line. */
  readonly source: string;
  /** In the order in which they begin; none in a structure that asks for nothing. */
  readonly beats: readonly StructureBeat[];
  /** In order; none where a structure has no breaks. */
  readonly acts: readonly Act[];
  /** The curve that tension is held against, in order, straight between its points; empty where there is none. */
  readonly tension: readonly TensionPoint[];
}

/** The structures that there are, by id. */
export type Structures = ReadonlyMap<string, Structure>;
