import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positions } from './position.ts';

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
