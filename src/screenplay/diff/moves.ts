import { longestRise } from '../../core/longest-rise.ts';
import type { Block, SceneHeading } from '../tree.ts';
import type { Matching } from './matching.ts';

/** Blocks that stand together in both drafts, at another place. All indices are included. */
export interface Move {
  /** The heading it begins with, as it was before: a scene that moved. */
  readonly heading?: SceneHeading;
  /** Its first and last block in the draft before. */
  readonly from: number;
  readonly fromLast: number;
  /** Its first and last block in the draft after. */
  readonly to: number;
  readonly toLast: number;
}

/**
 * What moved: as few blocks as explain the new order. `moved` has the indices of their blocks in the draft after.
 * A block that was inserted into a moved stretch does not part it.
 */
export function movesOf(
  matching: Matching,
  before: readonly Block[],
): { readonly moves: readonly Move[]; readonly moved: ReadonlySet<number> } {
  const kept = matchedPairs(matching);
  const still = new Set(longestRise(kept.map(({ from }) => from)));
  const moved = new Set<number>();
  const moves: Move[] = [];
  let open: { from: number; fromLast: number; to: number; toLast: number; rank: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { rank: _, ...move } = open;
    const first = before[move.from];
    moves.push(first?.type === 'sceneHeading' ? { heading: first, ...move } : move);
    open = undefined;
  };
  for (const [at, { from, to, rank }] of kept.entries()) {
    if (still.has(at)) {
      close();
      continue;
    }
    moved.add(to);
    if (open !== undefined && rank === open.rank + 1 && before[from]?.type !== 'sceneHeading') {
      open = { ...open, fromLast: from, toLast: to, rank };
    } else {
      close();
      open = { from, fromLast: from, to, toLast: to, rank };
    }
  }
  close();
  return { moves, moved };
}

/** What goes on, in the order of the draft after; `rank` counts it in the order of the draft before. */
function matchedPairs(
  matching: Matching,
): readonly { readonly from: number; readonly to: number; readonly rank: number }[] {
  const ranks = new Int32Array(matching.beforeLength);
  let rank = 0;
  for (let from = 0; from < matching.beforeLength; from += 1) {
    ranks[from] = rank;
    if (!matching.isOpenBefore(from)) rank += 1;
  }
  const pairs: { from: number; to: number; rank: number }[] = [];
  for (let to = 0; to < matching.afterLength; to += 1) {
    const from = matching.beforeOf(to);
    if (from >= 0) pairs.push({ from, to, rank: ranks[from] ?? 0 });
  }
  return pairs;
}
