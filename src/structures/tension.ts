import type { SceneCard } from '../bibles/index.ts';
import { spansOf } from './place.ts';
import type { Structure } from './structure.ts';

/** How tense a structure wants a place to be, 1 to 10; `undefined` for one that has no curve. */
export function tensionAt({ tension }: Pick<Structure, 'tension'>, at: number): number | undefined {
  const next = tension.findIndex((point) => point.at >= at);
  const [before, after] = next < 0 ? [tension.at(-1), undefined] : [tension[next - 1], tension[next]];
  if (before === undefined || after === undefined) return (after ?? before)?.tension;
  return before.tension + ((after.tension - before.tension) * (at - before.at)) / (after.at - before.at);
}

/**
 * How well the tension of scenes follows a structure's curve: Spearman's rank correlation, from -1 to 1. `undefined`
 * where there is no curve, or nothing rises and falls.
 */
export function tensionFit(cards: readonly SceneCard[], structure: Structure): number | undefined {
  const wanted = spansOf(cards).map(({ from, to }) => tensionAt(structure, (from + to) / 2));
  const known = wanted.filter((value) => value !== undefined);
  if (known.length < cards.length) return undefined;
  return correlation(ranks(cards.map(({ tension }) => tension)), ranks(known));
}

/** The rank of each value, from 1; equal ones share the mean of theirs. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const result = values.map(() => 0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (order[end + 1]?.value === order[start]?.value && end + 1 < order.length) end += 1;
    for (const { at } of order.slice(start, end + 1)) result[at] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return result;
}

/** Pearson's correlation; of ranks it is Spearman's. `undefined` where one side never differs. */
function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (of: (place: number) => number): number => a.reduce((total, _, place) => total + of(place), 0);
  const [dA, dB] = [(p: number): number => (a[p] ?? 0) - meanA, (p: number): number => (b[p] ?? 0) - meanB];
  const spread = Math.sqrt(sum((p) => dA(p) ** 2) * sum((p) => dB(p) ** 2));
  return spread === 0 ? undefined : sum((p) => dA(p) * dB(p)) / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
}
