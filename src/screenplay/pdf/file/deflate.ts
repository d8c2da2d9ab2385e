import { Buffer } from 'node:buffer';
import { constants, createDeflate, deflateSync, type ZlibOptions } from 'node:zlib';

/** Makes bytes smaller (RFC 1950). The same bytes always give the same; what is given stays so until it is used again. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** What Node's deflater is inside. */
interface Inside {
  readonly _handle?: {
    readonly writeSync?: (flush: number, from: Uint8Array, ...rest: readonly (number | Uint8Array)[]) => void;
    readonly reset?: () => void;
  };
  /** After a write: the room left in what is written to, and how much was not read. */
  readonly _writeState?: Uint32Array;
}

/**
 * Take a deflater for many streams, most no longer than `longest`. It gives what `deflateSync` gives with these options;
 * but that makes a new one ready each time, which takes as long as it takes to make a page smaller.
 *
 * Node documents no call that keeps one from stream to stream. What npm unpacks packages with, `minizlib`, keeps one the
 * same way. Where Node has it no more, `deflateSync` does the work.
 */
export function takeDeflater(options: ZlibOptions, longest: number): Deflate {
  const anew: Deflate = (bytes) => deflateSync(bytes, options);
  const { _handle: handle, _writeState: state }: Inside = createDeflate(options) as Inside;
  if (handle?.writeSync === undefined || handle.reset === undefined || state === undefined) return anew;
  // Bytes that cannot be made smaller become a few more.
  const out = Buffer.allocUnsafe(longest + 64);
  return (bytes) => {
    if (bytes.length > longest) return anew(bytes);
    handle.writeSync?.(constants.Z_FINISH, bytes, 0, bytes.length, out, 0, out.length);
    const room = state[0] ?? 0;
    const unread = state[1] ?? 0;
    handle.reset?.();
    return room === 0 || unread > 0 ? anew(bytes) : out.subarray(0, out.length - room);
  };
}
