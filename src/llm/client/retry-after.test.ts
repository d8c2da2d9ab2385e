import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ErrorCode } from '../../core/index.ts';
import { msUntil } from './moment.ts';
import { retryAfterOf } from './retry-after.ts';

const NOW = Date.UTC(2026, 0, 1);

test.each<[string, Record<string, string>, number | undefined]>([
  ['seconds', { 'retry-after': '7' }, 7000],
  ['parts of seconds', { 'retry-after': '1.5' }, 1500],
  ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }, 9000],
  ['a date that has passed', { 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
  ['milliseconds, before seconds', { 'retry-after-ms': '150', 'retry-after': '7' }, 150],
  ['a minute and a half', { 'retry-after': '90' }, 90_000],
  ['words', { 'retry-after': 'soon' }, undefined],
  ['less than nothing', { 'retry-after': '-5' }, undefined],
  ['nothing', { 'retry-after': '' }, undefined],
  ['the reset of OpenAI', { 'x-ratelimit-reset-requests': '200ms' }, 200],
  ['the reset of OpenAI, longer', { 'x-ratelimit-reset-tokens': '1m30s' }, 90_000],
  ['the reset of OpenAI with a fraction', { 'x-ratelimit-reset-tokens': '6.5s' }, 6500],
  ['the reset of others, in seconds', { 'x-ratelimit-reset-tokens': '12' }, 12_000],
  ['the reset of Anthropic', { 'anthropic-ratelimit-input-tokens-reset': '2026-01-01T00:00:20Z' }, 20_000],
  [
    'that of the limit that is used up',
    {
      'x-ratelimit-reset-requests': '1s',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-tokens': '50s',
      'x-ratelimit-remaining-tokens': '900',
    },
    1000,
  ],
])('a server that asks to wait with %s', (_, headers, ms) => {
  expect(retryAfterOf({ code: 'model/rate-limited', headers }, NOW)).toBe(ms);
});

test.each<ErrorCode>(['model/unavailable', 'model/timeout'])('a rate limit says nothing about %s', (code) => {
  expect(retryAfterOf({ code, headers: { 'x-ratelimit-reset-requests': '50s' } }, NOW)).toBeUndefined();
});

test('a date is meant by the clock of the server, whatever ours says', () => {
  const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT', date: 'Thu, 01 Jan 2026 00:00:01 GMT' };
  for (const hours of [-5, 0, 5]) {
    expect(retryAfterOf({ code: 'model/unavailable', headers }, NOW + hours * 3_600_000)).toBe(8000);
  }
});

test('every span is read as it is written', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(59), fc.nat(59), fc.nat(999), (hours, minutes, seconds, ms) => {
      const expected = ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
      expect(msUntil(`${hours}h${minutes}m${seconds}s${ms}ms`, NOW)).toBe(expected);
      expect(msUntil(new Date(NOW + expected).toISOString(), NOW)).toBe(expected);
    }),
  );
});

test('no text gives a time before now, or none that is a number', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(msUntil(text, NOW) ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});
