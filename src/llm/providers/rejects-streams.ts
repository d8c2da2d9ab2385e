import type { Said } from './said.ts';

/**
 * Whether a server rejected the request for its stream: `stream` or `stream_options`, or an organisation that may not.
 *
 * Such a request is not paid, so it may be made again without.
 */
export function rejectsStreams(status: number | undefined, { words }: Said): boolean {
  return (
    status !== undefined && [400, 404, 405, 422, 501].includes(status) && /\bstream(ing|s|_options)?\b/i.test(words)
  );
}
