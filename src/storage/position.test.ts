import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionBetween, positions } from './position.ts';

test('positions ascend as text, are distinct, and end in no zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (count) => {
      const made = positions(count);
      expect(made).toHaveLength(count);
      expect([...new Set(made)].sort()).toEqual(made);
      expect(made.filter((position) => !/^\d*[1-9]$/.test(position))).toEqual([]);
    }),
  );
});

test('between any two positions another is made, as text between them, that ends in no zero', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.array(fc.nat({ max: 400 }), { maxLength: 120 }),
      (count, places) => {
        const made = [...positions(count)];
        for (const place of places) {
          const at = place % (made.length + 1);
          const [before, after] = [made[at - 1], made[at]];
          const position = positionBetween(before, after);
          expect(position).toMatch(/^\d*[1-9]$/);
          expect(before === undefined || before < position).toBe(true);
          expect(after === undefined || position < after).toBe(true);
          made.splice(at, 0, position);
        }
      },
    ),
  );
});

test.each<readonly [where: string, next: (at: number, size: number) => number]>([
  ['at the end', (_, size) => size],
  ['at the beginning', () => 0],
  ['behind the last one', (at) => at + 1],
  ['in front of the last one', (at) => at],
  ['now behind and now in front of the last one', (at, size) => at + (size % 2)],
])('300 positions %s are at most 110 digits long', (_, next) => {
  const made = [...positions(40)];
  let at = 20;
  for (let count = 0; count < 300; count += 1) {
    at = next(at, made.length);
    made.splice(at, 0, positionBetween(made[at - 1], made[at]));
  }
  expect(Math.max(...made.map(({ length }) => length))).toBeLessThanOrEqual(110);
});
