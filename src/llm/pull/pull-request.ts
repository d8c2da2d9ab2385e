import { ScriptGenError } from '../../core/index.ts';
import { isAllowed, printAddress } from './pull-address.ts';

/** Where a file is fetched from, and from which byte on. */
export interface PullRequest {
  readonly url: URL;
  readonly from: number;
  readonly signal: AbortSignal;
}

/** What a server answered. */
export interface PullResponse {
  readonly body: AsyncIterable<Uint8Array>;
  /** Where it begins in the file: 0 when the server does not resume. */
  readonly from: number;
  /** Bytes of the whole file; absent when the server does not say. */
  readonly total?: number;
}

/** As `fetch` of the browser does: https://fetch.spec.whatwg.org/#http-redirect-fetch allows 20; models need one or two. */
const MOST_REDIRECTS = 5;

/**
 * Ask for a file, from a byte on. Redirects are followed to https, and on this machine.
 *
 * @returns `undefined` when there is nothing after that byte.
 * @throws ScriptGenError `model/unreachable`, `model/unavailable`, `model/rejected`, `run/aborted`.
 */
export async function requestFile({ url, from, signal }: PullRequest): Promise<PullResponse | undefined> {
  const response = await follow(url, from, signal);
  const { status, headers, body } = response;
  if (status === 416 && from > 0) {
    await body?.cancel();
    return undefined;
  }
  if ((status !== 200 && status !== 206) || body === null) {
    await body?.cancel();
    throw refused(status, url);
  }
  const begin = status === 206 ? firstByte(headers.get('content-range')) : 0;
  if (begin !== 0 && begin !== from) throw broken(url, 'sent another part of the file than was asked for');
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return { body, from: begin, ...(Number.isSafeInteger(length) ? { total: begin + length } : {}) };
}

async function follow(start: URL, from: number, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await send(url, from, signal);
    if (response.status < 300 || response.status >= 400) return response;
    await response.body?.cancel();
    const location = response.headers.get('location') ?? '';
    if (!URL.canParse(location, url.href)) throw broken(url, 'redirects to nowhere');
    const next = new URL(location, url);
    const isDowngrade = url.protocol === 'https:' && next.protocol !== 'https:';
    if (isDowngrade || !isAllowed(next)) throw broken(url, 'redirects to an address that is not https');
    url = next;
  }
  throw broken(start, 'redirects too often');
}

async function send(url: URL, from: number, signal: AbortSignal): Promise<Response> {
  const range = from > 0 ? { range: `bytes=${from}-` } : {};
  try {
    return await fetch(url, { headers: { 'accept-encoding': 'identity', ...range }, redirect: 'manual', signal });
  } catch {
    if (signal.aborted)
      throw new ScriptGenError({ code: 'run/aborted', message: 'Stopped before the model was there.' });
    throw new ScriptGenError({
      code: 'model/unreachable',
      message: `${printAddress(url)} cannot be reached.`,
      hint: 'Check the address and the network, and run it again.',
    });
  }
}

/** The first byte of `bytes 100-199/200`. */
function firstByte(range: string | null): number {
  return Number(/^bytes (\d+)-/.exec(range ?? '')?.[1] ?? 0);
}

function refused(status: number, url: URL): ScriptGenError {
  const later = status === 429 || status >= 500;
  const hint =
    status === 404
      ? 'Check the address.'
      : status === 401 || status === 403
        ? 'It wants a login: download the file yourself, and name it in models.json.'
        : undefined;
  const message = `${printAddress(url)} cannot be had (${status}).`;
  return new ScriptGenError({ code: later ? 'model/unavailable' : 'model/rejected', message, hint });
}

function broken(url: URL, what: string): ScriptGenError {
  return new ScriptGenError({ code: 'model/rejected', message: `${printAddress(url)} ${what}.` });
}
