import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFonts } from '../fonts/font-set.ts';
import { takePen } from './pen.ts';

const font = openFonts({ folders: [], language: 'en' }).main('regular');

/** Characters of Windows-1252: plain, escaped in a string, of Latin-1, and with a code of their own. */
const texts = fc.array(fc.string({ unit: fc.constantFrom(...'abcXYZ019 ,.!()\\éÉßÿ¿€œ—’') }), { maxLength: 150 });

test('a pen knows each character that was written with it, and no other', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const pen = takePen(font, 'F1');
      for (const text of all) pen.latin(text);
      const written = all.length === 0 ? [] : [...new Set(` ${all.join('')}`)];
      expect(pen.latinCodes()).toEqual(written.map((character) => character.charCodeAt(0)).sort((a, b) => a - b));
    }),
  );
});
