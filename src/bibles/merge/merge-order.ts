import { longestRise } from '../../core/index.ts';
import type { Sides } from './merge-value.ts';

/** An order that two sides made of one. */
export interface MergedOrder {
  readonly order: readonly string[];
  /** What both moved, and not to the same place: it stands where ours put it. */
  readonly conflicts: readonly string[];
}

/**
 * Put two orders together that came from one. Each holds ids once; the result has those in `kept`, which all stand in ours
 * or in theirs. What theirs moved or put in stands behind what it stands behind there; all else is as in ours.
 */
export function mergeOrder(
  { base, ours, theirs }: Sides<readonly string[]>,
  kept: ReadonlySet<string>,
  take: (id: string) => 'ours' | 'theirs' | undefined = () => undefined,
): MergedOrder {
  const [mine, others] = [new Set(movedIn(base, ours)), new Set(movedIn(base, theirs))];
  const behind = (order: readonly string[], id: string): string | undefined => order[order.indexOf(id) - 1];
  const isSettled = restricted(ours, theirs).join('\n') === restricted(theirs, ours).join('\n');
  const twice = isSettled
    ? []
    : [...others].filter((id) => kept.has(id) && mine.has(id) && behind(ours, id) !== behind(theirs, id));
  const mineStay = new Set(twice.filter((id) => take(id) !== 'theirs'));
  const order = ours.filter((id) => kept.has(id));
  const there = theirs.filter((id) => kept.has(id));
  for (const [at, id] of there.entries()) {
    const now = order.indexOf(id);
    if (now >= 0 && (isSettled || !others.has(id) || mineStay.has(id))) continue;
    if (now >= 0) order.splice(now, 1);
    const anchor = there[at - 1];
    order.splice(anchor === undefined ? 0 : order.indexOf(anchor) + 1, 0, id);
  }
  return { order, conflicts: twice.filter((id) => take(id) === undefined) };
}

/** What stands elsewhere among the others than before: the fewest that must be moved to make one order of the other. */
export function movedIn(before: readonly string[], after: readonly string[]): readonly string[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const common = after.filter((id) => places.has(id));
  const stay = new Set(longestRise(common.map((id) => places.get(id) ?? 0)).map((at) => common[at]));
  return common.filter((id) => !stay.has(id));
}

function restricted(order: readonly string[], to: readonly string[]): readonly string[] {
  const ids = new Set(to);
  return order.filter((id) => ids.has(id));
}
