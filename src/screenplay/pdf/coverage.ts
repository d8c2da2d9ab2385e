/** Code points from `start` to `end`, both included. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Read which characters a TrueType font has, from its `cmap` table in format 4 (OpenType 1.9, cmap).
 *
 * Gives a question about one code point; a font without such a table covers nothing.
 */
export function readCoverage(bytes: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const covered = new Set(
    format4Offsets(view)
      .flatMap((offset) => readSegments(view, offset))
      .flatMap(expand),
  );
  return (codePoint) => covered.has(codePoint);
}

function format4Offsets(view: DataView): readonly number[] {
  const cmap = tableOffset(view, 'cmap');
  if (cmap === undefined) return [];
  const count = view.getUint16(cmap + 2);
  return Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 8 + index * 8)).filter(
    (offset) => view.getUint16(offset) === 4,
  );
}

function tableOffset(view: DataView, name: string): number | undefined {
  const count = view.getUint16(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (tag === name) return view.getUint32(record + 8);
  }
  return undefined;
}

/** The segments of a format 4 table; glyphs within a segment are taken to be there, save for the closing 0xFFFF. */
function readSegments(view: DataView, offset: number): readonly Range[] {
  const count = view.getUint16(offset + 6) / 2;
  return Array.from({ length: count }, (_, index) => ({
    start: view.getUint16(offset + 16 + count * 2 + index * 2),
    end: view.getUint16(offset + 14 + index * 2),
  })).filter(({ start }) => start !== 0xffff);
}

function expand({ start, end }: Range): readonly number[] {
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}
