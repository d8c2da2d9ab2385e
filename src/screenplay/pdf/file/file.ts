import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';
import { writeBytes } from './bytes.ts';

/** The number of an object; other objects name it as `pointer(ref)`. */
export type Ref = number;

/** A PDF file in the making. */
export interface PdfFile {
  /** The number of an object that is put later. */
  reserve(): Ref;
  /** Put an object without a stream. */
  put(ref: Ref, object: string): void;
  /** Put an object that is a stream; `entries` stand in its dictionary. */
  putStream(ref: Ref, entries: string, bytes: Uint8Array): void;
  /** Put a stream that is not made smaller, so that other programs find what is in it. */
  putPlainStream(ref: Ref, entries: string, bytes: Uint8Array): void;
  /** End the file; `trailer` stands in its trailer dictionary. */
  finish(trailer: string): Uint8Array;
}

/** Always the same, so that the same pages give the same bytes. Higher levels make pages no smaller. */
const LEVEL = 5;

/** What is shorter than this is searched in less memory, which is most of the time it takes. */
const SMALL = 1 << 13;

/** How many objects share one stream. */
const SHARED = 500;

/** Where an object is: at a byte, or at a place in an object stream. */
type Place = readonly [kind: 1, offset: number, generation: 0] | readonly [kind: 2, stream: Ref, index: number];

/** How an object names another. */
export function pointer(ref: Ref): string {
  return `${ref} 0 R`;
}

/**
 * Begin a PDF 1.7 file (ISO 32000-1, 7.5). Objects without a stream are packed together into object streams, and the
 * table of objects is a stream too: both make the file smaller.
 */
export function writePdfFile(): PdfFile {
  const out = writeBytes();
  out.text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  const places = new Map<Ref, Place>();
  const objects: (readonly [Ref, string])[] = [];
  let last = 0;
  const reserve = (): Ref => {
    last += 1;
    return last;
  };
  const putPlainStream = (ref: Ref, entries: string, bytes: Uint8Array): void => {
    places.set(ref, [1, out.length(), 0]);
    out.text(`${ref} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`);
    out.bytes(bytes);
    out.text('\nendstream\nendobj\n');
  };
  const putStream = (ref: Ref, entries: string, bytes: Uint8Array): void =>
    putPlainStream(ref, `${entries}/Filter/FlateDecode`, deflate(bytes));
  return {
    reserve,
    put: (ref, object) => {
      objects.push([ref, object]);
    },
    putStream,
    putPlainStream,
    finish(trailer) {
      for (let from = 0; from < objects.length; from += SHARED) {
        const stream = reserve();
        const packed = packObjects(objects.slice(from, from + SHARED), (ref, index) =>
          places.set(ref, [2, stream, index]),
        );
        putStream(stream, packed.entries, packed.bytes);
      }
      const start = out.length();
      const table = reserve();
      places.set(table, [1, start, 0]);
      putStream(
        table,
        `/Type/XRef/Size ${last + 1}/W[1 4 2]/ID[${fingerprint(out.view())}]${trailer}`,
        tableOfPlaces(places, last),
      );
      out.text(`startxref\n${start}\n%%EOF\n`);
      return out.view().slice();
    },
  };
}

function deflate(bytes: Uint8Array): Uint8Array {
  const window = bytes.length <= SMALL ? { windowBits: 13, memLevel: 7 } : {};
  return deflateSync(bytes, { level: LEVEL, ...window });
}

/** An object stream (7.5.7): numbers and places of its objects, then the objects. */
function packObjects(
  objects: readonly (readonly [Ref, string])[],
  placed: (ref: Ref, index: number) => void,
): { readonly entries: string; readonly bytes: Uint8Array } {
  let [head, body] = ['', ''];
  for (const [index, [ref, object]] of objects.entries()) {
    head += `${ref} ${body.length} `;
    body += `${object}\n`;
    placed(ref, index);
  }
  return {
    entries: `/Type/ObjStm/N ${objects.length}/First ${head.length}`,
    bytes: Buffer.from(head + body, 'latin1'),
  };
}

/** The entries of a cross-reference stream (7.5.8): kind, place, and what else there is to say, in 1, 4 and 2 bytes. */
function tableOfPlaces(places: ReadonlyMap<Ref, Place>, last: Ref): Uint8Array {
  const table = new DataView(new ArrayBuffer((last + 1) * 7));
  table.setUint16(5, 0xffff);
  for (const [ref, [kind, where, more]] of places) {
    table.setUint8(ref * 7, kind);
    table.setUint32(ref * 7 + 1, where);
    table.setUint16(ref * 7 + 5, more);
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
