/**
 * Proposals reviewed change by change: what each would change where, and what comes of the decisions. Pure.
 *
 * @module
 */
export { type AppliedMarks, applyMarks, applyProposal, canDecide, type Marked } from './apply-marks.ts';
export { bibleHunks, withBibleMarks } from './bible-hunks.ts';
export { applyConflict, conflictHunks, type MarkedConflict } from './conflict-hunks.ts';
export type { BibleHunk, Hunk, HunkState, TextHunk } from './hunk.ts';
export { segmentsOf } from './segments.ts';
export { type Against, hunksOf } from './text-hunks.ts';
