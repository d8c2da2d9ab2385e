/** Characters in a row whose glyphs are in a row too. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly glyph: number;
}

/** The segment that every table ends with: of what is no character, shown by glyph 0. */
const FINAL: Segment = { start: 0xffff, end: 0xffff, glyph: 0 };

/**
 * Write a `cmap` table that says which glyph shows a character below U+FFFF, as one subtable of format 4 for Windows
 * and Unicode (OpenType 1.9, cmap): the one that a PDF looks for (ISO 32000-1, 9.6.6.4).
 */
export function writeCmap(characters: ReadonlyMap<number, number>): Uint8Array {
  const segments = [...segmentsOf(characters), FINAL];
  const count = segments.length;
  const power = Math.floor(Math.log2(count));
  const range = 2 ** power * 2;
  const words = [
    ...[0, 1, 3, 1, 0, 12],
    ...[4, 16 + count * 8, 0, count * 2, range, power, count * 2 - range],
    ...segments.map(({ end }) => end),
    0,
    ...segments.map(({ start }) => start),
    ...segments.map(({ start, glyph }) => glyph - start),
    ...segments.map(() => 0),
  ];
  const table = new DataView(new ArrayBuffer(words.length * 2));
  words.forEach((word, index) => {
    table.setUint16(index * 2, word);
  });
  return new Uint8Array(table.buffer);
}

function segmentsOf(characters: ReadonlyMap<number, number>): readonly Segment[] {
  const segments: { start: number; end: number; glyph: number }[] = [];
  for (const character of [...characters.keys()].sort((a, b) => a - b)) {
    const glyph = characters.get(character) ?? 0;
    const last = segments.at(-1);
    if (last?.end === character - 1 && last.glyph + character - last.start === glyph) last.end = character;
    else segments.push({ start: character, end: character, glyph });
  }
  return segments;
}
