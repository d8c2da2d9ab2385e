import type { Quota } from '../../generators/index.ts';
import {
  expectedPages,
  expectedWords,
  type FormatShape,
  pageBudget,
  type SceneLength,
} from '../../structures/index.ts';

const LENGTHS = ['flash', 'short', 'standard', 'setPiece'] as const;
type Shares = Readonly<Record<SceneLength, number>>;

/**
 * How many scenes of each length, and how many silent ones, every sequence gets, so that the script as a whole has its
 * format's mix and pages. `sequences` are the numbers of scenes of each. What rounding takes from one sequence, the next
 * one gets.
 */
export function quotasFor(shape: FormatShape, sequences: readonly number[]): readonly Quota[] {
  const scenes = sequences.reduce((sum, count) => sum + count, 0);
  const shares = sharesFor(shape, scenes);
  const given: Record<SceneLength, number> = { flash: 0, short: 0, standard: 0, setPiece: 0 };
  const quiet = shape.silent && (shape.silent.from + shape.silent.to) / 2;
  let before = 0;
  const quotas = sequences.map((count) => {
    const end = before + count;
    const due = LENGTHS.map((length) => ({ length, due: Math.max(0, shares[length] * end - given[length]) }));
    const counts = wholeParts(due, count);
    for (const length of LENGTHS) given[length] += counts[length];
    const silent = quiet === undefined ? {} : { silent: Math.round(quiet * end) - Math.round(quiet * before) };
    before = end;
    return { ...counts, ...silent };
  });
  return nearer(quotas, pageBudget(shape, scenes));
}

/** Rounding may cost a short script pages: one scene after the other gets the next length, as long as that brings it nearer. */
function nearer(quotas: readonly Quota[], pages: number): readonly Quota[] {
  const off = (of: readonly Quota[]): number =>
    Math.abs(
      pages - of.reduce((sum, quota) => sum + LENGTHS.reduce((all, one) => all + quota[one] * pagesOf(one), 0), 0),
    );
  if (off(quotas) <= CLOSE * pages) return quotas;
  const moves = quotas.flatMap((quota, at) =>
    NEIGHBOURS.filter(([from]) => quota[from] > 0).map(([from, to]) =>
      quotas.with(at, { ...quota, [from]: quota[from] - 1, [to]: quota[to] + 1 }),
    ),
  );
  const [best] = moves.toSorted((a, b) => off(a) - off(b));
  return best !== undefined && off(best) < off(quotas) ? nearer(best, pages) : quotas;
}

/** How near the pages of a plan must come to its budget, as a part of it. */
const CLOSE = 0.05;
const NEIGHBOURS = LENGTHS.slice(1).flatMap((long, at) => {
  const short = LENGTHS[at] ?? long;
  return [[short, long] as const, [long, short] as const];
});

/** The words that a sequence is likely to have. */
export function wordsOf(quota: Quota): number {
  return LENGTHS.reduce((sum, length) => sum + quota[length] * expectedWords({ length }), 0);
}

/** The words of each scene of a sequence, as if they were of one length. */
export function evenWords(quota: Quota, scenes: number): readonly number[] {
  return Array.from({ length: scenes }, () => wordsOf(quota) / scenes);
}

/**
 * The share of each length: that of the format, tilted to longer or shorter scenes as far as the pages ask for it when
 * there are fewer or more scenes than is its custom.
 */
function sharesFor(shape: FormatShape, scenes: number): Shares {
  const wanted = pageBudget(shape, scenes) / Math.max(1, scenes);
  const tilted = (tilt: number): Shares => {
    const weights = LENGTHS.map(
      (length) => [length, shape.lengths[length] * Math.exp(tilt * pagesOf(length))] as const,
    );
    const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
    return Object.fromEntries(weights.map(([length, weight]) => [length, weight / whole])) as Shares;
  };
  // A steeper tilt always gives more pages, so halving finds the one that gives those that are wanted.
  let [low, high] = [-TILT, TILT];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (pagesWith(tilted(middle)) < wanted) low = middle;
    else high = middle;
  }
  return tilted((low + high) / 2);
}

/** The steepest tilt, for each page that one length is longer than another. */
const TILT = 4;

function pagesWith(shares: Shares): number {
  return LENGTHS.reduce((sum, length) => sum + shares[length] * pagesOf(length), 0);
}

function pagesOf(length: SceneLength): number {
  return expectedPages([{ length }]);
}

/** Whole numbers near what is due, `count` in all: the largest remainders are rounded up. */
function wholeParts(
  due: readonly { readonly length: SceneLength; readonly due: number }[],
  count: number,
): Record<SceneLength, number> {
  const whole = due.reduce((sum, one) => sum + one.due, 0) || 1;
  const parts = due.map(({ length, due: own }) => ({ length, exact: (own * count) / whole }));
  const counts = parts.map(({ length, exact }) => [length, Math.floor(exact)] as const);
  const left = count - counts.reduce((sum, [, part]) => sum + part, 0);
  const up = new Set(
    parts
      .toSorted((a, b) => (b.exact % 1) - (a.exact % 1))
      .slice(0, left)
      .map(({ length }) => length),
  );
  return Object.fromEntries(counts.map(([length, part]) => [length, part + (up.has(length) ? 1 : 0)])) as Record<
    SceneLength,
    number
  >;
}
