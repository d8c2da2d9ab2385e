import type { Block, Screenplay } from '../tree.ts';
import { matchBlocks } from './match.ts';
import type { Matching } from './matching.ts';
import { movesOf } from './moves.ts';
import { markBlock, markEdge, revisedBlock } from './revise-block.ts';

/**
 * Mark what changed between two issues of a script with a revision set: its `id` in `production.revisions`.
 *
 * A block that is new or stands at another place belongs to it as a whole, a dialogue with all its parts. In the others
 * the words that are new carry it, and where words or blocks were taken out with nothing in their place a span of no
 * length does: at the end of what stands before, or at the start of the script's first text. What says the same keeps the
 * marks it has in `after`, and no text is changed. Blocks that no page shows leave no mark when they go.
 */
export function reviseScreenplay(before: Screenplay, after: Screenplay, revision: number): Screenplay {
  const matching = matchBlocks(before.children, after.children, { ids: true });
  const { moved } = movesOf(matching, before.children);
  const isNew = (to: number): boolean => matching.isOpenAfter(to) || moved.has(to);
  const children = after.children.map((block, to) => {
    const old = before.children[matching.beforeOf(to)];
    return old === undefined || isNew(to) ? markBlock(block, revision) : revisedBlock(old, block, revision);
  });
  const carriers = textBlocks(after.children);
  for (const place of gapsAfter(matching, before.children, moved)) {
    if (isNew(place + 1)) continue;
    const at = carriers.lastUpTo[place + 1] ?? -1;
    const carrier = at < 0 ? carriers.first : at;
    const block = children[carrier];
    if (block !== undefined && !isNew(carrier)) children[carrier] = markEdge(block, at < 0 ? 'start' : 'end', revision);
  }
  return children.every((block, to) => block === after.children[to]) ? after : { ...after, children };
}

/** The blocks of the draft after (-1: its start) behind which something that a page shows stood before. */
function gapsAfter(matching: Matching, before: readonly Block[], moved: ReadonlySet<number>): ReadonlySet<number> {
  const places = new Set<number>();
  let last = -1;
  for (const [from, block] of before.entries()) {
    const to = matching.afterOf(from);
    if (to >= 0 && !moved.has(to)) last = to;
    else if (isShown(block)) places.add(last);
  }
  return places;
}

/** Which blocks can carry a mark: the first of all, and the last up to each place (at index 0 before all of them). */
function textBlocks(blocks: readonly Block[]): { readonly first: number; readonly lastUpTo: Int32Array } {
  const lastUpTo = new Int32Array(blocks.length + 1).fill(-1);
  for (const [at, block] of blocks.entries()) {
    const carries = isShown(block) && block.type !== 'pageBreak';
    lastUpTo[at + 1] = carries ? at : (lastUpTo[at] ?? -1);
  }
  return { first: blocks.findIndex((block) => isShown(block) && block.type !== 'pageBreak'), lastUpTo };
}

function isShown({ type }: Block): boolean {
  return type !== 'note' && type !== 'boneyard' && type !== 'section' && type !== 'synopsis';
}
