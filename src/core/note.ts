/** How much a note matters: a `blocker` must be dealt with, `info` only wants to be known. */
export type Severity = 'blocker' | 'major' | 'minor' | 'info';

/** A remark about the writing: a value, never thrown. */
export interface Note {
  /** The rule it comes from, as `area/rule`: `scene/no-turn`, `fountain/cue-without-dialogue`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The scene it is about, by id. */
  readonly scene?: string;
  /** The exact words it is about, as they stand in the draft. */
  readonly quote?: string;
  /** The smallest change that would settle it. */
  readonly fix?: string;
  /** The line of the text it is about, from 1 on. Absent when it is about no text, or about all of it. */
  readonly line?: number;
  /** The character in that line, from 1 on. */
  readonly column?: number;
}
