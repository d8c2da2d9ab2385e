import { longestRise } from '../../core/longest-rise.ts';
import { type Alignment, matchShortest, type Range } from './shortest-edit.ts';

/** A range at most this long on both sides together is matched in the best way there is. */
const SMALL = 128;

/** How often a range is cut at tokens that are alone in it. Every time takes time in proportion to the whole. */
const CUTS = 8;

/**
 * Align two sequences of tokens: for every index in `a`, the index in `b` of an equal token that it meets, or -1.
 * What meets stands in the same order on both sides.
 *
 * Long ranges are cut at tokens that occur once on either side, as in patience diff; between those the fewest edits
 * are looked for. Takes time and memory in proportion to the length, whatever the sequences are.
 */
export function align(a: Int32Array, b: Int32Array): Int32Array {
  const met = new Int32Array(a.length).fill(-1);
  const inA = sharedWith(a, new Set(b));
  const inB = sharedWith(b, new Set(a));
  const shared: Alignment = {
    a: Int32Array.from(inA, (at) => a[at] ?? -1),
    b: Int32Array.from(inB, (at) => b[at] ?? -1),
    met: new Int32Array(inA.length).fill(-1),
  };
  alignRange(shared, { aFrom: 0, aTo: inA.length, bFrom: 0, bTo: inB.length });
  for (const [at, other] of shared.met.entries()) if (other >= 0) met[inA[at] ?? 0] = inB[other] ?? -1;
  return met;
}

/** The indices of the tokens that are also among the others. Nothing else can meet anything. */
function sharedWith(tokens: Int32Array, others: ReadonlySet<number>): Int32Array {
  const kept = new Int32Array(tokens.length);
  let length = 0;
  for (const [at, token] of tokens.entries()) {
    if (!others.has(token)) continue;
    kept[length] = at;
    length += 1;
  }
  return kept.subarray(0, length);
}

function alignRange(alignment: Alignment, whole: Range): void {
  const open: { readonly range: Range; readonly cuts: number }[] = [{ range: whole, cuts: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const range = matchEnds(alignment, next.range);
    if (range.aFrom === range.aTo || range.bFrom === range.bTo) continue;
    const small = range.aTo - range.aFrom + range.bTo - range.bFrom <= SMALL;
    const anchors = small || next.cuts === CUTS ? [] : lonelyPairs(alignment, range);
    if (anchors.length === 0) {
      matchShortest(alignment, range);
      continue;
    }
    let [aFrom, bFrom] = [range.aFrom, range.bFrom];
    for (const [aAt, bAt] of anchors) {
      alignment.met[aAt] = bAt;
      open.push({ range: { aFrom, aTo: aAt, bFrom, bTo: bAt }, cuts: next.cuts + 1 });
      [aFrom, bFrom] = [aAt + 1, bAt + 1];
    }
    open.push({ range: { ...range, aFrom, bFrom }, cuts: next.cuts + 1 });
  }
}

/** Match what is equal at both ends; gives the range between. */
function matchEnds({ a, b, met }: Alignment, range: Range): Range {
  let { aFrom, aTo, bFrom, bTo } = range;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    met[aFrom] = bFrom;
    aFrom += 1;
    bFrom += 1;
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo -= 1;
    bTo -= 1;
    met[aTo] = bTo;
  }
  return { aFrom, aTo, bFrom, bTo };
}

/** The tokens that occur once on either side of a range, as many of them as stand in the same order. */
function lonelyPairs({ a, b }: Alignment, { aFrom, aTo, bFrom, bTo }: Range): readonly (readonly [number, number])[] {
  const inA = lonely(a, aFrom, aTo);
  const inB = lonely(b, bFrom, bTo);
  const pairs: (readonly [number, number])[] = [];
  for (const [token, aAt] of inA) {
    const bAt = inB.get(token) ?? -1;
    if (aAt >= 0 && bAt >= 0) pairs.push([aAt, bAt]);
  }
  const rise = new Set(longestRise(pairs.map(([, bAt]) => bAt)));
  return pairs.filter((_, at) => rise.has(at));
}

/** Where each token stands, in order; -1 for one that occurs more than once. */
function lonely(tokens: Int32Array, from: number, to: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] ?? -1;
    places.set(token, places.has(token) ? -1 : at);
  }
  return places;
}
