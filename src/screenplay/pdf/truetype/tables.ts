import { ScriptGenError } from '../../../core/error.ts';

/** The tables of a font file by their four-letter tags. */
export type FontTables = ReadonlyMap<string, DataView>;

/** What other font files begin with, and how to call them. */
const REFUSED: Readonly<Record<string, string>> = {
  OTTO: 'an OpenType font with CFF outlines',
  wOFF: 'a WOFF font',
  wOF2: 'a WOFF2 font',
  ttcf: 'a font collection',
};

/** TrueType 1.0, and the tag that Apple's fonts begin with. */
const TRUETYPE = ['\u0000\u0001\u0000\u0000', 'true'];

/**
 * Read the table directory of a TrueType font (OpenType 1.9, "Organization of an OpenType Font").
 *
 * Throws `input/invalid` for anything but a TrueType font with `glyf` outlines, and when a table reaches out of the file.
 */
export function readTables(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = bytes.length < 12 ? '' : readTag(view, 0);
  if (!TRUETYPE.includes(kind)) throw refused(REFUSED[kind] ?? 'no font at all');
  const tables = new Map<string, DataView>();
  const count = view.getUint16(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const start = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    if (start + length > bytes.length) throw refused('cut short');
    tables.set(readTag(view, record), new DataView(bytes.buffer, bytes.byteOffset + start, length));
  }
  return tables;
}

/** A table that a font cannot do without. Throws `input/invalid` when it is not there. */
export function needTable(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw refused(`without its table ${tag.trim()}`);
  return table;
}

/** The error for a font file that cannot be used; `is` says what it is. */
export function refused(is: string, cause?: unknown): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `A PDF is written with TrueType fonts; this file is ${is}.`,
    hint: 'Use a .ttf file with TrueType (glyf) outlines.',
    cause,
  });
}

function readTag(view: DataView, offset: number): string {
  return [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(offset + byte))).join('');
}
