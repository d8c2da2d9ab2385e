import { type FontTables, needTable } from './tables.ts';

/** Flags of a component of a composite glyph (OpenType 1.9, glyf). */
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

/** Gives the bytes of a glyph's outline as they stand in the font; none for a glyph without ink. */
export type Outlines = (glyph: number) => Uint8Array;

/** Read where outlines stand, from `loca`. A glyph that the font does not have, or whose place makes no sense, has no outline. */
export function readOutlines(tables: FontTables): Outlines {
  const long = needTable(tables, 'head').getInt16(50) === 1;
  const loca = needTable(tables, 'loca');
  const glyf = needTable(tables, 'glyf');
  const count = loca.byteLength / (long ? 4 : 2) - 1;
  const start = (glyph: number): number => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return (glyph) => {
    if (glyph >= count) return new Uint8Array();
    const from = start(glyph);
    const to = start(glyph + 1);
    if (to <= from || to > glyf.byteLength) return new Uint8Array();
    return new Uint8Array(glyf.buffer, glyf.byteOffset + from, to - from);
  };
}

/** These glyphs, the glyphs that they are composed of, and glyph 0, in order. */
export function closeOverComponents(outlines: Outlines, glyphs: Iterable<number>): readonly number[] {
  const found = new Set([0, ...glyphs]);
  // A set gives what is added to it while it is walked through.
  for (const glyph of found) for (const component of components(outlines(glyph))) found.add(component);
  return [...found].sort((a, b) => a - b);
}

function components(outline: Uint8Array): readonly number[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (view.byteLength < 10 || view.getInt16(0) >= 0) return [];
  const glyphs: number[] = [];
  for (let at = 10, flags = MORE; (flags & MORE) !== 0 && at + 4 <= view.byteLength; ) {
    flags = view.getUint16(at);
    glyphs.push(view.getUint16(at + 2));
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4) + scaleBytes(flags);
  }
  return glyphs;
}

function scaleBytes(flags: number): number {
  if ((flags & SCALE) !== 0) return 2;
  if ((flags & TWO_SCALES) !== 0) return 4;
  return (flags & MATRIX) === 0 ? 0 : 8;
}
