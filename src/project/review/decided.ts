import type { Hunk, Mark } from '../../markup/index.ts';
import type { OpenProposal } from './standing.ts';

/** What came of the decisions about one proposal. */
export interface Decided {
  readonly proposal: OpenProposal;
  /** What was decided, and stands. */
  readonly settled: readonly { readonly hunk: Hunk; readonly mark: Mark }[];
  /** What was decided and cannot be done. */
  readonly refused: readonly Hunk[];
  /** What is still proposed. */
  readonly left: readonly Hunk[];
}
