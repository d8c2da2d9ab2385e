import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, formatClock, formatCount, formatDuration, formatMoney } from './format.ts';
import { cellsOf, cut, fill, oneLine, safeLines, wrap } from './text.ts';

test('a filled text takes exactly its cells, and a cut one no more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (raw, cells) => {
      const text = oneLine(raw);
      expect(cellsOf(cut(text, cells))).toBeLessThanOrEqual(cells);
      expect(cellsOf(fill(text, cells))).toBe(cells);
    }),
  );
});

test('wide letters count two cells, marks none', () => {
  expect(cellsOf('東京')).toBe(4);
  expect(cellsOf('é')).toBe(1);
  expect(cut('東京タワー', 6)).toBe('東京…');
});

test('wrapping keeps every word in order', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 4, max: 30 }), (words, cells) => {
      const lines = wrap(words.join(' '), cells);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length <= cells || !line.includes(' ')).toBe(true);
    }),
  );
});

test('money, counts and times read as people write them', () => {
  expect([0, 0.00001, 0.0042, 0.42, 1234.5, null].map(formatMoney)).toEqual([
    '$0.00',
    '<$0.0001',
    '$0.0042',
    '$0.42',
    '$1,234.50',
    'price unknown',
  ]);
  expect([340, 12_340, 59_990, 125_000, 3_720_000].map(formatDuration)).toEqual([
    '340 ms',
    '12.3 s',
    '1 min 00 s',
    '2 min 05 s',
    '1 h 02 min',
  ]);
  expect([0, 42_000, 725_000, 3_723_000].map(formatClock)).toEqual(['0:00', '0:42', '12:05', '1:02:03']);
  expect([counted(1, 'call'), counted(1200, 'call')]).toEqual(['1 call', '1,200 calls']);
});

test('a text of many lines keeps its lines and steers no terminal', () => {
  expect(safeLines('a \u001b[31mred\u001b[0m word\n\t  \u0007b\r\n\u202ec')).toBe('a red word\n\t   b \n c');
});

test('digits stand in groups of three as in English', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (count) => {
      expect(formatCount(count)).toBe(count.toLocaleString('en-US'));
    }),
  );
});
