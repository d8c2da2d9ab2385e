/** What can be searched. */
export const SEARCHED = ['entry', 'version', 'card', 'scene'] as const;

/** One of {@link SEARCHED}: the heads of entries, their older versions, scene cards, drafts of scenes. */
export type Searched = (typeof SEARCHED)[number];

/** Where to look, and for how much. */
export interface SearchOptions {
  /** Entries, cards and scenes unless given. */
  readonly in?: readonly Searched[];
  /** 20 unless given. */
  readonly limit?: number;
}

/** Something that was found. */
export interface SearchHit {
  readonly in: Searched;
  /** The id of the entry, or of the scene's card. */
  readonly id: string;
  /** The entry's version, or the card's. */
  readonly version: number;
  /** The field: `voice.sentences`, `facts.fa_1`, `goal`, `text`. */
  readonly field: string;
  /** The words around what was found, on one line, 120 characters at most. */
  readonly snippet: string;
  /** Where the found words stand in the snippet, as pairs of first and end. */
  readonly marks: readonly (readonly [from: number, to: number])[];
  /** Greater is better; comparable within one search. */
  readonly score: number;
}
