import { Buffer } from 'node:buffer';
import { constants, createDeflate, deflateSync, type ZlibOptions } from 'node:zlib';

/** Makes streams smaller, one after the other (RFC 1950). */
export interface Deflater {
  /**
   * Make bytes smaller, or a text of which each character is one. The same contents in the same order always give the
   * same. What is given stays so until the next is asked for.
   */
  deflate(content: string | Uint8Array): Uint8Array;
  /** Give back what it holds: it is not used again. */
  end(): void;
}

/** What a deflater of Node is inside. */
interface Inside {
  readonly _handle?: {
    readonly writeSync?: (flush: number, from: Uint8Array, ...rest: readonly (number | Uint8Array)[]) => void;
    readonly reset?: () => void;
  };
  /** After a write: the room left in what is written to, and how much was not read. */
  readonly _writeState?: Uint32Array;
}

/**
 * Take a deflater for many streams, most no longer than `longest`. `deflateSync` does the same with these options, but
 * makes a new one ready each time, which takes as long as it takes to make a page smaller.
 *
 * Node documents no call that keeps one from stream to stream. What npm unpacks packages with, `minizlib`, keeps one the
 * same way. Where Node has it no more, `deflateSync` does the work.
 */
export function takeDeflater(options: ZlibOptions, longest: number): Deflater {
  const stream = createDeflate(options);
  const { _handle: handle, _writeState: state }: Inside = stream as Inside;
  const scratch = Buffer.allocUnsafe(longest);
  // Bytes that cannot be made smaller become a few more.
  const out = Buffer.allocUnsafe(longest + 64);
  const bytesOf = (text: string): Uint8Array =>
    text.length > longest ? Buffer.from(text, 'latin1') : scratch.subarray(0, scratch.write(text, 'latin1'));
  return {
    deflate(content) {
      const bytes = typeof content === 'string' ? bytesOf(content) : content;
      if (
        bytes.length > longest ||
        handle?.writeSync === undefined ||
        handle.reset === undefined ||
        state === undefined
      )
        return deflateSync(bytes, options);
      handle.writeSync(constants.Z_FINISH, bytes, 0, bytes.length, out, 0, out.length);
      const room = state[0] ?? 0;
      const unread = state[1] ?? 0;
      handle.reset();
      return room === 0 || unread > 0 ? deflateSync(bytes, options) : out.subarray(0, out.length - room);
    },
    end: () => stream.close(),
  };
}
