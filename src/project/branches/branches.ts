import type { Author, EntryDiff, MergeConflict, OutlineDiff, RecordKind, Script } from '../../bibles/index.ts';
import type { ScenePlace } from '../../steps/index.ts';

/** A branch of a script, or its trunk, which is called `main`. */
export interface Branch {
  readonly name: string;
  readonly script: Script;
  /** Whether it is meant where only the trunk, or nothing, is named. */
  readonly isCurrent: boolean;
  /** The branch that it was made from; absent for the trunk. */
  readonly of?: string;
  /** Who made it; absent for the trunk. */
  readonly by?: Author;
  /** When it was made; ISO 8601, UTC. Absent for the trunk. */
  readonly time?: string;
  /** How many entries, cards and decisions differ from what it was made from or last merged with; 0 for the trunk. */
  readonly unmerged: number;
}

/** A decision of people that differs between two branches. */
export interface RecordDiff {
  readonly kind: RecordKind;
  readonly id: string;
  /** The scene that it is of; absent where it is of none. */
  readonly scene?: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** What differs between two branches, and which scenes that reaches. */
export interface BranchDiff {
  readonly from: string;
  readonly to: string;
  /** The script of `to`. */
  readonly script: Script;
  readonly entries: readonly EntryDiff[];
  readonly cards: OutlineDiff;
  /** Edits, locks, pins, notes and all else that people decided. */
  readonly records: readonly RecordDiff[];
  /** Scenes that ask something else, or whose text a person made different; by their place in `to`, or where they are not there in `from`. */
  readonly scenes: readonly ScenePlace[];
}

/** What a merge did, or would do. */
export interface BranchMerge {
  readonly from: string;
  readonly into: string;
  readonly script: Script;
  /** What it changes, or would change, in the script that is merged into. */
  readonly entries: readonly EntryDiff[];
  readonly cards: OutlineDiff;
  readonly records: readonly RecordDiff[];
  /** What both sides changed, and nobody decided: only told by a merge that is tried. */
  readonly conflicts: readonly MergeConflict[];
  /** What was written; absent when nothing was, or nothing was to be. */
  readonly changeSet?: string;
}

/** How to merge. */
export interface MergeOptions {
  /** What is merged into: `main` unless given, or for a branch of a branch that one. */
  readonly into?: string;
  /**
   * Which side is taken where both changed the same: `theirs:MAYA.want` for a field, `theirs:MAYA` or `ours:sc14` for all of
   * an entry or a scene, `theirs` for everything. Theirs is what is merged.
   */
  readonly take?: readonly string[];
  /** Only say what it would do. */
  readonly dryRun?: boolean;
  /** `writer` unless given. */
  readonly author?: string;
}

/**
 * The branches of one script: what-if versions of its bible, cards and edits. A branch begins as all that its trunk is,
 * under the same ids, so every question that it does not change is answered already. What is changed in the trunk later
 * does not flow in. Methods throw `branch/not-found` for a name that there is not.
 */
export interface ScriptBranches {
  /** The trunk first, then its branches, oldest first. */
  list(): Promise<readonly Branch[]>;
  /**
   * Make a branch, of the current one unless another is named.
   * @throws ScriptGenError `input/invalid` for a name that cannot be one, or that there is.
   */
  create(name: string, how?: { readonly from?: string; readonly author?: string }): Promise<Branch>;
  /** Say which branch is meant from now on where only the trunk, or nothing, is named; `main` is the trunk. */
  switch(name: string): Promise<Branch>;
  /** What differs: between a branch (the current one unless given) and what it was made from, or between two. */
  diff(from?: string, to?: string): Promise<BranchDiff>;
  /**
   * Put what changed in a branch into what it was made from, or the other way round: field by field for entries and cards,
   * block by block for edits, as one change set. The branch stays.
   * @throws ScriptGenError `branch/conflict` whose `details` are the {@link MergeConflict}s when both changed the same; nothing
   * is written then. `markup/locked` for what is locked there. `input/invalid` for branches that were not made from each other.
   */
  merge(name: string, how?: MergeOptions): Promise<BranchMerge>;
  /**
   * Take a branch away. What it asked stays in the journal, and what was written in it in the database.
   * @throws ScriptGenError `branch/conflict` when something in it was not merged, unless `force`.
   */
  remove(name: string, how?: { readonly force?: boolean; readonly author?: string }): Promise<Branch>;
}
