import { type Block, layOver, type ThreeWay } from '../screenplay/index.ts';
import type { EditDocument } from './edit.ts';
import { heldIn, type LockedLines } from './held.ts';

/** A place where a scene's new text and a person's contradict each other: `ours` is the person's, and stands; `theirs` is generated. */
export interface SceneConflict extends ThreeWay<readonly Block[]> {
  /** The index in the scene's text where ours stands, or would stand. */
  readonly at: number;
}

/** A scene as it reads: the generated text under a person's. */
export interface SceneText {
  /** Without the heading. */
  readonly blocks: readonly Block[];
  readonly conflicts: readonly SceneConflict[];
}

/** What lies over a generated text: what a person made of it, as far as they did. */
export type Over = Pick<EditDocument, 'base' | 'text'>;

/**
 * Lay a person's edit over the generated text of a scene. Pure: what is generated again is laid under it again.
 *
 * Every block is the person's or generated. What a person changed or put in always stands, and what is locked stands
 * byte for byte, together and in order. Blocks have no ids where an edit or a lock is: those of generated blocks count
 * them, and say nothing of which block is which after another generation.
 */
export function sceneText(
  generated: readonly Block[],
  edit: Over | undefined,
  locks: readonly LockedLines[] = [],
): SceneText {
  if (edit === undefined && locks.length === 0) return { blocks: generated, conflicts: [] };
  const { blocks, conflicts } = laidOver(generated, edit, locks);
  return { blocks, conflicts: conflicts.map(({ baseAt: _, ...conflict }) => conflict) };
}

/** As {@link sceneText}, with the base by which the result can be laid over the generated text again. */
export function laidOver(
  generated: readonly Block[],
  edit: Over | undefined,
  locks: readonly LockedLines[],
): ReturnType<typeof layOver> {
  const theirs = generated.map(bare);
  const { text, held } = edit === undefined ? heldIn(theirs, locks, 'generated') : heldIn(edit.text.map(bare), locks);
  return layOver({ base: (edit?.base ?? generated).map(bare), ours: text, theirs }, held);
}

function bare({ id: _, ...block }: Block): Block {
  return block as Block;
}
