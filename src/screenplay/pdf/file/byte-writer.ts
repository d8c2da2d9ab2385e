import { Buffer } from 'node:buffer';

/** Bytes that are written one after the other. */
export interface ByteWriter {
  /** How many there are. */
  length(): number;
  /** Add a text, a byte a character. */
  text(latin: string): void;
  add(bytes: Uint8Array): void;
  /** All of them so far; they stay what they are only until more is added. */
  all(): Buffer;
  /** All of them, when no more are added. */
  end(): Buffer;
}

/** Begin to write, with room for so many bytes at first. */
export function writeBytes(room: number): ByteWriter {
  let buffer = Buffer.allocUnsafe(room);
  let length = 0;
  const makeRoom = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    length: () => length,
    text(latin) {
      makeRoom(latin.length);
      length += buffer.write(latin, length, 'latin1');
    },
    add(bytes) {
      makeRoom(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    all: () => buffer.subarray(0, length),
    // Few bytes do not hold on to the room for many.
    end: () => (length * 2 < buffer.length ? Buffer.from(buffer.subarray(0, length)) : buffer.subarray(0, length)),
  };
}
