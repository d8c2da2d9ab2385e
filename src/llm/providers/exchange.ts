import type { ProviderCall } from '../model.ts';
import type { Send } from './http-fetch.ts';

/** A `fetch`: what every SDK package takes in the place of the global one. */
export type Fetch = typeof globalThis.fetch;

/** One answer's traffic: what came back, kept for whoever reads its faults. */
export interface Exchange {
  readonly onResponse: ProviderCall['onResponse'];
  /** Whether an event stream is expected: another body is kept aside then. */
  streaming: boolean;
  /** HTTP status, once there is a response. */
  status?: number;
  /** Its headers, by lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** A response that came whole where a stream was asked for: the next fetch of this exchange gives it. */
  held?: Response;
}

/** Thrown by the fetch of an exchange, instead of a response that is no event stream. The response is then in `held`. */
export class WholeAnswer extends Error {}

/** The exchanges that are under way, by the signal that their request carries. */
export type Exchanges = WeakMap<AbortSignal, Exchange>;

/** Start an exchange. */
export function newExchange(onResponse: ProviderCall['onResponse']): Exchange {
  return { onResponse, streaming: true, headers: {} };
}

/**
 * A fetch that tells each exchange of its response, and hands a whole body that came for a stream to whoever asks again.
 *
 * Never follows a redirect: the key must not go elsewhere. `dropped` are headers that an SDK package insists on sending
 * although there is no key.
 */
export function exchangeFetch(send: Send, exchanges: Exchanges, dropped: readonly string[] = []): Fetch {
  return async (input, init) => {
    const exchange = init?.signal ? exchanges.get(init.signal) : undefined;
    if (exchange?.held !== undefined) {
      const { held } = exchange;
      delete exchange.held;
      return held;
    }
    const answer = await send(input, { ...init, redirect: 'manual', ...without(init?.headers, dropped) });
    if (exchange === undefined) return answer.response();
    const { status, headers } = answer;
    exchange.status = status;
    exchange.headers = headers;
    exchange.onResponse?.({ status, headers });
    const isGood = status >= 200 && status < 300;
    if (!exchange.streaming || !isGood) return answer.response();
    const { 'content-type': type = '' } = headers;
    return type.includes('event-stream') ? answer.response() : streamOrHold(answer.response(), exchange);
  };
}

/** Tell an event stream that is not labelled as one from a whole body, by its first bytes. */
async function streamOrHold(response: Response, exchange: Exchange): Promise<Response> {
  const reader = response.body?.getReader();
  if (reader === undefined) return response;
  const first: Uint8Array[] = [];
  let start = '';
  while (start.trim() === '') {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
    start += new TextDecoder().decode(value.subarray(0, 64));
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = first.shift();
      if (next !== undefined) return controller.enqueue(next);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText, headers } = response;
  const again = new Response(body, { status, statusText, headers });
  if (start === '' || /^\s*(data|event|id|retry)?:/.test(start)) return again;
  exchange.held = again;
  throw new WholeAnswer('The server does not stream.');
}

function without(headers: RequestInit['headers'], names: readonly string[]): { headers?: Record<string, string> } {
  if (headers === undefined || names.length === 0) return {};
  const kept = Object.entries(asRecord(headers)).filter(([name]) => !names.includes(name.toLowerCase()));
  return { headers: Object.fromEntries(kept) };
}

/** Headers as an object, however they are given. */
export function asRecord(headers: RequestInit['headers']): Readonly<Record<string, string>> {
  if (headers === undefined) return {};
  if (headers instanceof Headers || Array.isArray(headers)) return Object.fromEntries(headers);
  return headers as Record<string, string>;
}
