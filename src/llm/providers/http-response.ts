import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What ends a body before its end. */
interface BodyLimits {
  readonly request: ClientRequest;
  readonly signal: AbortSignal | undefined;
  readonly maxBytes: number;
  readonly abortError: () => Error;
}

/** A body that came larger than any answer may be. */
class TooLarge extends Error {
  readonly code = 'ERR_RESPONSE_TOO_LARGE';
}

/** Statuses for which the standard allows no body. */
const NO_BODY: readonly number[] = [204, 205, 304];

/** What came back: its head at once, and its body in one of two ways, once. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name; several of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** All of it as a standard Response. Its body ends with an error where the connection breaks. */
  readonly response: () => Response;
  /**
   * The body piece by piece, as it comes, until its end or until `onPiece` says that it is enough. A standard stream
   * would do the same for twice the work. Rejects where the connection breaks, and with what `onPiece` throws.
   */
  readonly read: (onPiece: (piece: Uint8Array) => boolean) => Promise<void>;
}

/** An incoming message, of which nothing is lost until it is read. */
export function answerOf(incoming: IncomingMessage, limits: BodyLimits): HttpAnswer {
  const status = incoming.statusCode ?? 500;
  const headers = headersOf(incoming);
  // One that fails before it is read fails when it is read.
  incoming.on('error', () => {});
  return {
    status,
    headers,
    response: () => {
      const init = { status, statusText: incoming.statusMessage ?? '', headers };
      if (!NO_BODY.includes(status)) return new Response(bodyOf(incoming, limits), init);
      incoming.resume();
      return new Response(null, init);
    },
    read: (onPiece) =>
      new Promise((resolve, reject) => {
        const body = follow(incoming, limits, {
          end: resolve,
          fail: reject,
          piece: (piece) => {
            try {
              if (!onPiece(piece)) return;
              resolve();
            } catch (error) {
              reject(error);
            }
            body.stop();
          },
        });
      }),
  };
}

function headersOf({ headersDistinct, headers }: IncomingMessage): Readonly<Record<string, string>> {
  const coded = decoderOf(headers['content-encoding']) !== undefined;
  const joined: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(headersDistinct))
    if (!coded || (name !== 'content-encoding' && name !== 'content-length')) joined[name] = values.join(', ');
  return joined;
}

function bodyOf(incoming: IncomingMessage, limits: BodyLimits): ReadableStream<Uint8Array> {
  let body: Body | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      body = follow(incoming, limits, {
        end: () => controller.close(),
        fail: (error) => controller.error(error),
        piece: (piece) => {
          controller.enqueue(piece);
          if ((controller.desiredSize ?? 0) <= 0) body?.source.pause();
        },
      });
    },
    pull() {
      body?.source.resume();
    },
    cancel() {
      body?.stop();
    },
  });
}

/** A body under way. */
interface Body {
  readonly source: Readable;
  /** Hear no more of it, and end the connection. */
  readonly stop: () => void;
}

/** Who is told of a body: of its pieces, and then of exactly one of its end and its fault. */
interface Reader {
  readonly piece: (piece: Uint8Array) => void;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
}

function follow(
  incoming: IncomingMessage,
  { request, signal, maxBytes, abortError }: BodyLimits,
  reader: Reader,
): Body {
  const decode = decoderOf(incoming.headers['content-encoding']);
  const source: Readable = decode === undefined ? incoming : incoming.pipe(decode());
  let bytes = 0;
  let ended = false;
  /** Whether this is the first end that is met. */
  const settle = (): boolean => {
    signal?.removeEventListener('abort', abort);
    const first = !ended;
    ended = true;
    return first;
  };
  const fail = (error: Error): void => {
    if (settle()) reader.fail(error);
    request.destroy();
  };
  const abort = (): void => fail(abortError());
  signal?.addEventListener('abort', abort, { once: true });
  source.on('data', (chunk: Uint8Array) => {
    if (ended) return;
    bytes += chunk.byteLength;
    if (bytes > maxBytes) fail(new TooLarge(`The response is larger than ${maxBytes} bytes.`));
    else reader.piece(chunk);
  });
  source.once('end', () => {
    if (settle()) reader.end();
  });
  source.once('error', fail);
  if (source !== incoming) incoming.once('error', fail);
  if (signal?.aborted) abort();
  else if (incoming.errored !== null) fail(incoming.errored);
  return {
    source,
    stop: () => {
      settle();
      request.destroy();
    },
  };
}

function decoderOf(encoding: string | undefined): (() => ReturnType<typeof createGunzip>) | undefined {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip;
    case 'deflate':
      return createInflate;
    case 'br':
      return createBrotliDecompress;
    default:
      return undefined;
  }
}
