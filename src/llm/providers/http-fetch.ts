import { Agent, request as plainRequest, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { asRecord, type Fetch } from './exchange.ts';
import { answerOf, type HttpAnswer } from './http-response.ts';

/** How a fetch over Node's own HTTP behaves. */
export interface HttpFetchOptions {
  /** Bytes of a decoded body after which the answer is broken off: 64 MiB when absent, far above any text. */
  readonly maxBytes?: number;
  /** Where `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` are read from; this process's environment when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const MAX_BYTES = 64 * 1024 * 1024;
/** Addresses that are kept with how they are asked. */
const MOST_TARGETS = 100;

/** Sends one request over HTTP. */
export type Send = (...request: Parameters<Fetch>) => Promise<HttpAnswer>;

/** A `fetch` that sends by {@link createSend}. */
export function createHttpFetch(options: HttpFetchOptions = {}): Fetch {
  const send = createSend(options);
  return async (...request) => (await send(...request)).response();
}

/**
 * Make what sends like `fetch` over `node:http` and `node:https` with connections that are kept.
 *
 * Instead of the global one, because that gives up by itself after 300 s without headers or between two parts of a body,
 * and takes several times the CPU. It never follows a redirect, asks for no compression (and undoes it all the same), and
 * has no time-out of its own: end it by its signal.
 *
 * Proxies in the environment are used where Node can (24.5, 22.21 and newer), for all but this machine.
 *
 * Rejects with the system's error (`ECONNREFUSED`), an `AbortError`, or `ERR_RESPONSE_TOO_LARGE` while the body is read.
 */
export function createSend({ maxBytes = MAX_BYTES, env = process.env }: HttpFetchOptions = {}): Send {
  const agents = new Map<string, Agent>();
  const agentFor = ({ protocol, hostname }: URL): Agent => {
    const local = isLocal(hostname);
    const name = `${protocol}${local}`;
    const options = { keepAlive: true, ...(local ? {} : { proxyEnv: env }) };
    const agent = agents.get(name) ?? (protocol === 'https:' ? new SecureAgent(options) : new Agent(options));
    agents.set(name, agent);
    return agent;
  };
  const targets = new Map<string, RequestOptions>();
  /** Every answer of a model is asked for at one address. */
  const targetOf = (address: string): RequestOptions => {
    const known = targets.get(address);
    if (known !== undefined) return known;
    const url = new URL(address);
    const target = { ...urlToHttpOptions(url), agent: agentFor(url) };
    if (targets.size >= MOST_TARGETS) targets.clear();
    targets.set(address, target);
    return target;
  };
  return async (input, init = {}) => {
    const target = targetOf(input instanceof Request ? input.url : String(input));
    const { body, headers } = await encode(init);
    const signal = init.signal ?? undefined;
    signal?.throwIfAborted();
    return new Promise<HttpAnswer>((resolve, reject) => {
      const options = { ...target, method: init.method ?? 'GET', headers };
      const request = (target.protocol === 'https:' ? secureRequest : plainRequest)(options);
      const abort = (): void => {
        reject(abortError());
        request.destroy();
      };
      signal?.addEventListener('abort', abort, { once: true });
      const settle = (): void => signal?.removeEventListener('abort', abort);
      request.once('error', (error) => {
        settle();
        reject(error);
      });
      request.once('response', (incoming) => {
        settle();
        // After a response the request can only fail together with its body.
        request.on('error', () => {});
        resolve(answerOf(incoming, { request, signal, maxBytes, abortError }));
      });
      request.end(body);
    });
  };
}

/** What every provider sends by. */
export const send: Send = createSend();

/** The body as bytes or text with the headers that it needs. Forms are written out by the global Request. */
async function encode(init: RequestInit): Promise<{
  readonly body: string | Uint8Array | undefined;
  readonly headers: Record<string, string | number>;
}> {
  const headers = { 'accept-encoding': 'identity', ...lowerCase(asRecord(init.headers)) };
  const given = init.body ?? undefined;
  if (given === undefined) return { body: undefined, headers };
  if (typeof given === 'string')
    return { body: given, headers: { ...headers, 'content-length': Buffer.byteLength(given) } };
  if (given instanceof Uint8Array) return { body: given, headers: { ...headers, 'content-length': given.byteLength } };
  const form = new Request('http://localhost', { method: 'POST', body: given, ...STREAMED });
  const type = form.headers.get('content-type');
  const body = new Uint8Array(await form.arrayBuffer());
  return {
    body,
    headers: { ...(type === null ? {} : { 'content-type': type }), ...headers, 'content-length': body.byteLength },
  };
}

/** Wanted by the standard when the body is a stream. */
const STREAMED: object = { duplex: 'half' };

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function abortError(): DOMException {
  return new DOMException('The request was ended.', 'AbortError');
}
