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

/** An incoming message as a standard Response. Its body ends with an error where the connection breaks. */
export function responseOf(incoming: IncomingMessage, limits: BodyLimits): Response {
  const status = incoming.statusCode ?? 500;
  const init = { status, statusText: incoming.statusMessage ?? '', headers: headersOf(incoming) };
  if (NO_BODY.includes(status)) {
    incoming.resume();
    return new Response(null, init);
  }
  return new Response(bodyOf(incoming, limits), init);
}

function headersOf({ headersDistinct, headers }: IncomingMessage): [string, string][] {
  const coded = decoderOf(headers['content-encoding']) !== undefined;
  return Object.entries(headersDistinct)
    .filter(([name]) => !coded || (name !== 'content-encoding' && name !== 'content-length'))
    .map(([name, values]): [string, string] => [name, (values ?? []).join(', ')]);
}

function bodyOf(
  incoming: IncomingMessage,
  { request, signal, maxBytes, abortError }: BodyLimits,
): ReadableStream<Uint8Array> {
  const decode = decoderOf(incoming.headers['content-encoding']);
  const source: Readable = decode === undefined ? incoming : incoming.pipe(decode());
  let bytes = 0;
  let ended = false;
  let abort = (): void => {};
  /** Whether this is the first end that is met. */
  const settle = (): boolean => {
    signal?.removeEventListener('abort', abort);
    const first = !ended;
    ended = true;
    return first;
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const fail = (error: Error): void => {
        if (settle()) controller.error(error);
        request.destroy();
      };
      abort = () => fail(abortError());
      signal?.addEventListener('abort', abort, { once: true });
      source.on('data', (chunk: Uint8Array) => {
        if (ended) return;
        bytes += chunk.byteLength;
        if (bytes > maxBytes) return fail(new TooLarge(`The response is larger than ${maxBytes} bytes.`));
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) source.pause();
      });
      source.once('end', () => {
        if (settle()) controller.close();
      });
      source.once('error', fail);
      if (source !== incoming) incoming.once('error', fail);
    },
    pull() {
      source.resume();
    },
    cancel() {
      settle();
      request.destroy();
    },
  });
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
