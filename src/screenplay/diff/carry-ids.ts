import { withIds } from '../block-id.ts';
import type { Block, Screenplay } from '../tree.ts';
import { matchBlocks } from './match.ts';

/**
 * Give a script that was read anew the ids of the draft it goes on: for blocks that are the same, were edited, or
 * stand at another place now. What ids it had itself is passed over for those; its other blocks keep theirs when it is
 * free, and get one made of what they say when it is not or they have none.
 */
export function carryIds(before: Screenplay, after: Screenplay): Screenplay {
  const matching = matchBlocks(before.children, after.children, { ids: false });
  const carried = new Set<string>();
  for (const [from, { id }] of before.children.entries()) {
    if (id !== undefined && matching.afterOf(from) >= 0) carried.add(id);
  }
  const children = after.children.map((block, to) => {
    const id = before.children[matching.beforeOf(to)]?.id;
    if (id !== undefined) return id === block.id ? block : { ...block, id };
    return block.id === undefined || !carried.has(block.id) ? block : withoutId(block);
  });
  return { ...after, children: withIds(children) };
}

/** The block without its id. */
export function withoutId(block: Block): Block {
  const { id: _, ...rest } = block;
  return rest;
}
