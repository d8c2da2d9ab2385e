import type { Hunk, Mark, Proposal, SceneNote } from '../../markup/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';

/** Where a proposal is from. */
export const ORIGINS = ['rewrite', 'take', 'merge', 'bible'] as const;
/** One of {@link ORIGINS}. */
export type Origin = (typeof ORIGINS)[number];

/** One change of a proposal, and what was decided about it so far. */
export type ReviewedHunk = Hunk & {
  /** Absent while nobody has decided. */
  readonly mark?: Pick<Mark, 'decision' | 'text' | 'value' | 'by' | 'time'>;
};

/** A proposal with its changes. */
export interface ReviewedProposal extends Pick<Proposal, 'id' | 'by' | 'time' | 'reason'> {
  readonly origin: Origin;
  readonly scene: ScenePlace;
  /** `provider/model`; empty where no model wrote it. */
  readonly model: string;
  readonly why: readonly string[];
  /** The notes that it answers. */
  readonly notes: readonly SceneNote[];
  /** Those that were applied already are not among them. */
  readonly hunks: readonly ReviewedHunk[];
}

/** What a reviewer decides about a change. */
export type Decision =
  | { readonly decision: 'accept' | 'reject' }
  | { readonly decision: 'undecided' }
  /** `text` is Fountain, or what the field of an entry is to say. */
  | { readonly decision: 'edit'; readonly text: string };

/** What applying came to. Changes are named by their ids. */
export interface ReviewReport {
  /** What was written together, to be undone together; absent when nothing was marked. */
  readonly changeSet?: string;
  readonly accepted: readonly string[];
  readonly edited: readonly string[];
  readonly rejected: readonly string[];
  /** What was marked and could not be applied: it is stale or locked, and stays proposed. */
  readonly refused: readonly Pick<ReviewedHunk, 'id' | 'state'>[];
  /** The scenes whose text changed. */
  readonly scenes: readonly ScenePlace[];
  /** The entries that changed, by name. */
  readonly entries: readonly string[];
  /** The notes that are settled, by id. */
  readonly notes: readonly string[];
  /** How many changes stay proposed, of those that were looked at. */
  readonly left: number;
}

/** Which proposals are meant; all unless given. */
export interface ReviewScope {
  /** By number or id. */
  readonly scene?: string;
  readonly origin?: Origin;
  /** By id, which may be cut short. */
  readonly proposal?: string;
}

/**
 * What is proposed for one script, decided change by change. A decision is a mark: nothing changes before it is applied,
 * and a review can be left and gone on with, also by somebody else. An id names a proposal (`pr_1a2b`) or one change of it
 * (`pr_1a2b#3`); one that is not there is `markup/not-found`.
 */
export interface ScriptReview {
  /** What is proposed, in the order of the scenes. @throws ScriptGenError `scene/not-found` */
  list(scope?: ReviewScope): Promise<readonly ReviewedProposal[]>;
  show(id: string): Promise<ReviewedProposal>;
  /**
   * Decide about changes, or about all of a proposal that can be decided so.
   * @throws ScriptGenError `markup/conflict` for a stale change that is to be accepted, `markup/locked` for one that would
   * change what is locked, `markup/invalid` for an empty text.
   */
  mark(ids: readonly string[], decision: Decision, how?: ChangeOptions): Promise<readonly ReviewedHunk[]>;
  /**
   * Apply what was decided, as one change set: edits, entries, settled notes, closed proposals. What is undecided stays
   * proposed, as does what has become stale or locked since.
   */
  apply(scope?: ReviewScope, how?: ChangeOptions): Promise<ReviewReport>;
}

/** The part of a project that has what is proposed reviewed. */
export interface ProjectReview {
  review(script?: string): Promise<ScriptReview>;
}
