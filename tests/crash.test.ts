import { expect, test } from 'vitest';
import { crashAndResume } from '../bench/crash.ts';

test('a build killed again and again ends with the same bytes, and pays twice only for what was in flight', async () => {
  const outcome = await crashAndResume(4, 12);
  expect(outcome.kills).toBeGreaterThan(0);
  expect(outcome.same).toBe(true);
  expect(outcome.repeated).toBeLessThanOrEqual(outcome.inFlight);
});
