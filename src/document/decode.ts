import { isUtf8 } from 'node:buffer';
import type { Note } from '../core/note.ts';

/** A text and what there is to say about how it was written down. */
export interface DecodedText {
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * Read bytes as text: UTF-16 where a byte order mark says so, else UTF-8; what is not valid UTF-8 is read as
 * Windows-1252 (https://encoding.spec.whatwg.org), with a note `document/encoding`. A byte order mark of UTF-8 stays,
 * so that the text can be given back byte for byte.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return noted('utf-16le', 'UTF-16', bytes);
  if (mark === '254 255') return noted('utf-16be', 'UTF-16', bytes);
  if (!isUtf8(bytes)) return noted('windows-1252', 'Windows-1252, because it is not valid UTF-8', bytes);
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'), notes: [] };
}

function noted(encoding: string, said: string, bytes: Uint8Array): DecodedText {
  const message = `The file is read as ${said}; what is written is UTF-8.`;
  return {
    text: new TextDecoder(encoding).decode(bytes),
    notes: [{ rule: 'document/encoding', severity: 'info', message }],
  };
}
