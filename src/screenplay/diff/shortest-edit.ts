/** A stretch of two sequences: ends not included. */
export interface Range {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** Two sequences of tokens, and for every one of `a` the index in `b` that it meets, -1 for none. */
export interface Alignment {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly met: Int32Array;
}

/** How many edits are searched before the way found so far is taken. Time grows with it, and memory with its square. */
const EDITS = 128;

/**
 * Match the tokens in a range by the fewest insertions and deletions.
 *
 * Myers, "An O(ND) difference algorithm" (1986), forward and greedy. After {@link EDITS} edits it settles for the way
 * that came furthest and starts again from its end, so it takes time in proportion to the length of the range however
 * different the two are; up to that many edits the answer is the best there is.
 */
export function matchShortest(alignment: Alignment, { aFrom, aTo, bFrom, bTo }: Range): void {
  let [a, b] = [aFrom, bFrom];
  while (a < aTo && b < bTo) [a, b] = matchStretch(alignment, { aFrom: a, aTo, bFrom: b, bTo });
}

/** Match as far as the edits last; gives where it came to. */
function matchStretch({ a, b, met }: Alignment, { aFrom, aTo, bFrom, bTo }: Range): readonly [number, number] {
  const size = { width: aTo - aFrom, height: bTo - bFrom };
  const rows: Int32Array[] = [];
  let best = { x: 0, k: 0, edits: 0 };
  for (let edits = 0; edits <= EDITS; edits += 1) {
    const last = rows[edits - 1] ?? FIRST;
    const row = new Int32Array(2 * edits + 3).fill(-1);
    rows.push(row);
    for (let k = -edits; k <= edits; k += 2) {
      let x = enter(last, k + edits, k, size);
      if (x < 0) continue;
      while (x < size.width && x - k < size.height && a[aFrom + x] === b[bFrom + x - k]) x += 1;
      row[k + edits + 1] = x;
      if (2 * x - k > 2 * best.x - best.k) best = { x, k, edits };
    }
    if (best.x === size.width && best.x - best.k === size.height) break;
  }
  let { x, k } = best;
  for (let edits = best.edits; edits >= 0; edits -= 1) {
    const last = rows[edits - 1] ?? FIRST;
    const start = enter(last, k + edits, k, size);
    for (; x > start; x -= 1) met[aFrom + x - 1] = bFrom + x - 1 - k;
    const left = last[k + edits - 1] ?? -1;
    const fromLeft = left >= 0 && left + 1 === start;
    x = fromLeft ? left : start;
    k += fromLeft ? -1 : 1;
  }
  return [aFrom + best.x, bFrom + best.x - best.k];
}

/**
 * How far in `a` the best way with so many edits comes on each diagonal `k`, at index `k + edits + 1`; -1 for none, and
 * at both ends. With no edits at all, it comes from above onto diagonal 0.
 */
const FIRST = Int32Array.of(-1, 0);

/** Where the best way with one edit less comes onto diagonal `k`, at index `at` of its row; -1 when none does. */
function enter(
  last: Int32Array,
  at: number,
  k: number,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const above = last[at + 1] ?? -1;
  const left = last[at - 1] ?? -1;
  const fromAbove = above >= 0 && above - k <= height ? above : -1;
  return left >= 0 && left < width && left >= fromAbove ? left + 1 : fromAbove;
}
