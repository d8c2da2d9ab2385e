import { canonicalJson, deriveId, ScriptGenError } from '../core/index.ts';
import type { Block } from '../screenplay/index.ts';
import type { EditDocument } from './edit.ts';
import type { LockedLines } from './held.ts';
import type { TextProposal } from './proposal.ts';
import { edited, sameBlocks } from './rebase.ts';
import { laidOver, type SceneConflict, sceneText } from './scene-text.ts';

/** A conflict as a proposal: to take the generated text instead of a person's. Derived, never kept. */
export interface ConflictProposal extends TextProposal {
  /** `mc_…`: the same as long as the same contradicts. */
  readonly id: string;
  readonly origin: 'merge';
  readonly conflict: SceneConflict;
}

/** What conflicts are derived from: the draft of a scene, and what lies over it. */
export interface UnderEdit {
  readonly draft: {
    readonly scene: string;
    readonly blocks: readonly Block[];
    readonly keys: readonly string[];
    readonly model: string;
  };
  readonly edit: EditDocument | undefined;
  readonly locks?: readonly LockedLines[];
}

/** What is undecided in a scene, as proposals. */
export function conflictProposals({ draft, edit, locks = [] }: UnderEdit): readonly ConflictProposal[] {
  const { blocks, conflicts } = sceneText(draft.blocks, edit, locks);
  const seen = new Map<string, number>();
  return conflicts.map((conflict) => {
    const { base, ours, theirs, at } = conflict;
    const says = canonicalJson({ base, ours, theirs });
    const before = seen.get(says) ?? 0;
    seen.set(says, before + 1);
    return {
      type: 'text',
      id: deriveId('mc', draft.scene, says, String(before)),
      scene: draft.scene,
      origin: 'merge',
      base: blocks,
      text: blocks.toSpliced(at, ours.length, ...theirs),
      notes: [],
      why: ['The scene was written anew, and says something else where you changed it.'],
      keys: draft.keys,
      model: draft.model,
      conflict,
    };
  });
}

/**
 * The edit of a scene after a conflict was decided: for the person's text (`ours`), for the generated one (`theirs`), or
 * for other blocks in their place. Nothing else of the scene changes.
 *
 * @throws ScriptGenError `markup/not-found` for a conflict that there is not.
 */
export function decideConflict(
  {
    draft: { blocks: generated },
    edit,
    locks = [],
  }: Pick<UnderEdit, 'edit' | 'locks'> & {
    readonly draft: Pick<UnderEdit['draft'], 'blocks'>;
  },
  conflict: SceneConflict,
  decision: 'ours' | 'theirs' | readonly Block[],
): EditDocument {
  const before: EditDocument = edit ?? { base: generated, text: generated };
  const laid = laidOver(generated, edit, locks);
  const found = laid.conflicts.find(
    (one) => one.at === conflict.at && sameBlocks(one.ours, conflict.ours) && sameBlocks(one.theirs, conflict.theirs),
  );
  if (found === undefined)
    throw new ScriptGenError({
      code: 'markup/not-found',
      message: 'What was to be decided does not contradict any more.',
      hint: 'Look at the scene again.',
    });
  const { at, baseAt, base, ours, theirs } = found;
  const chosen = decision === 'ours' ? ours : decision === 'theirs' ? theirs : decision;
  const text = laid.blocks.toSpliced(at, ours.length, ...chosen);
  const decided = { ...before, base: laid.base.toSpliced(baseAt, base.length, ...theirs), text };
  if (sameBlocks(sceneText(generated, decided, locks).blocks, text)) return decided;
  return edited(generated, before, text, locks);
}
