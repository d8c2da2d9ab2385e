import { canonicalJson, type Json, sha256 } from '../core/index.ts';

/** Seeded choices: the same seed gives the same choices, in every process and on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  /** One of these. */
  pick<T>(from: readonly T[]): T;
  /** All of these in another order. */
  shuffle<T>(from: readonly T[]): readonly T[];
  /** An independent source for one part of the work, so that a change in one part leaves the others as they were. */
  fork(label: string): Random;
}

/** Make a source of choices from any JSON value. The generator is mulberry32 over the first 32 bits of the value's SHA-256. */
export function createRandom(seed: Json): Random {
  const hash = sha256(canonicalJson(seed));
  let state = Number.parseInt(hash.slice(0, 8), 16);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    pick: (from) => {
      const chosen = from[int(from.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    shuffle: (from) => {
      const items = [...from];
      for (let last = items.length - 1; last > 0; last -= 1) {
        const other = int(last + 1);
        [items[last], items[other]] = [items[other] as (typeof items)[number], items[last] as (typeof items)[number]];
      }
      return items;
    },
    fork: (label) => createRandom([hash, label]),
  };
}
