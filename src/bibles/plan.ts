/** What moves the protagonist, and what the story asks. The first thing that is planned; everything follows from it. */
export interface Spine {
  /** What the protagonist pursues and could name. */
  readonly want: string;
  /** What they lack and could not name. */
  readonly need: string;
  /** What they take for true about themselves or the world, and which the story puts to the test. */
  readonly lie: string;
  /** Who or what stands against them, and why it is right about something. */
  readonly antagonist: string;
  /** The one question that stays open until the climax. */
  readonly question: string;
}

/** Something that is planted to be paid off: a thing, a word, a promise, a deadline. */
export interface Plant {
  /** `pt_…`, unique in the outline. */
  readonly id: string;
  /** What is planted, in words that a scene can show. */
  readonly what: string;
  /** Left open on purpose: nobody is to be told that it is never paid off. */
  readonly open: boolean;
}

/** Where a beat of the structure is meant to fall, and what happens there. */
export interface PlannedBeat {
  /** The id of the beat in the structure. */
  readonly beat: string;
  /** The sequence that it falls in, from 1. */
  readonly sequence: number;
  readonly event: string;
}

/** One stretch of the script: about a reel, with a turn of its own at its end. */
export interface Sequence {
  readonly title: string;
  /** What has changed when it ends, and because of what. */
  readonly purpose: string;
  /** The turn it ends on. */
  readonly ends: string;
  /** How many scenes it has. */
  readonly scenes: number;
}

/** What an outline was planned by, above its cards. Kept with them; a scene never reads it. */
export interface StoryPlan {
  /** The id of the structure that it was held against: `turning-points`, `save-the-cat`, `none`. */
  readonly structure: string;
  readonly spine: Spine;
  readonly sequences: readonly Sequence[];
  readonly beats: readonly PlannedBeat[];
  readonly plants: readonly Plant[];
}
