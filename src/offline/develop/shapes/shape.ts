import type { Sketch } from '../scenes/sketch.ts';

/** The places in a story that a logline's own scenes stand at. */
export type Station = 'opening' | 'opportunity' | 'change' | 'committed' | 'setback' | 'climax' | 'final';

/** A sketch with the pattern it is an example of, and where it happens. */
export interface Anchor extends Sketch {
  readonly pattern: string;
  readonly where: 'home' | 'hall';
}

/** The inner life of one of the two leads. */
export interface Heart {
  readonly want: string;
  readonly need: string;
  readonly fear: string;
  readonly contradiction: string;
  readonly backstory: string;
}

/** What kind of story a logline is: its argument, and its seven scenes that no other kind has. */
export interface Shape {
  readonly name: string;
  /** Tried on the lower-case logline. */
  readonly cues: RegExp;
  readonly genre: string;
  readonly tone: string;
  /** What the lead must do when the logline does not say: a bare infinitive. */
  readonly goal: string;
  /** The hidden truth when the logline has none: a clause. */
  readonly secret: string;
  /** Whether the second lead works against the first. */
  readonly opposed: boolean;
  /** Whether the second lead is the next person of the logline, or comes with the trade. */
  readonly second: 'logline' | 'domain';
  readonly question: string;
  readonly stakes: string;
  readonly lead: Heart;
  readonly other: Heart;
  /** The second thread: the two of them. */
  readonly bond: { readonly name: string; readonly question: string; readonly payoff: string };
  readonly theme: {
    readonly name: string;
    readonly question: string;
    readonly argument: string;
    readonly counter: string;
  };
  readonly anchors: Readonly<Record<Station, Anchor>>;
  /** What comes out, in order. */
  readonly facts: readonly string[];
}

/** Say where a sketch stands and what pattern it follows. */
export function anchor(pattern: string, where: Anchor['where'], from: Sketch): Anchor {
  return { ...from, pattern, where };
}
