import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { Font } from '../truetype/font.ts';
import { subsetFont } from '../truetype/subset.ts';
import { type PdfFile, pointer, type Ref } from './file.ts';
import { CELL_WIDTH, type Pen } from './pen.ts';
import { writeToUnicode } from './to-unicode.ts';
import { pdfNumber } from './values.ts';

/** Bits of a font's flags (ISO 32000-1, table 123). */
const FIXED_PITCH = 1;
const SYMBOLIC = 4;
const ITALIC = 64;

/** Put the font of a pen into the file as `ref`: a Type 0 font over the subset of its glyphs that were used. */
export function putFont(file: PdfFile, ref: Ref, { font, advances, meanings }: Pen): void {
  const subset = subsetFont(font, advances);
  const name = `/${subsetTag(subset)}+${font.name}`;
  const [descendant, descriptor, program, toUnicode] = [file.reserve(), file.reserve(), file.reserve(), file.reserve()];
  file.putStream(program, `/Length1 ${subset.length}`, subset);
  file.putStream(toUnicode, '', Buffer.from(writeToUnicode(meanings), 'latin1'));
  file.put(descriptor, `<</Type/FontDescriptor/FontName${name}${describe(font)}/FontFile2 ${pointer(program)}>>`);
  file.put(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${pointer(descriptor)}/CIDToGIDMap/Identity/DW ${CELL_WIDTH}${widths(advances)}>>`,
  );
  file.put(
    ref,
    `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H` +
      `/DescendantFonts[${pointer(descendant)}]/ToUnicode ${pointer(toUnicode)}>>`,
  );
}

/** Six capitals that tell one subset from another, made of what is in it. */
function subsetTag(subset: Uint8Array): string {
  let rest = crc32(subset);
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
    return letter;
  }).join('');
}

function describe({ metrics }: Font): string {
  const { ascent, descent, capHeight, italicAngle, weight, fixedPitch, box } = metrics;
  const flags = SYMBOLIC + (fixedPitch ? FIXED_PITCH : 0) + (italicAngle === 0 ? 0 : ITALIC);
  const stem = weight >= 600 ? 120 : 80;
  return (
    `/Flags ${flags}/FontBBox[${box.join(' ')}]/ItalicAngle ${pdfNumber(italicAngle)}` +
    `/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}/StemV ${stem}`
  );
}

/** The widths that are not those of one cell, glyphs in a row with the same width together. */
function widths(advances: ReadonlyMap<number, number>): string {
  const ranges: { first: number; last: number; advance: number }[] = [];
  for (const [glyph, advance] of [...advances].sort(([a], [b]) => a - b)) {
    if (advance === CELL_WIDTH) continue;
    const range = ranges.at(-1);
    if (range !== undefined && range.last === glyph - 1 && range.advance === advance) range.last = glyph;
    else ranges.push({ first: glyph, last: glyph, advance });
  }
  if (ranges.length === 0) return '';
  return `/W[${ranges.map(({ first, last, advance }) => `${first} ${last} ${pdfNumber(advance)}`).join(' ')}]`;
}
