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
const NONSYMBOLIC = 32;
const ITALIC = 64;

/**
 * Put a pen's font into the file: a subset of the glyphs that were used, over which stand a simple font for what was
 * written in Windows-1252 and a composite one for the rest. Gives the names of these for the pages' resources.
 */
export function putFonts(file: PdfFile, pen: Pen): string {
  const { font, advances } = pen;
  const characters = new Map(pen.latinCodes().map((code) => [code, font.glyphOf(code)]));
  const latinWidths = [...characters.values()].map((glyph): readonly [number, number] => [glyph, CELL_WIDTH]);
  const subset = subsetFont(font, new Map([...latinWidths, ...advances]), { characters });
  const [descriptor, program] = [file.reserve(), file.reserve()];
  const name = `/${subsetTag(subset)}+${font.name}`;
  const described = describe(font, characters.size > 0 ? NONSYMBOLIC : SYMBOLIC);
  file.putStream(program, `/Length1 ${subset.length}`, subset);
  file.put(descriptor, `<</Type/FontDescriptor/FontName${name}${described}/FontFile2 ${pointer(program)}>>`);
  const simple = characters.size === 0 ? '' : `/${pen.name} ${pointer(putSimple(file, name, descriptor))}`;
  return advances.size === 0
    ? simple
    : `${simple}/${pen.compositeName} ${pointer(putComposite(file, pen, { name, descriptor }))}`;
}

/** A font with a byte for each character of Windows-1252, from the space on, all as wide as a cell (ISO 32000-1, 9.6.3). */
function putSimple(file: PdfFile, name: string, descriptor: Ref): Ref {
  const ref = file.reserve();
  file.put(
    ref,
    `<</Type/Font/Subtype/TrueType/BaseFont${name}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255` +
      `/Widths[${`${CELL_WIDTH} `.repeat(224)}]/FontDescriptor ${pointer(descriptor)}>>`,
  );
  return ref;
}

/** A font with two bytes for a glyph, its number, and a table of what the glyphs stand for (9.7). */
function putComposite(
  file: PdfFile,
  { advances, meanings }: Pen,
  { name, descriptor }: { readonly name: string; readonly descriptor: Ref },
): Ref {
  const [ref, descendant, toUnicode] = [file.reserve(), file.reserve(), file.reserve()];
  file.putStream(toUnicode, '', writeToUnicode(meanings));
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
  return ref;
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

function describe({ metrics }: Font, kind: number): string {
  const { ascent, descent, capHeight, italicAngle, weight, fixedPitch, box } = metrics;
  const flags = kind + (fixedPitch ? FIXED_PITCH : 0) + (italicAngle === 0 ? 0 : ITALIC);
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
