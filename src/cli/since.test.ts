import { expect, test } from 'vitest';
import { pastTime } from './since.ts';

const since = pastTime('--since', () => Date.UTC(2026, 10, 26, 12));

test('a span is counted back from now', () => {
  expect(since('7d')).toBe('2026-11-19T12:00:00.000Z');
  expect(since('12H')).toBe('2026-11-26T00:00:00.000Z');
  expect(since('2w')).toBe('2026-11-12T12:00:00.000Z');
});

test('a date is its midnight by the clock on the wall, a time is itself', () => {
  expect(since('2026-11-01')).toBe(new Date(2026, 10, 1).toISOString());
  expect(since('2026-11-01T10:30:00Z')).toBe('2026-11-01T10:30:00.000Z');
});

test.each(['', '7', 'yesterday', '7 days', '2026-02-30', '2026-13-01', '26.11.2026', '-7d', '2026'])(
  'what is neither is refused: %j',
  (text) => {
    expect(() => since(text)).toThrow(
      expect.objectContaining({ code: 'input/invalid', hint: expect.stringContaining('7d') }),
    );
  },
);
