import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from './align.ts';

const tokens = (kinds: number, maxLength: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: kinds }), { maxLength });

/** The length of the longest common subsequence, the slow and sure way. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (const [at, other] of b.entries()) {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function check(a: readonly number[], b: readonly number[]): readonly number[] {
  const met = align(Int32Array.from(a), Int32Array.from(b));
  let last = -1;
  const pairs = [...met].filter((other) => other >= 0);
  for (const [at, other] of met.entries()) {
    if (other < 0) continue;
    expect(other).toBeGreaterThan(last);
    expect(b[other]).toBe(a[at]);
    last = other;
  }
  return pairs;
}

describe('aligning two sequences', () => {
  test('what meets is equal and in order, and as much of it as there can be', () => {
    fc.assert(
      fc.property(tokens(6, 40), tokens(6, 40), (a, b) => {
        expect(check(a, b).length).toBe(longestCommon(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('long sequences that differ everywhere still meet in order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.infiniteStream(fc.nat({ max: 40 })), (kinds, stream) => {
        const a = Array.from({ length: 1500 }, () => (stream.next().value ?? 0) % (kinds + 2));
        const b = Array.from({ length: 1700 }, () => (stream.next().value ?? 0) % (kinds + 2));
        expect(check(a, b).length).toBeGreaterThan(0);
      }),
      { numRuns: 5 },
    );
  });

  test('tokens that stand once on both sides meet however much differs between them', () => {
    const noise = (seed: number, long: number, short: number): readonly number[] =>
      Array.from({ length: 60 }, (_, part) => [
        1000 + part,
        ...Array.from({ length: part % 2 === 0 ? long : short }, (__, at) => ((at + part) * (at + 3) * seed) % 13),
      ]).flat();
    const [a, b] = [noise(3, 400, 5), noise(5, 5, 400)];
    const met = align(Int32Array.from(a), Int32Array.from(b));
    for (const [at, token] of a.entries()) if (token >= 1000) expect(b[met[at] ?? -1]).toBe(token);
  });

  test('a stretch that was put in leaves everything around it met', () => {
    const a = Array.from({ length: 3000 }, (_, at) => at % 50);
    const b = [...a.slice(0, 1000), ...Array.from({ length: 40 }, (_, at) => 100 + at), ...a.slice(1000)];
    expect(check(a, b).length).toBe(a.length);
  });
});
