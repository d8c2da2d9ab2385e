import type { Row } from './row.ts';

/** One turn of a conversation: who speaks to whom, and what is to be said, in every manner. */
export interface Turn {
  /** The place of its exchange in the scene, from 0; the turns of one exchange belong together. */
  readonly exchange: number;
  readonly beat: number;
  readonly speaker: string;
  readonly partner: string;
  readonly row: Row;
  /** Things and topics that may fill this turn's slots; empty where the plan wants a plain `it`. */
  readonly things: readonly string[];
  readonly topics: readonly string[];
  /** Whether a fact comes out in it. */
  readonly reveals: boolean;
  /** Whether its speaker drives the scene. */
  readonly drives: boolean;
  /** What it answers, when it is an answer. */
  readonly after: Row | undefined;
}
