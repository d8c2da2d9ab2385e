import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFont } from './font.ts';
import { readOutlines } from './outlines.ts';
import { subsetFont } from './subset.ts';
import { needTable, readTables } from './tables.ts';

const path = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/courier-prime/400Regular/CourierPrime_400Regular.ttf',
);
const bytes = readFileSync(path);
const font = readFont(bytes);
const outlines = readOutlines(font.tables);

test('a glyph of a subset has the very outline it has in the font, and all others are empty', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 399 }), { maxLength: 40 }), (glyphs) => {
      const subset = read(glyphs);
      // Parts may have parts; a set gives what is added to it while it is walked through.
      const needed = new Set([0, ...glyphs]);
      for (const glyph of needed) for (const part of partsOf(glyph)) needed.add(part);
      for (let glyph = 0; glyph < 400; glyph += 1) {
        const outline = Buffer.from(subset.outlines(glyph));
        if (!needed.has(glyph)) expect(outline).toHaveLength(0);
        else expect(outline.subarray(0, outlines(glyph).length)).toEqual(Buffer.from(outlines(glyph)));
      }
    }),
    { numRuns: 30 },
  );
});

test('a subset moves the pen as it is told, and says how many glyphs it has', () => {
  const glyph = font.glyphOf(0x41);
  const { tables } = read([glyph]);
  expect(needTable(tables, 'maxp').getUint16(4)).toBe(glyph + 1);
  expect(needTable(tables, 'hmtx').getUint16(glyph * 4)).toBe(Math.round((600 * 2048) / 1000));
});

test('the sums in a subset are right', () => {
  const file = subsetFont(font, new Map([[font.glyphOf(0xc9), 600]]));
  const view = new DataView(file.buffer);
  let sum = 0;
  for (let at = 0; at < file.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  expect(sum.toString(16)).toBe('b1b0afba');
});

test('an accented letter brings the letter and the accent it is made of', () => {
  const composed = Array.from('ÀÉÎÕÜàéîõü', (letter) => font.glyphOf(letter.codePointAt(0) ?? 0)).filter(
    (glyph) => partsOf(glyph).length > 0,
  );
  expect(composed).not.toHaveLength(0);
  for (const glyph of composed)
    for (const part of partsOf(glyph)) expect(read([glyph]).outlines(part)).not.toHaveLength(0);
});

test('fonts that are not TrueType are refused with what they are', () => {
  const beginning = (tag: string): Uint8Array => Buffer.concat([Buffer.from(tag), Buffer.alloc(40)]);
  expect(() => readFont(beginning('OTTO'))).toThrow(/CFF outlines/);
  expect(() => readFont(beginning('wOF2'))).toThrow(/WOFF2/);
  expect(() => readFont(new Uint8Array())).toThrow(/no font at all/);
});

test('a damaged font is refused or read, never a crash of another kind', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const damaged = Uint8Array.from(bytes);
      damaged[at % 700] = value;
      damaged[at] = value;
      const read = attempt(() => readFont(damaged));
      if (read !== undefined) attempt(() => subsetFont(read, new Map([[read.glyphOf(0xe9), 600]])));
    }),
    { numRuns: 300 },
  );
  expect(() => readFont(bytes.subarray(0, bytes.length / 2))).toThrow(/cut short/);
});

function read(glyphs: readonly number[]) {
  const tables = readTables(subsetFont(font, new Map(glyphs.map((glyph) => [glyph, 600]))));
  return { tables, outlines: readOutlines(tables) };
}

/** The components of a composite glyph of this font, whose components have no components. */
function partsOf(glyph: number): readonly number[] {
  const outline = Buffer.from(outlines(glyph));
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = 10, flags = 0x20; (flags & 0x20) !== 0; ) {
    flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  return parts;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    expect(error).toMatchObject({ name: 'ScriptGenError', code: 'input/invalid' });
    return undefined;
  }
}
