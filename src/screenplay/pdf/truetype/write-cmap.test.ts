import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCmap } from './cmap.ts';
import { writeCmap } from './write-cmap.ts';

const numbers = fc.integer({ min: 0, max: 0xfffe });

test('a table that was written gives the glyphs it was made of, and 0 for other characters', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(numbers, numbers), { selector: ([character]) => character }), (made) => {
      const characters = new Map(made);
      const glyphOf = readCmap(new DataView(writeCmap(characters).buffer));
      for (const character of made.flatMap(([each]) => [each, each + 1]))
        expect(glyphOf(character)).toBe(characters.get(character) ?? 0);
    }),
  );
});

test('characters and glyphs in a row share a segment', () => {
  const row = (count: number): number =>
    writeCmap(new Map(Array.from({ length: count }, (_, index) => [65 + index, 7 + index]))).length;
  expect(row(26)).toBe(row(1));
});
