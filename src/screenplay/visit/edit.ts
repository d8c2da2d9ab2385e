import type { Block, Screenplay } from '../tree.ts';

/**
 * Make a script of what `change` gives for every block: a block, several, or none. What it gives back unchanged is
 * shared with the script; when everything is, so is the script.
 */
export function mapBlocks(
  script: Screenplay,
  change: (block: Block, index: number) => Block | readonly Block[],
): Screenplay {
  const children = script.children.flatMap((block, index) => change(block, index));
  const same =
    children.length === script.children.length && children.every((block, index) => block === script.children[index]);
  return same ? script : { ...script, children };
}

/** Put blocks in the place of the block with this id. An id that no block has gives the same script back. */
export function replaceBlock(script: Screenplay, id: string, blocks: Block | readonly Block[]): Screenplay {
  return splice(script, id, () => blocks);
}

/** Put blocks behind the block with this id. An id that no block has gives the same script back. */
export function insertAfter(script: Screenplay, id: string, blocks: Block | readonly Block[]): Screenplay {
  return splice(script, id, (block) => [block].concat(blocks));
}

/** Take out the block with this id. An id that no block has gives the same script back. */
export function removeBlock(script: Screenplay, id: string): Screenplay {
  return splice(script, id, () => []);
}

/** Change the first block with an id; the others are shared. */
function splice(script: Screenplay, id: string, change: (block: Block) => Block | readonly Block[]): Screenplay {
  const found = script.children.findIndex((block) => block.id === id);
  return mapBlocks(script, (block, index) => (index === found ? change(block) : block));
}
