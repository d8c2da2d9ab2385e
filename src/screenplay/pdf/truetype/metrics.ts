import { type FontTables, needTable } from './tables.ts';

/** Lengths of a font in thousandths of an em, upward from the baseline. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  /** Left, bottom, right, top of all glyphs laid over each other. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** In degrees, negative when it leans to the right. */
  readonly italicAngle: number;
  readonly weight: number;
  readonly fixedPitch: boolean;
  /** Whether it has the characters of Windows-1252. */
  readonly latin: boolean;
  readonly underline: Stroke;
  readonly strike: Stroke;
}

/** A line drawn with text: its upper edge and its thickness. */
export interface Stroke {
  readonly top: number;
  readonly thickness: number;
}

/** Read what a PDF says about a font, from `head`, `hhea`, `post` and, when it is there, `OS/2` (OpenType 1.9). */
export function readMetrics(tables: FontTables): FontMetrics {
  const head = needTable(tables, 'head');
  const hhea = needTable(tables, 'hhea');
  const post = needTable(tables, 'post');
  const os2 = tables.get('OS/2');
  const unitsPerEm = head.getUint16(18);
  const em = (value: number): number => Math.round((value * 1000) / unitsPerEm);
  const ascent = em(hhea.getInt16(4));
  return {
    unitsPerEm,
    box: [em(head.getInt16(36)), em(head.getInt16(38)), em(head.getInt16(40)), em(head.getInt16(42))],
    ascent,
    descent: em(hhea.getInt16(6)),
    capHeight: os2 !== undefined && os2.byteLength >= 90 ? em(os2.getInt16(88)) : ascent,
    italicAngle: post.getInt32(4) / 65536,
    weight: os2?.getUint16(4) ?? 400,
    fixedPitch: post.getUint32(12) !== 0,
    // The first of the code pages that a font says it is made for (`ulCodePageRange1`), from version 1 of the table.
    latin: os2 !== undefined && os2.byteLength >= 86 && (os2.getUint32(78) & 1) === 1,
    underline: { top: em(post.getInt16(8)), thickness: em(post.getInt16(10)) },
    strike: { top: em(os2?.getInt16(28) ?? 0), thickness: em(os2?.getInt16(26) ?? 0) },
  };
}

/** Read how far the pen moves after a glyph, in units of the font, from `hmtx`. */
export function readAdvances(tables: FontTables): (glyph: number) => number {
  const hmtx = needTable(tables, 'hmtx');
  const last = needTable(tables, 'hhea').getUint16(34) - 1;
  return (glyph) => hmtx.getUint16(Math.min(glyph, last) * 4);
}

/** Read how far a glyph's ink stands from where it begins, in units of the font. */
export function readBearings(tables: FontTables): (glyph: number) => number {
  const hmtx = needTable(tables, 'hmtx');
  const long = needTable(tables, 'hhea').getUint16(34);
  return (glyph) => {
    const at = glyph < long ? glyph * 4 + 2 : long * 4 + (glyph - long) * 2;
    return at + 2 <= hmtx.byteLength ? hmtx.getInt16(at) : 0;
  };
}

/** Read a font's PostScript name, from `name`: the entry for Windows, then any. `Font` when it has none. */
export function readPostScriptName(tables: FontTables): string {
  const name = tables.get('name');
  if (name === undefined) return 'Font';
  const texts = name.getUint16(4);
  for (let record = 6; record < 6 + name.getUint16(2) * 12; record += 12) {
    if (name.getUint16(record + 6) !== 6 || name.getUint16(record) !== 3) continue;
    const start = texts + name.getUint16(record + 10);
    const characters = Array.from({ length: name.getUint16(record + 8) / 2 }, (_, index) =>
      String.fromCharCode(name.getUint16(start + index * 2)),
    );
    return characters.join('').replace(/[^A-Za-z0-9-]/g, '') || 'Font';
  }
  return 'Font';
}
