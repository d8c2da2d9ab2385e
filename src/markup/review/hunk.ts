import type { Json } from '../../core/index.ts';
import type { Block, BlockChange } from '../../screenplay/index.ts';
import type { Lock } from '../lock.ts';

/**
 * Whether a change can be taken. `stale`: what it was made for does not stand any more, so it can be dropped, or written
 * anew by hand, and never goes elsewhere. `locked`: it would change what is locked. `done`: what it proposes stands there.
 * `applied`: it was decided and applied, and others of its proposal were not.
 */
export type HunkState = 'open' | 'stale' | 'locked' | 'done' | 'applied';

interface HunkBase {
  /** `<proposal>#<number>`: stable while the proposal stands. */
  readonly id: string;
  readonly proposal: string;
  /** From 1. */
  readonly number: number;
  readonly scene: string;
  readonly state: HunkState;
  /** The lock that keeps it from being taken. */
  readonly lock?: Pick<Lock, 'by' | 'time'> & { readonly id: string };
  /** Why it is proposed, for a reader; may be empty. */
  readonly why: readonly string[];
}

/** One change of a scene's text. */
export interface TextHunk extends HunkBase {
  readonly type: 'text';
  /** What it was made for; empty for what is put in. */
  readonly base: readonly Block[];
  /** What is to stand there; empty for what is taken out. */
  readonly text: readonly Block[];
  /** From the one to the other, block by block and word by word. */
  readonly changes: readonly BlockChange[];
  /** What stands there now, where that is not `base`. */
  readonly now?: readonly Block[];
  /** The notes that it answers, by id. */
  readonly notes: readonly string[];
}

/** One change of the bible. */
export interface BibleHunk extends HunkBase {
  readonly type: 'bible';
  /** The entry that it changes, by id, or the name of the new one. */
  readonly entry: string;
  /** A path as in a {@link FieldChange}; absent for a new entry as a whole. */
  readonly field?: string;
  readonly from?: Json;
  readonly to?: Json;
  /** What stands there now, where that is not `from`. */
  readonly now?: Json;
  /** The exact words of the scene that say so. */
  readonly quote: string;
}

/** One change of a proposal, to be decided. */
export type Hunk = TextHunk | BibleHunk;
