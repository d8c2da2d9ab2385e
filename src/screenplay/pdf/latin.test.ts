import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFonts } from './fonts/font-set.ts';
import type { FontStyle } from './fonts/style.ts';
import { isLatin, latinString } from './latin.ts';

/** The characters of Windows-1252, by their bytes, but for control characters, no-break space and soft hyphen. */
const characters = new Map(
  Array.from({ length: 224 }, (_, index) => 32 + index)
    .map((byte): readonly [number, string] => [byte, new TextDecoder('windows-1252').decode(Uint8Array.of(byte))])
    .filter(([, character]) => !/[\p{Cc}\u00a0\u00ad]/u.test(character)),
);

test('a text of Windows-1252 is known, and stands in a string with its bytes', () => {
  expect(characters.size).toBe(216);
  for (const [byte, character] of characters) {
    const escaped = '\\()'.includes(character) ? '\\' : '';
    expect([character, isLatin(character)]).toEqual([character, true]);
    expect(latinString(character, new Set())).toBe(escaped + String.fromCharCode(byte));
  }
});

test('a text with anything else is none', () => {
  const known = new Set(characters.values());
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'binary' })) }), (text) => {
      const isKnown = Array.from(text).every((character) => known.has(character));
      expect(isLatin(text)).toBe(isKnown);
      expect(latinString(text, new Set()) !== undefined).toBe(isKnown);
    }),
  );
});

test.each<FontStyle>(['regular', 'bold', 'italic', 'boldItalic'])(
  'Courier Prime %s has all of Windows-1252, each character as wide as a cell',
  (style) => {
    const { metrics, glyphOf, advanceOf } = openFonts({ folders: [], language: 'en' }).main(style);
    expect([metrics.latin, metrics.fixedPitch]).toEqual([true, true]);
    const glyphs = [...characters.values()].map((character) => glyphOf(character.codePointAt(0) ?? 0));
    expect(glyphs).not.toContain(0);
    for (const glyph of glyphs) expect(Math.abs(advanceOf(glyph) - 600)).toBeLessThan(1);
  },
);
