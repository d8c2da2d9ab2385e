import type { Hunk, Mark, Proposal } from '../../markup/index.ts';
import type { ScenePlace } from '../../steps/index.ts';

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
