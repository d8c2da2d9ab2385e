import { isScriptGenError } from '../../../core/error.ts';
import { type GlyphLookup, readCmap } from './cmap.ts';
import { type FontMetrics, readAdvances, readMetrics, readPostScriptName } from './metrics.ts';
import { type FontTables, needTable, readTables, refused } from './tables.ts';

/** A TrueType font: what it can show and how wide, and its tables to make a subset of. */
export interface Font {
  /** Its PostScript name: `CourierPrime-Bold`. */
  readonly name: string;
  readonly tables: FontTables;
  readonly metrics: FontMetrics;
  /** The glyph of a code point; 0 when the font has none. */
  readonly glyphOf: GlyphLookup;
  /** How far the pen moves after a glyph, in thousandths of an em. */
  readonly advanceOf: (glyph: number) => number;
}

/** Read a TrueType font. Throws `input/invalid` for CFF, WOFF and WOFF2 fonts, and for a damaged file. */
export function readFont(bytes: Uint8Array): Font {
  return reading(() => {
    const tables = readTables(bytes);
    const metrics = readMetrics(tables);
    const advances = readAdvances(tables);
    const lookUp = readCmap(needTable(tables, 'cmap'));
    return {
      name: readPostScriptName(tables),
      tables,
      metrics,
      glyphOf: (codePoint) => reading(() => lookUp(codePoint)),
      advanceOf: (glyph) => reading(() => (advances(glyph) * 1000) / metrics.unitsPerEm),
    };
  });
}

/** Read from a font. What reaches out of it, as in a damaged file, is thrown as `input/invalid`. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isScriptGenError(error) ? error : refused('damaged', error);
  }
}
