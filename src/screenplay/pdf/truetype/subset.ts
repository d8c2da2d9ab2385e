import { type Font, reading } from './font.ts';
import { readBearings } from './metrics.ts';
import { closeOverComponents, type Outlines, readOutlines } from './outlines.ts';
import { needTable } from './tables.ts';
import { writeCmap } from './write-cmap.ts';

/** Tables that hinting needs and that hold nothing by glyph: they go over as they are. */
const HINTING = ['cvt ', 'fpgm', 'prep'];

/** What the sum of a whole font file is made up to (OpenType 1.9, head). */
const WHOLE = 0xb1b0afba;

/**
 * Make a font file of some glyphs of a font, as a PDF embeds it (ISO 32000-2, 9.9).
 *
 * Glyphs keep their numbers and their bytes, and composite glyphs bring their components; all others are empty. The
 * same glyphs always give the same file. `widths` says how far the pen moves after a glyph, in thousandths of an em;
 * `characters`, which glyph shows a character, when the file has to say so.
 */
export function subsetFont(
  font: Font,
  widths: ReadonlyMap<number, number>,
  { characters = new Map() }: { readonly characters?: ReadonlyMap<number, number> } = {},
): Uint8Array {
  return reading(() => writeSubset(font, widths, characters));
}

function writeSubset(
  font: Font,
  widths: ReadonlyMap<number, number>,
  characters: ReadonlyMap<number, number>,
): Uint8Array {
  const outlines = readOutlines(font.tables);
  const glyphs = closeOverComponents(outlines, widths.keys());
  const count = (glyphs.at(-1) ?? 0) + 1;
  const { glyf, loca } = writeOutlines(outlines, glyphs, count);
  const hinting = HINTING.flatMap((tag): readonly (readonly [string, Uint8Array])[] => {
    const table = font.tables.get(tag);
    return table === undefined ? [] : [[tag, bytesOf(table)]];
  });
  const cmap: readonly (readonly [string, Uint8Array])[] =
    characters.size === 0 ? [] : [['cmap', writeCmap(characters)]];
  const tables = new Map([
    ...hinting,
    ...cmap,
    ['glyf', glyf],
    ['head', changed(needTable(font.tables, 'head'), (head) => head.setUint32(8, 0), [50, 1])],
    ['hhea', changed(needTable(font.tables, 'hhea'), () => undefined, [34, count])],
    ['hmtx', writeAdvances(font, { glyphs, count, widths })],
    ['loca', loca],
    ['maxp', changed(needTable(font.tables, 'maxp'), () => undefined, [4, count])],
  ]);
  return writeFile(tables);
}

function writeOutlines(
  outlines: Outlines,
  glyphs: readonly number[],
  count: number,
): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const parts = glyphs.map(outlines);
  const glyf = new Uint8Array(parts.reduce((sum, { length }) => sum + padded(length), 0));
  const loca = new DataView(new ArrayBuffer((count + 1) * 4));
  let [offset, from] = [0, 0];
  parts.forEach((part, index) => {
    glyf.set(part, offset);
    const glyph = glyphs[index] ?? 0;
    for (; from <= glyph; from += 1) loca.setUint32(from * 4, offset);
    offset += padded(part.length);
  });
  loca.setUint32(count * 4, offset);
  return { glyf, loca: bytesOf(loca) };
}

function writeAdvances(
  font: Font,
  subset: {
    readonly glyphs: readonly number[];
    readonly count: number;
    readonly widths: ReadonlyMap<number, number>;
  },
): Uint8Array {
  const bearing = readBearings(font.tables);
  const hmtx = new DataView(new ArrayBuffer(subset.count * 4));
  for (const glyph of subset.glyphs) {
    const width = subset.widths.get(glyph) ?? font.advanceOf(glyph);
    hmtx.setUint16(glyph * 4, Math.round((width * font.metrics.unitsPerEm) / 1000));
    hmtx.setInt16(glyph * 4 + 2, bearing(glyph));
  }
  return bytesOf(hmtx);
}

/** A copy of a table with a change, and with a 16-bit number put at a place. */
function changed(
  table: DataView,
  change: (copy: DataView) => void,
  [at, value]: readonly [number, number],
): Uint8Array {
  const bytes = bytesOf(table).slice();
  const copy = new DataView(bytes.buffer);
  change(copy);
  copy.setUint16(at, value);
  return bytes;
}

function writeFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + tables.size * 16;
  const length = sorted.reduce((sum, [, table]) => sum + padded(table.length), start);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.size));
  view.setUint32(0, 0x00010000);
  for (const [index, value] of [tables.size, power * 16, Math.log2(power), (tables.size - power) * 16].entries())
    view.setUint16(4 + index * 2, value);
  let [record, offset, sum] = [12, start, 0];
  let adjustment = 0;
  for (const [tag, table] of sorted) {
    for (let index = 0; index < tag.length; index += 1) view.setUint8(record + index, tag.charCodeAt(index));
    file.set(table, offset);
    const tableSum = checkSum(view, offset, padded(table.length));
    view.setUint32(record + 4, tableSum);
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    if (tag === 'head') adjustment = offset + 8;
    sum += tableSum;
    record += 16;
    offset += padded(table.length);
  }
  view.setUint32(adjustment, WHOLE - sum - checkSum(view, 0, start));
  return file;
}

function checkSum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getInt32(at)) | 0;
  return sum >>> 0;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
