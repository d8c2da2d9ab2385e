import type { Block } from '../../screenplay/index.ts';
import { blockKey, diffBlocks } from './plain-blocks.ts';

/** Blocks of a text, by index; `to` is not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where something stands that a change was made for. */
export interface Place extends Range {
  /** Whether just what it was made for stands there; else it is what stands there now. */
  readonly stands: boolean;
}

/**
 * Find where stretches of a text stand after it was changed: `placeOf` of a stretch of `before` gives that in `now`.
 *
 * A stretch stands when its blocks are there unchanged, in their order and next to each other; an empty one, between
 * two blocks, when these are still next to each other, be they rewritten or not. Where equal blocks are fewer or more
 * than they were, nobody knows which is which, and none of them stands.
 */
export function placesIn(before: readonly Block[], now: readonly Block[]): (range: Range) => Place {
  const met = new Map<number, { readonly to: number; readonly same: boolean }>();
  for (const change of diffBlocks(before, now).changes)
    if ((change.type === 'kept' || change.type === 'changed') && !change.moved)
      met.set(change.from, { to: change.to, same: change.type === 'kept' });
  const lengths = { before: before.length, now: now.length };
  const keys = { before: before.map(blockKey), now: now.map(blockKey) };
  return (range) => {
    const own = rangeOf(met, range, lengths);
    if (own !== undefined && isOne(keys, range)) return { ...own, stands: true };
    return { ...rangeBetween(met, range, lengths), stands: false };
  };
}

type Met = ReadonlyMap<number, { readonly to: number; readonly same: boolean }>;

/** Where a stretch stands unchanged. */
function rangeOf(met: Met, { from, to }: Range, lengths: Lengths): Range | undefined {
  const start = from === to ? endOf(met, from - 1) : met.get(from)?.to;
  const end = from === to ? startOf(met, to, lengths) : endOf(met, to - 1);
  if (start === undefined || end === undefined || end - start !== to - from) return undefined;
  for (let at = from; at < to; at += 1) {
    const found = met.get(at);
    if (found === undefined || !found.same || found.to !== start + at - from) return undefined;
  }
  return { from: start, to: end };
}

/** What stands now between the nearest blocks around a stretch that are still there. */
function rangeBetween(met: Met, { from, to }: Range, lengths: Lengths): Range {
  let first = from - 1;
  while (endOf(met, first) === undefined) first -= 1;
  let last = to;
  while (startOf(met, last, lengths) === undefined) last += 1;
  return { from: endOf(met, first) ?? 0, to: startOf(met, last, lengths) ?? lengths.now };
}

interface Lengths {
  readonly before: number;
  readonly now: number;
}

/** Behind a block as it stands now; the start of the text is behind the block before the first. */
function endOf(met: Met, at: number): number | undefined {
  if (at < 0) return 0;
  const found = met.get(at);
  return found === undefined ? undefined : found.to + 1;
}

function startOf(met: Met, at: number, { before, now }: Lengths): number | undefined {
  return at >= before ? now : met.get(at)?.to;
}

/** Whether the blocks of a stretch are as many as they were. */
function isOne(keys: { readonly before: readonly string[]; readonly now: readonly string[] }, range: Range): boolean {
  const count = (all: readonly string[], key: string): number => all.filter((one) => one === key).length;
  return keys.before.slice(range.from, range.to).every((key) => count(keys.before, key) === count(keys.now, key));
}
