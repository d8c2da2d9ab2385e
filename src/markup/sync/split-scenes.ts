import type { Places } from './places.ts';
import type { SceneTexts } from './scene-texts.ts';
import { sharedWeight } from './word-bag.ts';

/** So much of a new scene's text must be what a scene before lost. */
const ENOUGH = 0.5;

/**
 * Find the new scenes that were cut off from one that was there: their indices, and those of the scenes before. The part
 * with more of the old text keeps the scene's name.
 */
export function findSplit(places: Places, texts: SceneTexts): ReadonlyMap<number, number> {
  const { before, after, weights } = texts;
  const even = new Float64Array(weights.length).fill(1);
  const splits = new Map<number, number>();
  for (const to of places.openAfter) {
    const now = after[to];
    if (now === undefined || now.weight === 0) continue;
    const { from, share } = bestSource(places, texts, to);
    if (share < ENOUGH) continue;
    const kept = places.afterOf(from);
    const [old, rest] = [before[from], after[kept]];
    if (old === undefined || rest === undefined) continue;
    const hasMore = sharedWeight(old.bag, now.bag, even) > sharedWeight(old.bag, rest.bag, even);
    if (hasMore) places.join(from, to);
    splits.set(hasMore ? kept : to, from);
  }
  return splits;
}

/** The scene before that lost most of this text, and how much of the text that is. */
function bestSource(
  places: Places,
  { before, after, weights }: SceneTexts,
  to: number,
): { readonly from: number; readonly share: number } {
  let best = { from: -1, share: 0 };
  const now = after[to];
  if (now === undefined) return best;
  for (const [from, old] of before.entries()) {
    const rest = after[places.afterOf(from)];
    if (rest === undefined) continue;
    const share = sharedWeight(now.bag, old.bag, weights, rest.bag) / now.weight;
    if (share > best.share) best = { from, share };
  }
  return best;
}
