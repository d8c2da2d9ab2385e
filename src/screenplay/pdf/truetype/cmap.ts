/** Gives the glyph of a code point; 0 when the font has none. */
export type GlyphLookup = (codePoint: number) => number;

/**
 * Read which glyph shows a character from a `cmap` table (OpenType 1.9, cmap): from its subtable of format 12 when
 * it has one, which reaches beyond U+FFFF, otherwise from format 4. A font with neither shows nothing.
 *
 * Nothing is unpacked: a look-up is a binary search in the table.
 */
export function readCmap(cmap: DataView): GlyphLookup {
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + index * 8));
  const ofFormat = (format: number): number | undefined =>
    offsets.find((offset) => offset + 2 <= cmap.byteLength && cmap.getUint16(offset) === format);
  const large = ofFormat(12);
  if (large !== undefined) return (codePoint) => lookUpGroup(cmap, large, codePoint);
  const small = ofFormat(4);
  return small === undefined ? () => 0 : (codePoint) => lookUpSegment(cmap, small, codePoint);
}

/** Format 12: sorted groups of first code point, last code point and first glyph. */
function lookUpGroup(cmap: DataView, offset: number, codePoint: number): number {
  const groups = offset + 16;
  const at = firstIndex(cmap.getUint32(offset + 12), (index) => cmap.getUint32(groups + index * 12 + 4) >= codePoint);
  if (at === undefined) return 0;
  const start = cmap.getUint32(groups + at * 12);
  return start > codePoint ? 0 : cmap.getUint32(groups + at * 12 + 8) + codePoint - start;
}

/** Format 4: sorted segments; glyphs by a difference, or by a place in the array that follows the segments. */
function lookUpSegment(cmap: DataView, offset: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const bytes = cmap.getUint16(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + bytes];
  const at = firstIndex(bytes / 2, (index) => cmap.getUint16(ends + index * 2) >= codePoint);
  if (at === undefined) return 0;
  const start = cmap.getUint16(starts + at * 2);
  if (start > codePoint) return 0;
  const delta = cmap.getUint16(starts + bytes + at * 2);
  const rangeAt = starts + bytes * 2 + at * 2;
  const range = cmap.getUint16(rangeAt);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyph = cmap.getUint16(rangeAt + range + (codePoint - start) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** The first index below `count` for which `holds` is true, when it stays true from there on. */
function firstIndex(count: number, holds: (index: number) => boolean): number | undefined {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low < count ? low : undefined;
}
