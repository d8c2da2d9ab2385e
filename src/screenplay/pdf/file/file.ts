import { crc32 } from 'node:zlib';
import { writeBytes } from './byte-writer.ts';
import { takeDeflater } from './deflate.ts';
import { writeObjectStream } from './object-stream.ts';

/** The number of an object; other objects name it as `pointer(ref)`. */
export type Ref = number;

/** A PDF file in the making. */
export interface PdfFile {
  /** The number of an object that is put later. */
  reserve(): Ref;
  /** Put an object without a stream. */
  put(ref: Ref, object: string): void;
  /** Put an object that is a stream: bytes, or a text of which each character is one. `entries` stand in its dictionary. */
  putStream(ref: Ref, entries: string, content: string | Uint8Array): void;
  /** Put a stream that is not made smaller, so that other programs find what is in it. */
  putPlainStream(ref: Ref, entries: string, bytes: Uint8Array): void;
  /** End the file; `trailer` stands in its trailer dictionary. */
  finish(trailer: string): Uint8Array;
}

/**
 * Always the same, so that the same pages give the same bytes. Higher levels cost more than they make pages smaller; and
 * as most pages are no longer than the window, more memory for it would only take time to be made ready.
 */
const DEFLATE = { level: 1, windowBits: 12, memLevel: 7 };

/** Hardly any stream is longer than this. */
const LONGEST = 1 << 18;

/** Which objects a stream holds. */
interface Pack {
  readonly stream: Ref;
  readonly refs: readonly Ref[];
}

/** How an object names another. */
export function pointer(ref: Ref): string {
  return `${ref} 0 R`;
}

/** How an array names other objects. */
export function pointers(refs: readonly Ref[]): string {
  return refs.length === 0 ? '' : `${refs.join(' 0 R ')} 0 R`;
}

/**
 * Begin a PDF 1.7 file (ISO 32000-1, 7.5). Objects without a stream are packed together into object streams, and the
 * table of objects is a stream too: both make the file smaller.
 */
export function writePdfFile(): PdfFile {
  const written = writeBytes(LONGEST);
  const deflater = takeDeflater(DEFLATE, LONGEST);
  const places = new Map<Ref, number>();
  const packs: Pack[] = [];
  let open = writeObjectStream();
  let last = 0;
  const reserve = (): Ref => {
    last += 1;
    return last;
  };
  const putPlainStream = (ref: Ref, entries: string, bytes: Uint8Array): void => {
    places.set(ref, written.length());
    written.text(`${ref} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`);
    written.add(bytes);
    written.text('\nendstream\nendobj\n');
  };
  const putStream = (ref: Ref, entries: string, content: string | Uint8Array): void =>
    putPlainStream(ref, `${entries}/Filter/FlateDecode`, deflater.deflate(content));
  const putPack = (): void => {
    const stream = reserve();
    const { refs, entries, text } = open.end();
    putStream(stream, entries, text);
    packs.push({ stream, refs });
    open = writeObjectStream();
  };
  written.text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  return {
    reserve,
    put(ref, object) {
      if (open.put(ref, object)) putPack();
    },
    putStream,
    putPlainStream,
    finish(trailer) {
      if (!open.isEmpty()) putPack();
      const table = reserve();
      const start = written.length();
      places.set(table, start);
      const entries = `/Type/XRef/Size ${last + 1}/W[1 4 2]/ID[${fingerprint(written.all())}]${trailer}`;
      putStream(table, entries, tableOfPlaces(places, packs, last));
      written.text(`startxref\n${start}\n%%EOF\n`);
      deflater.end();
      return written.end();
    },
  };
}

/**
 * The entries of a cross-reference stream (7.5.8) in 1, 4 and 2 bytes: 1 and the byte where an object stands, or 2, the
 * stream that it is in, and its index there.
 */
function tableOfPlaces(places: ReadonlyMap<Ref, number>, packs: readonly Pack[], last: Ref): Uint8Array {
  const table = new DataView(new ArrayBuffer((last + 1) * 7));
  table.setUint16(5, 0xffff);
  for (const [ref, place] of places) {
    table.setUint8(ref * 7, 1);
    table.setUint32(ref * 7 + 1, place);
  }
  for (const { stream, refs } of packs)
    for (let index = 0; index < refs.length; index += 1) {
      const at = (refs[index] ?? 0) * 7;
      table.setUint8(at, 2);
      table.setUint32(at + 1, stream);
      table.setUint16(at + 5, index);
    }
  return new Uint8Array(table.buffer);
}

/** The file's identifier, twice, as a file has it that was never changed (14.4): a sum of each quarter of its bytes. */
function fingerprint(bytes: Uint8Array): string {
  const quarter = Math.ceil(bytes.length / 4);
  const sums = [0, 1, 2, 3].map((part) => crc32(bytes.subarray(part * quarter, (part + 1) * quarter)));
  const id = `<${sums.map((sum) => sum.toString(16).padStart(8, '0')).join('')}>`;
  return id + id;
}
