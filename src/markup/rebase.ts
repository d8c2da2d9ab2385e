import { type Block, sameBlock } from '../screenplay/index.ts';
import type { EditDocument } from './edit.ts';
import type { LockedLines } from './held.ts';
import { laidOver, type Over, type SceneText, sceneText } from './scene-text.ts';

/**
 * An edit carried onto newer generated text, so that what comes later needs no history: its base is that text (what it
 * was, where a conflict is undecided), its text the scene as it reads. The scene reads the same with either, and has the
 * same conflicts. An edit that cannot be carried without changing that stays as it is.
 */
export function rebase<E extends Over>(edit: E, generated: readonly Block[], locks: readonly LockedLines[] = []): E {
  const { blocks, base } = laidOver(generated, edit, locks);
  const carried = { ...edit, base, text: blocks };
  return sameText(sceneText(generated, carried, locks), sceneText(generated, edit, locks)) ? carried : edit;
}

/**
 * The edit of a scene after a person made this of it as it reads: it reads exactly so, and what is undecided stays so
 * where it can.
 */
export function edited(
  generated: readonly Block[],
  edit: EditDocument | undefined,
  text: readonly Block[],
  locks: readonly LockedLines[] = [],
): EditDocument {
  const before: EditDocument = edit ?? { base: generated, text: generated };
  const after: EditDocument = { ...rebase(before, generated, locks), text };
  const { base, ...rest } = after;
  return sameBlocks(sceneText(generated, after, locks).blocks, text) ? after : { ...rest, base: generated };
}

/** Whether two texts of a scene read the same, and have the same conflicts. */
export function sameText(one: SceneText, other: SceneText): boolean {
  return (
    sameBlocks(one.blocks, other.blocks) &&
    one.conflicts.length === other.conflicts.length &&
    one.conflicts.every((conflict, index) => {
      const there = other.conflicts[index];
      return (
        there !== undefined &&
        conflict.at === there.at &&
        (['base', 'ours', 'theirs'] as const).every((side) => sameBlocks(conflict[side], there[side]))
      );
    })
  );
}

/** Whether two texts have the same blocks, whatever their ids. */
export function sameBlocks(one: readonly Block[], other: readonly Block[]): boolean {
  return (
    one.length === other.length &&
    one.every((block, at) => {
      const there = other[at];
      return there !== undefined && sameBlock(block, there);
    })
  );
}
