import type { Block } from '../../screenplay/index.ts';
import { type ConflictProposal, decideConflict } from '../conflict.ts';
import type { EditDocument } from '../edit.ts';
import { lockedLines } from '../held.ts';
import type { Lock } from '../lock.ts';
import { editDocument, NO_MARKUP } from '../markup.ts';
import type { Mark } from '../proposal.ts';
import { sceneText } from '../scene-text.ts';
import type { AppliedMarks } from './apply-marks.ts';
import { diffBlocks } from './plain-blocks.ts';
import { lockOn, type PlacedHunk } from './text-hunks.ts';

/** The one change of a conflict: from a person's text to the generated one. */
export function conflictHunks(
  { id, scene, base, text, why, conflict }: ConflictProposal,
  locks: readonly Lock[] = [],
): readonly PlacedHunk[] {
  const { ours, theirs, at } = conflict;
  const lock = lockOn(locks, { scene, before: base, after: text });
  return [
    {
      ...{ type: 'text', id: `${id}#1`, proposal: id, number: 1, scene, why, notes: [] },
      ...{ state: lock === undefined ? 'open' : 'locked', base: ours, text: theirs },
      ...(lock === undefined ? {} : { lock: { id: lock.id, by: lock.by, time: lock.time } }),
      changes: diffBlocks(ours, theirs).changes,
      place: { from: at, to: at + ours.length, stands: true },
    },
  ];
}

/** A scene, one of its conflicts, and what was decided about that. */
export interface MarkedConflict {
  readonly generated: readonly Block[];
  readonly edit?: EditDocument | undefined;
  readonly proposal: ConflictProposal;
  readonly marks: readonly Mark[];
  readonly locks?: readonly Lock[];
}

/**
 * Apply what was decided about a conflict: accepted, the generated text stands; rejected, the person's; edited, what was
 * written instead. Of several in one scene the last goes first: where the others stand is counted from the start.
 */
export function applyConflict({ generated, edit, proposal, marks, locks = [] }: MarkedConflict): AppliedMarks {
  const lines = lockedLines({ ...NO_MARKUP, locks }, proposal.scene);
  const [hunk] = conflictHunks(proposal, locks);
  const mark = marks.find((one) => one.id === hunk?.id);
  const before = sceneText(generated, edit, lines).blocks;
  if (hunk === undefined || mark === undefined)
    return { blocks: before, settled: [], refused: [], left: hunk ? [hunk] : [] };
  const decision = { accept: 'theirs' as const, reject: 'ours' as const, edit: mark.text ?? [] }[mark.decision];
  const decided = decideConflict({ draft: { blocks: generated }, edit, locks: lines }, proposal.conflict, decision);
  const { blocks } = sceneText(generated, decided, lines);
  if (lockOn(locks, { scene: proposal.scene, before, after: blocks }) !== undefined)
    return { blocks: before, settled: [], refused: [hunk], left: [hunk] };
  return { edit: editDocument(decided), blocks, settled: [{ hunk, mark }], refused: [], left: [] };
}
