import { type Edit, type Lock, lockedLines, type Markup } from '../markup/index.ts';
import { type Block, sameBlock } from '../screenplay/index.ts';

/** The lock on one block of a scene. */
export function lockOnBlock(markup: Markup | undefined, scene: string, block: Block): Lock | undefined {
  return lockedLines(markup, scene).find((lock) => lock.blocks.some((locked) => sameBlock(locked, block)));
}

/** Whether a person wrote this block of a scene: it stands in their text, and no model gave it. */
export function isOwn(edit: Edit | undefined, block: Block): boolean {
  if (edit === undefined) return false;
  const given = [...edit.base, ...(edit.taken ?? []).map((taken) => taken.block)];
  return edit.text.some((one) => sameBlock(one, block)) && !given.some((one) => sameBlock(one, block));
}
