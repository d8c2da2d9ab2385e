import type { SceneCard } from '../../bibles/index.ts';

/** How a scene stands to the story's present. */
export type Mode = NonNullable<SceneCard['mode']>;

/** Something that is seen, or said under one cue. */
export interface Element {
  /** The id of its block; made of its scene and place where a block has none. */
  readonly id: string;
  readonly type: 'action' | 'speech';
  /** As a reader of the page sees it; of a speech what is said, without parentheticals. */
  readonly text: string;
  /** The name on the cue as it is written, without extensions; empty for action. */
  readonly cue: string;
  /** Who speaks, by entry id. Absent for action, and for a cue that no character answers to. */
  readonly speaker?: string;
  /** Whether the speaker stands in the scene, is heard from beside it (O.S.), or over it (V.O., a telephone, a recording). */
  readonly heard: 'here' | 'off' | 'over';
  /** The index of its block in the screenplay's `children`. */
  readonly block: number;
}

/** One scene of a script as it is written, with what its card says where it has one. */
export interface StagedScene {
  /** The card's id; the heading's without a card. */
  readonly id: string;
  /** As a reader counts it, from 1. */
  readonly number: number;
  /** As it is written; empty for what stands before the first heading. */
  readonly heading: string;
  /** The index of its heading in the screenplay's `children`. */
  readonly block: number;
  /** Its place in story time: what happens earlier has the lower rank. */
  readonly rank: number;
  readonly mode: Mode;
  readonly card?: SceneCard;
  readonly elements: readonly Element[];
}
