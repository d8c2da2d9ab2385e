import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMATS } from '../../bibles/index.ts';
import { expectedPages, pageBudget, type SceneLength, SHAPES } from '../../structures/index.ts';
import { splitScenes } from '../outline.ts';
import { quotasFor } from './quota.ts';

const LENGTHS: readonly SceneLength[] = ['flash', 'short', 'standard', 'setPiece'];

test('every sequence gets as many lengths as it has scenes, and no more silent ones', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FORMATS), fc.integer({ min: 1, max: 200 }), (format, scenes) => {
      const sequences = splitScenes(scenes);
      for (const [at, quota] of quotasFor(SHAPES[format], sequences).entries()) {
        expect(LENGTHS.reduce((sum, length) => sum + quota[length], 0)).toBe(sequences[at]);
        expect(LENGTHS.every((length) => Number.isInteger(quota[length]) && quota[length] >= 0)).toBe(true);
        expect(quota.silent ?? 0).toBeLessThanOrEqual(sequences[at] ?? 0);
      }
    }),
  );
});

test('together they fill the pages of the format, within a tenth or a page', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FORMATS), fc.integer({ min: 1, max: 200 }), (format, scenes) => {
      const shape = SHAPES[format];
      const cards = quotasFor(shape, splitScenes(scenes)).flatMap((quota) =>
        LENGTHS.flatMap((length) => Array.from({ length: quota[length] }, () => ({ length }))),
      );
      const budget = pageBudget(shape, scenes);
      expect(Math.abs(expectedPages(cards) - budget)).toBeLessThanOrEqual(Math.max(1, budget / 10));
    }),
  );
});

test('a feature of its customary size has the mix of its format, and silence in its share', () => {
  const shape = SHAPES.feature;
  const quotas = quotasFor(shape, splitScenes(shape.scenes.target));
  const all = (of: (quota: (typeof quotas)[number]) => number): number =>
    quotas.reduce((sum, quota) => sum + of(quota), 0) / shape.scenes.target;
  for (const length of LENGTHS)
    expect(Math.abs(all((quota) => quota[length]) - shape.lengths[length])).toBeLessThan(0.03);
  expect(all(({ silent = 0 }) => silent)).toBeCloseTo(0.3, 1);
});
