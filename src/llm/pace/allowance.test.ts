import fc from 'fast-check';
import { expect, test } from 'vitest';
import { virtualClock } from '../fixtures/virtual-clock.ts';
import { createSeenAllowance } from './allowance.ts';
import { createRefillGuess } from './refill-guess.ts';
import type { SeenLimit } from './seen-limits.ts';

const MINUTE = 60_000;
const one = { expected: 1, most: 1 };
const some = (expected: number): { readonly expected: number; readonly most: number } => ({
  expected,
  most: Number.POSITIVE_INFINITY,
});
const seen = (limit: number, remaining: number, resetMs: number): SeenLimit => ({
  kind: 'requests',
  limit,
  remaining,
  resetMs,
});

test('until a server says what its limit is, there is none', () => {
  expect(createSeenAllowance(virtualClock(), { isWhole: true }).msUntil(some(1e9))).toBe(0);
});

test('what is under way may be counted already, or not: it is taken for not', () => {
  const allowance = createSeenAllowance(virtualClock(), { isWhole: true });
  const [first] = [allowance.take(one), allowance.take(one), allowance.take(one)];
  allowance.see(first, seen(10, 9, MINUTE));
  expect(allowance.msUntil(some(7))).toBe(0);
  expect(allowance.msUntil(some(8))).toBeGreaterThan(0);
});

test('what a server says is left is not overrun by what our own count gives back', () => {
  const allowance = createSeenAllowance(virtualClock(), { isWhole: false });
  const first = allowance.take(some(100));
  allowance.see(first, seen(1000, 900, MINUTE));
  allowance.settle(first, 100);
  const charge = allowance.take(some(700));
  allowance.see(charge, seen(1000, 200, MINUTE));
  allowance.settle(charge, 50);
  expect(allowance.msUntil(some(200))).toBe(0);
  expect(allowance.msUntil(some(201))).toBeGreaterThan(0);
});

test('what others take shows in the next response', () => {
  const allowance = createSeenAllowance(virtualClock(), { isWhole: true });
  allowance.see(allowance.take(one), seen(10, 9, MINUTE));
  allowance.see(allowance.take(one), seen(10, 2, MINUTE));
  expect(allowance.msUntil(some(2))).toBe(0);
  expect(allowance.msUntil(some(3))).toBeGreaterThan(0);
});

test('all of it is there again when the server said so, and not before', async () => {
  const clock = virtualClock();
  const allowance = createSeenAllowance(clock, { isWhole: true });
  const charge = allowance.take(one);
  allowance.see(charge, seen(10, 0, 20_000));
  allowance.settle(charge, 1);
  const wait = allowance.msUntil(some(10));
  expect(wait).toBeGreaterThanOrEqual(20_000);
  expect(wait).toBeLessThan(20_200);
  await clock.pass(wait);
  expect(allowance.msUntil(some(10))).toBe(0);
  expect(allowance.msUntil(some(1000))).toBe(0);
});

test('a bucket is told from windows, and windows are believed again', () => {
  const guess = createRefillGuess();
  const sight = (used: number, resetMs: number, at: number): void =>
    guess.see({ limit: 60, remaining: 60 - used, resetMs, at });
  sight(10, 10_000, 0);
  expect(guess.periodMs()).toBeUndefined();
  sight(40, 40_000, 100);
  expect(guess.periodMs()).toBe(MINUTE);
  sight(10, 39_000, 1000);
  expect(guess.periodMs()).toBeUndefined();
});

test('a server of windows is never taken for a bucket', () => {
  const moment = fc.record({ afterMs: fc.nat(30_000), more: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(moment, { minLength: 2, maxLength: 60 }), (moments) => {
      const guess = createRefillGuess();
      let at = 0;
      let used = 0;
      for (const { afterMs, more } of moments) {
        const before = Math.floor(at / MINUTE);
        at += afterMs;
        used = Math.floor(at / MINUTE) > before ? more : used + more;
        guess.see({ limit: 2000, remaining: 2000 - used, resetMs: MINUTE - (at % MINUTE), at });
        expect(guess.periodMs()).toBeUndefined();
      }
    }),
  );
});
