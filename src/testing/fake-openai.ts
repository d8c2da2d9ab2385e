import type { Json } from '../core/index.ts';
import type { Fault } from './fault.ts';
import type { WireRequest } from './server/options.ts';
import { openFaultServer } from './server/server.ts';

/** A chat completion request as it came over the wire, as far as a test reads it. */
export interface ChatRequest {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: Json }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema?: Json } };
  readonly [field: string]: unknown;
}

/** One request that the fake server was sent. */
export interface FakeRequest {
  /** From 1, in the order in which they came. */
  readonly n: number;
  /** SHA-256 of the body's bytes: two requests with one hash are one question paid twice. */
  readonly hash: string;
  readonly body: ChatRequest;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether an `Authorization` header came, and what was in it. */
  readonly authorization: string | undefined;
}

/** How the fake server behaves. By default it answers every schema at once. */
export interface FakeOpenAiOptions {
  /** 0, any free port, when absent. */
  readonly port?: number;
  /** Milliseconds before an answer. */
  readonly latency?: (n: number, body: ChatRequest) => number;
  /** The answer's text; a value that is no text is written as JSON. Absent or `undefined`: made from the schema. */
  readonly answer?: (request: FakeRequest) => Json | undefined;
  /** The fault to answer with, if any. */
  readonly faults?: (request: FakeRequest) => Fault | undefined;
  /** Told of every request as soon as it has come, before it is answered. */
  readonly onRequest?: (request: FakeRequest) => void;
}

/** A running fake server. Its numbers go on counting. */
export interface FakeOpenAi {
  /** The base URL, with `/v1`. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly FakeRequest[];
  readonly requestCount: number;
  /** Requests with different bodies: what there was to pay for. */
  readonly distinctCount: number;
  /** End it, and every connection with it. */
  close(): Promise<void>;
}

/**
 * Start a fault server that is taken for OpenAI, counts its chat completions, and keeps the key that came with each.
 *
 * Answers are schema-valid and depend on nothing but the request, so that whatever is built on them can be repeated.
 */
export async function startFakeOpenAI(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const { port = 0, latency, answer, faults, onRequest } = options;
  const requests: FakeRequest[] = [];
  const hashes = new Set<string>();
  const known = new WeakMap<WireRequest, FakeRequest>();
  /** Calls back for chat completions only. */
  const ask = <Answer>(of: WireRequest, ask: ((request: FakeRequest) => Answer) | undefined): Answer | undefined => {
    const request = known.get(of);
    return request === undefined ? undefined : ask?.(request);
  };
  const server = await openFaultServer(
    {
      port,
      pretend: 'openai',
      latency: (request) => ask(request, ({ n, body }) => latency?.(n, body)) ?? 0,
      answer: (request) => ask(request, answer),
      faults: (request) => ask(request, faults),
      onRequest: (request) => ask(request, onRequest),
    },
    (incoming, request) => {
      if (request.operation !== 'generate' || request.body === undefined) return;
      const { authorization } = incoming.headers;
      const { hash, at } = request;
      const fake = { n: requests.length + 1, hash, body: request.body as ChatRequest, at, authorization };
      known.set(request, fake);
      requests.push(fake);
      hashes.add(hash);
    },
  );
  return {
    url: server.baseUrls.openai,
    port: server.port,
    requests,
    get requestCount() {
      return requests.length;
    },
    get distinctCount() {
      return hashes.size;
    },
    close: () => server.close(),
  };
}
