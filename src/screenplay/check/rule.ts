import type { Severity } from '../../core/note.ts';
import type { Facts } from './facts.ts';

/** Something a rule found. */
export interface Fault {
  /** The index of the block it is about in the script's `children`; absent when it is about the whole script. */
  readonly block?: number;
  readonly message: string;
  /** The words it is about, as they stand in the text. */
  readonly quote?: string;
  readonly fix?: string;
}

/** One thing that is looked for in a script. */
export interface Rule {
  /** As `area/name`. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Why it matters, and what is left alone. */
  readonly why: string;
  /** Where the rule, or its number, comes from. */
  readonly source: string;
  /** Finds at most a few faults for each block, in one pass over the script. */
  readonly find: (facts: Facts) => readonly Fault[];
}
