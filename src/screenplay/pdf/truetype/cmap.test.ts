import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCmap } from './cmap.ts';

/** Sorted ranges of code points that do not touch, each with the glyph of its first. */
const ranges = fc
  .uniqueArray(fc.integer({ min: 0, max: 0xf000 }), { minLength: 2, maxLength: 20 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) => Array.from({ length: edges.length >> 1 }, (_, index) => edges.slice(index * 2, index * 2 + 2)))
  .map((pairs) => pairs.map(([start = 0, end = 0], index) => ({ start, end, glyph: 1 + index * 7 })));
type Ranges = typeof ranges extends fc.Arbitrary<infer Value> ? Value : never;

test.each([
  ['4, by difference', format4],
  ['12', format12],
])('a table of format %s gives the glyphs it was made of, and 0 beside them', (_, table) => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 0, max: 0x10ffff }), (made, other) => {
      const glyphOf = readCmap(table(made));
      const expected = (code: number): number => {
        const range = made.find(({ start, end }) => start <= code && code <= end);
        return range === undefined ? 0 : (range.glyph + code - range.start) & 0xffff;
      };
      for (const code of made.flatMap(({ start, end }) => [start - 1, start, (start + end) >> 1, end, end + 1]))
        if (code >= 0) expect(glyphOf(code)).toBe(expected(code));
      expect(glyphOf(other)).toBe(expected(other));
    }),
  );
});

test('a font without a table that is known shows nothing', () => {
  expect(readCmap(new DataView(new ArrayBuffer(4)))(65)).toBe(0);
});

test('format 4 also takes glyphs from the array behind its segments', () => {
  const table = format4([{ start: 65, end: 66, glyph: 65 }]);
  const more = new DataView(new ArrayBuffer(table.byteLength + 4));
  new Uint8Array(more.buffer).set(new Uint8Array(table.buffer));
  // The offset of the first of two segments counts from where it stands: over both offsets.
  more.setUint16(table.byteLength - 4, 4);
  more.setUint16(table.byteLength, 300);
  expect([65, 66].map(readCmap(more))).toEqual([300, 0]);
});

/** A cmap table with one subtable. */
function wrap(subtable: DataView): DataView {
  const bytes = new Uint8Array(12 + subtable.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, 1);
  view.setUint32(8, 12);
  bytes.set(new Uint8Array(subtable.buffer), 12);
  return view;
}

function format12(made: Ranges): DataView {
  const view = new DataView(new ArrayBuffer(16 + made.length * 12));
  view.setUint16(0, 12);
  view.setUint32(12, made.length);
  for (const [index, { start, end, glyph }] of made.entries())
    for (const [at, value] of [start, end, glyph].entries()) view.setUint32(16 + index * 12 + at * 4, value);
  return wrap(view);
}

function format4(made: Ranges): DataView {
  const segments = [...made, { start: 0xffff, end: 0xffff, glyph: 0 }];
  const bytes = segments.length * 2;
  const view = new DataView(new ArrayBuffer(16 + bytes * 4));
  view.setUint16(0, 4);
  view.setUint16(6, bytes);
  for (const [index, { start, end, glyph }] of segments.entries()) {
    view.setUint16(14 + index * 2, end);
    view.setUint16(16 + bytes + index * 2, start);
    view.setUint16(16 + bytes * 2 + index * 2, (glyph - start) & 0xffff);
  }
  return wrap(view);
}
