import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, createLimit, deriveId, isScriptGenError, ScriptGenError } from './index.ts';

test('equal values have one canonical text, whatever the order of their fields', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('an absent field and an undefined one are the same, and what JSON cannot hold is refused', () => {
  expect(canonicalJson({ a: undefined, b: [1] })).toBe('{"b":[1]}');
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, [undefined]]) {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  }
});

test('a limit runs no more than so many at a time, and earlier scenes first', async () => {
  const limit = createLimit(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (priority: number): Promise<void> =>
    limit(async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(priority);
      await new Promise((done) => setTimeout(done, 2));
      running -= 1;
    }, priority);
  await Promise.all([5, 4, 3, 2, 1, 1].map(work));
  expect(most).toBe(2);
  expect(order).toEqual([5, 4, 1, 1, 2, 3]);
});

test('work that fails gives its place back', async () => {
  const limit = createLimit(1);
  await expect(limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await limit(() => Promise.resolve('next'))).toBe('next');
});

test('errors are told apart by code, also from another copy of the package, and carry no cause when sent', () => {
  const error = new ScriptGenError({ code: 'model/rate-limited', message: 'slow down', cause: new Error('secret') });
  expect([isScriptGenError(error), error.retryable, isScriptGenError(new Error('x'))]).toEqual([true, true, false]);
  expect(JSON.stringify(error)).not.toContain('secret');
});

test('an id is the same for the same origin, and parts do not run together', () => {
  expect(deriveId('sc', 'ab', 'c')).toBe(deriveId('sc', 'ab', 'c'));
  expect(deriveId('sc', 'ab', 'c')).not.toBe(deriveId('sc', 'a', 'bc'));
});
