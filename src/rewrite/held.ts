import type { Edit, Lock, Markup } from '../markup/index.ts';
import type { Block } from '../screenplay/index.ts';
import { sameBlock } from '../screenplay/same.ts';

/** The lock on a whole scene, if there is one: on itself or on its act. */
export function lockOnScene({ locks }: Pick<Markup, 'locks'>, scene: string): Lock | undefined {
  return locks.find(
    (lock) => (lock.scope === 'scene' && lock.scene === scene) || (lock.scope === 'act' && lock.scenes.includes(scene)),
  );
}

/** The lock on one block of a scene. */
export function lockOnBlock({ locks }: Pick<Markup, 'locks'>, scene: string, block: Block): Lock | undefined {
  return locks.find(
    (lock) => lock.scope === 'line' && lock.scene === scene && lock.blocks.some((locked) => sameBlock(locked, block)),
  );
}

/** Whether a person wrote this block of a scene: it stands in their text, and no model gave it. */
export function isOwn(edit: Edit | undefined, block: Block): boolean {
  if (edit === undefined) return false;
  const given = [...edit.base, ...(edit.taken ?? []).map((taken) => taken.block)];
  return edit.text.some((one) => sameBlock(one, block)) && !given.some((one) => sameBlock(one, block));
}
