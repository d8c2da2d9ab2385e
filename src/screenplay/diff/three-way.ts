import { align } from './align.ts';

/** A stretch of a sequence; `to` is not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a merge, where it stands in all three, and which side is to be taken. */
export interface MergeRegion {
  readonly take: 'ours' | 'theirs' | 'conflict';
  readonly base: Span;
  readonly ours: Span;
  readonly theirs: Span;
}

/** A base and what two sides made of it, of any kind of thing. */
export interface ThreeWay<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/**
 * Merge three sequences of tokens, equal numbers for equal things: the regions, in order, cover all three.
 *
 * A region ends at a token that both sides kept, as in diff3 (Khanna, Kunal and Pierce, "A formal investigation of
 * diff3", 2007). What only one side changed is taken from it; what both made equal is no conflict, and stands outside
 * of one that it begins or ends. Which regions conflict does not depend on which side is called ours. Takes time in
 * proportion to the length, whatever the sequences are.
 */
export function mergeTokens(tokens: ThreeWay<Int32Array>): readonly MergeRegion[] {
  const { base, ours, theirs } = tokens;
  const inOurs = align(base, ours);
  const inTheirs = align(base, theirs);
  const regions: MergeRegion[] = [];
  const at = { base: 0, ours: 0, theirs: 0 };
  const take = (to: ThreeWay<number>): void => {
    const region = {
      base: { from: at.base, to: to.base },
      ours: { from: at.ours, to: to.ours },
      theirs: { from: at.theirs, to: to.theirs },
    };
    for (const one of decided(tokens, region)) regions.push(one);
    Object.assign(at, to);
  };
  for (let index = 0; index < base.length; index += 1) {
    const our = inOurs[index] ?? -1;
    const their = inTheirs[index] ?? -1;
    if (our < 0 || their < 0) continue;
    const aside = index > at.base || our > at.ours || their > at.theirs;
    if (aside) take({ base: index, ours: our, theirs: their });
    take({ base: index + 1, ours: our + 1, theirs: their + 1 });
  }
  take({ base: base.length, ours: ours.length, theirs: theirs.length });
  return regions;
}

/** Number things by their keys, so that equal keys have equal numbers in all three. */
export function numberedKeys({ base, ours, theirs }: ThreeWay<readonly string[]>): ThreeWay<Int32Array> {
  const numbers = new Map<string, number>();
  const numbered = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  return { base: numbered(base), ours: numbered(ours), theirs: numbered(theirs) };
}

function decided(tokens: ThreeWay<Int32Array>, region: ThreeWay<Span>): readonly MergeRegion[] {
  const base = tokens.base.subarray(region.base.from, region.base.to);
  const ours = tokens.ours.subarray(region.ours.from, region.ours.to);
  const theirs = tokens.theirs.subarray(region.theirs.from, region.theirs.to);
  if (base.length + ours.length + theirs.length === 0) return [];
  if (same(base, theirs) || same(ours, theirs)) return [{ take: 'ours', ...region }];
  if (same(base, ours)) return [{ take: 'theirs', ...region }];
  return withoutEqualEnds(tokens, region);
}

/** Part a conflict from what both sides say at its beginning and its end. */
function withoutEqualEnds(
  tokens: ThreeWay<Int32Array>,
  { base, ours, theirs }: ThreeWay<Span>,
): readonly MergeRegion[] {
  const longest = Math.min(ours.to - ours.from, theirs.to - theirs.from);
  let head = 0;
  while (head < longest && tokens.ours[ours.from + head] === tokens.theirs[theirs.from + head]) head += 1;
  let tail = 0;
  while (head + tail < longest && tokens.ours[ours.to - 1 - tail] === tokens.theirs[theirs.to - 1 - tail]) tail += 1;
  const middle = {
    base,
    ours: { from: ours.from + head, to: ours.to - tail },
    theirs: { from: theirs.from + head, to: theirs.to - tail },
  };
  const first: MergeRegion = {
    take: 'ours',
    base: { from: base.from, to: base.from },
    ours: { from: ours.from, to: middle.ours.from },
    theirs: { from: theirs.from, to: middle.theirs.from },
  };
  const last: MergeRegion = {
    take: 'ours',
    base: { from: base.to, to: base.to },
    ours: { from: middle.ours.to, to: ours.to },
    theirs: { from: middle.theirs.to, to: theirs.to },
  };
  return [...(head > 0 ? [first] : []), { take: middleOf(middle), ...middle }, ...(tail > 0 ? [last] : [])];
}

/** Where nothing stood before and both put in the same, what one put in beside it is no conflict. */
function middleOf({ base, ours, theirs }: ThreeWay<Span>): MergeRegion['take'] {
  if (base.from < base.to) return 'conflict';
  if (ours.from === ours.to) return 'theirs';
  return theirs.from === theirs.to ? 'ours' : 'conflict';
}

function same(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((token, at) => token === b[at]);
}
