import type { Block } from '../tree.ts';
import type { Matching } from './matching.ts';
import { movesOf } from './moves.ts';

/** The blocks of a base in the order of a merge, those that are gone with them; and which ones both sides moved, apart. */
export interface MergedOrder {
  readonly order: readonly number[];
  readonly apart: readonly number[];
}

/** Where one side has the blocks of the base: those that moved, and the one that each stands behind, -1 at the start. */
interface SideOrder {
  readonly moved: ReadonlySet<number>;
  readonly behind: ReadonlyMap<number, number>;
}

/**
 * Merge two orders of the blocks of a base: that of ours, in which what only theirs moved goes where theirs has it.
 * A block that a side took out stays behind the one it stood behind, for what the other side put in there.
 */
export function mergeOrder(base: readonly Block[], ours: Matching, theirs: Matching): MergedOrder {
  const our = sideOrder(base, ours);
  const their = sideOrder(base, theirs);
  const chain = new Chain(base.length);
  let last = -1;
  for (const block of our.behind.keys()) {
    chain.put(block, last);
    last = block;
  }
  for (const block of base.keys()) if (ours.isOpenBefore(block)) chain.put(block, block - 1);
  const apart: number[] = [];
  for (const [block, behind] of their.behind) {
    if (!their.moved.has(block)) continue;
    if (our.moved.has(block)) {
      if (our.behind.get(block) !== behind) apart.push(block);
      continue;
    }
    chain.take(block);
    let place = chain.put(block, endOfGone(chain, behind, theirs));
    // What theirs took out behind it goes with it: ours may have kept it.
    for (let gone = block + 1; theirs.isOpenBefore(gone) && !our.moved.has(gone); gone += 1) {
      chain.take(gone);
      place = chain.put(gone, place);
    }
  }
  return { order: chain.list(), apart };
}

function sideOrder(base: readonly Block[], matching: Matching): SideOrder {
  const { moved } = movesOf(matching, base);
  const behind = new Map<number, number>();
  let last = -1;
  for (let at = 0; at < matching.afterLength; at += 1) {
    const block = matching.beforeOf(at);
    if (block < 0) continue;
    behind.set(block, last);
    last = block;
  }
  return { moved: new Set(Array.from(moved, (at) => matching.beforeOf(at))), behind };
}

/** The last of the blocks behind one that theirs took out. */
function endOfGone(chain: Chain, block: number, theirs: Matching): number {
  let end = block;
  while (chain.next(end) === end + 1 && theirs.isOpenBefore(end + 1)) end += 1;
  return end;
}

/** Numbers from 0 on in an order that can be changed anywhere; -1 stands before all of them. */
class Chain {
  readonly #next: Int32Array;
  readonly #last: Int32Array;

  /** A chain for so many numbers, none of which is in it. */
  constructor(length: number) {
    this.#next = new Int32Array(length + 1).fill(-2);
    this.#last = new Int32Array(length + 1).fill(-2);
  }

  /** The number behind one; -2 for none. */
  next(number: number): number {
    return this.#next[number + 1] ?? -2;
  }

  /** Put a number behind another; gives the number. */
  put(number: number, behind: number): number {
    const next = this.next(behind);
    this.#link(behind, number);
    this.#link(number, next);
    return number;
  }

  /** Take a number out. */
  take(number: number): void {
    this.#link(this.#last[number + 1] ?? -1, this.next(number));
  }

  /** All numbers in it, in order. */
  list(): readonly number[] {
    const list: number[] = [];
    for (let number = this.next(-1); number >= 0; number = this.next(number)) list.push(number);
    return list;
  }

  #link(number: number, next: number): void {
    this.#next[number + 1] = next;
    if (next >= 0) this.#last[next + 1] = number;
  }
}
