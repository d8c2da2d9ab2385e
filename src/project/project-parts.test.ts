import { expect, test } from 'vitest';
import { isScriptGenError } from '../core/index.ts';
import { briefFrom, LOGLINE_LIMIT, SCENES } from './brief.ts';
import { freeSlug, slugOf } from './slug.ts';

test('a slug is a file name in any script, never empty and never endless', () => {
  expect(slugOf("The Keeper's Léonard: Act II")).toBe('the-keepers-leonard-act-ii');
  expect(slugOf('Остров')).toBe('остров');
  expect(slugOf('!!!')).toBe('script');
  expect(slugOf('../../etc/passwd')).toBe('etc-passwd');
  expect(slugOf('long '.repeat(100)).length).toBeLessThanOrEqual(60);
  expect(freeSlug('One', ['one', 'one-2'])).toBe('one-3');
});

test('a brief takes a logline as one line and fills in what was left open', () => {
  expect(briefFrom({ logline: '  A man\n  waits. ' })).toEqual({
    logline: 'A man waits.',
    format: 'short',
    scenes: SCENES.short,
  });
  expect(briefFrom({ logline: 'A man waits.', format: 'feature' }).scenes).toBe(SCENES.feature);
});

test.each([
  [{ logline: ' \n ' }, /empty/],
  [{ logline: 'x'.repeat(LOGLINE_LIMIT + 1) }, /2,001/],
  [{ logline: 'x', format: 'opera' }, /opera/],
  [{ logline: 'x', scenes: 0 }, /0 scenes/],
  [{ logline: 'x', scenes: 2.5 }, /2.5/],
  [{ logline: 'x', scenes: 201 }, /201/],
])('%j is refused with a hint', (asked, says) => {
  try {
    briefFrom(asked);
    expect.unreachable();
  } catch (error) {
    if (!isScriptGenError(error)) throw error;
    expect(error.code).toBe('input/invalid');
    expect(error.message).toMatch(says);
    expect(error.hint).toBeTruthy();
  }
});
