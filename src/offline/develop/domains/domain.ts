/** A place a trade brings with it: its heading, and what the settings bible says of it. */
export type Place = {
  /** As in a scene heading. */
  readonly name: string;
  readonly interior: boolean;
  readonly look: string;
  readonly sound: string;
  readonly rules: string;
};

/** Somebody the trade brings with it, when the logline names too few people. */
export interface Extra {
  /** A noun phrase with its article: `a concert agent with one client left`. */
  readonly is: string;
  /** What they want, as a bare infinitive: `keep the hall sold out`. */
  readonly wants: string;
}

/** What a trade puts on the stage: the concrete half of a story. */
export interface Domain {
  readonly name: string;
  /** Words of a logline that point here, in lower case and without plural endings. */
  readonly cues: readonly string[];
  /** The first is the workplace, the second where things come to a head. */
  readonly places: readonly Place[];
  /** Things a hand can hold, with their articles. */
  readonly props: readonly string[];
  /** The portable thing that proves something, with its article. */
  readonly token: string;
  /** What it is all about when the logline names no thing, with its article. */
  readonly object: string;
  /** Words of the trade, for a voice. */
  readonly words: string;
  /** The opponent, the ally, the one who presses. */
  readonly people: readonly [opponent: Extra, ally: Extra, pressure: Extra];
  readonly titles: readonly string[];
  /** When it must be over, for a logline without a deadline. */
  readonly before: string;
}

/** Write a place on one line of a table. */
export function place(name: string, interior: boolean, look: string, [sound, rules]: readonly [string, string]): Place {
  return { name, interior, look, sound, rules };
}
