import type { Block, SceneHeading, Screenplay } from '../tree.ts';

/** A stretch of a script from a heading to the block before the next one. */
export interface Scene {
  /** Absent for what stands before the first heading. */
  readonly heading?: SceneHeading;
  /** The heading and all that follows it. */
  readonly blocks: readonly Block[];
  /** The index of its first block in the script. */
  readonly from: number;
  /** The index behind its last block. */
  readonly to: number;
}

/**
 * A script as scenes, in order: every block is in exactly one. What stands before the first heading is a scene
 * without one, and there is none when nothing does.
 */
export function scenesOf({ children }: Screenplay): readonly Scene[] {
  const starts = children.flatMap((block, at) => (at === 0 || block.type === 'sceneHeading' ? [at] : []));
  return starts.map((from, number) => {
    const to = starts[number + 1] ?? children.length;
    const first = children[from];
    const blocks = children.slice(from, to);
    return first?.type === 'sceneHeading' ? { heading: first, blocks, from, to } : { blocks, from, to };
  });
}

/** The scene that the block with this id stands in, or that it begins; `undefined` when no block has it. */
export function sceneOf(script: Screenplay, id: string): Scene | undefined {
  const at = script.children.findIndex((block) => block.id === id);
  return at < 0 ? undefined : scenesOf(script).find(({ to }) => at < to);
}
