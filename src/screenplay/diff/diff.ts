import { sameBlock } from '../same.ts';
import type { Block, Screenplay } from '../tree.ts';
import { blockText } from '../visit/block-text.ts';
import { matchBlocks } from './match.ts';
import type { Matching } from './matching.ts';
import { type Move, movesOf } from './moves.ts';
import { diffTitlePages, type TitleChange } from './title-page.ts';
import { diffWords, type WordChange } from './words.ts';

/** What became of a block. `from` and `to` are its indices in the draft before and in the one after. */
export type BlockChange =
  | { readonly type: 'kept'; readonly from: number; readonly to: number; readonly block: Block; readonly moved?: true }
  | {
      readonly type: 'changed';
      readonly from: number;
      readonly to: number;
      readonly before: Block;
      readonly after: Block;
      /** What both say, as `blockText` gives it, word by word. All kept when only something else changed. */
      readonly words: readonly WordChange[];
      readonly moved?: true;
    }
  | { readonly type: 'removed'; readonly from: number; readonly block: Block }
  | { readonly type: 'inserted'; readonly to: number; readonly block: Block };

/** What changed between two drafts. */
export interface ScriptDiff {
  readonly titlePage: readonly TitleChange[];
  /** Every block of both drafts once, in the order of the draft after; what was removed, behind what it stood behind. */
  readonly changes: readonly BlockChange[];
  /** What went to another place as a whole, in the order of the draft after. Its blocks are among the changes, as `moved`. */
  readonly moves: readonly Move[];
}

/**
 * Compare two drafts block by block, and what changed word by word.
 *
 * A block is the same one when its id is, or what it says, or most of its words at the same place. Ids, places in a
 * source and what only production carries make no change. Takes time in proportion to the length of the drafts.
 */
export function diffScreenplays(before: Screenplay, after: Screenplay): ScriptDiff {
  const matching = matchBlocks(before.children, after.children, { ids: true });
  const { moves, moved } = movesOf(matching, before.children);
  const changes: BlockChange[] = [];
  addRemoved(changes, matching, { from: 0, blocks: before.children });
  for (const [to, block] of after.children.entries()) {
    const from = matching.beforeOf(to);
    const old = before.children[from];
    if (old === undefined) {
      changes.push({ type: 'inserted', to, block });
      continue;
    }
    const where = { from, to, ...(moved.has(to) ? { moved: true as const } : {}) };
    if (sameBlock(old, block)) changes.push({ type: 'kept', ...where, block });
    else
      changes.push({
        type: 'changed',
        ...where,
        before: old,
        after: block,
        words: diffWords(blockText(old), blockText(block)),
      });
    addRemoved(changes, matching, { from: from + 1, blocks: before.children });
  }
  return { titlePage: diffTitlePages(before.titlePage, after.titlePage), changes, moves };
}

/** Whether two drafts are the same but for ids, places in a source and production. */
export function isUnchanged({ titlePage, changes, moves }: ScriptDiff): boolean {
  return titlePage.length === 0 && moves.length === 0 && changes.every(({ type }) => type === 'kept');
}

/** Add the blocks that go on in nothing, from one on to the first that does. */
function addRemoved(
  changes: BlockChange[],
  matching: Matching,
  { from, blocks }: { readonly from: number; readonly blocks: readonly Block[] },
): void {
  for (let at = from; matching.isOpenBefore(at); at += 1) {
    const block = blocks[at];
    if (block !== undefined) changes.push({ type: 'removed', from: at, block });
  }
}
