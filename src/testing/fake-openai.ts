import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Json, sha256 } from '../core/index.ts';
import { type ChatRequest, chatCompletion, defaultAnswer, type Reply } from './chat-completion.ts';
import { type Fault, failResponse } from './fault.ts';

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
 * Start a server on 127.0.0.1 that speaks OpenAI's chat completions, counts every request, and fails on demand.
 *
 * Answers are schema-valid and depend on nothing but the request, so that whatever is built on them can be repeated.
 */
export async function startFakeOpenAI(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const requests: FakeRequest[] = [];
  const hashes = new Set<string>();
  const server = createServer({ keepAliveTimeout: 120_000 }, (incoming, response) => {
    receive(incoming).then(
      (received) => {
        if (received === undefined) return notFound(response);
        const request = { ...received, n: requests.length + 1 };
        requests.push(request);
        hashes.add(request.hash);
        options.onRequest?.(request);
        const wait = options.latency?.(request.n, request.body) ?? 0;
        if (wait > 0) setTimeout(() => respond(response, request, options), wait);
        else respond(response, request, options);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    get requestCount() {
      return requests.length;
    },
    get distinctCount() {
      return hashes.size;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function receive(incoming: IncomingMessage): Promise<Omit<FakeRequest, 'n'> | undefined> {
  const raw = await text(incoming);
  if (incoming.method !== 'POST' || !incoming.url?.endsWith('/chat/completions')) return undefined;
  const body = JSON.parse(raw) as ChatRequest;
  return { hash: sha256(raw), body, at: Date.now(), authorization: incoming.headers.authorization };
}

function notFound(response: ServerResponse): void {
  failResponse(response, { type: 'status', status: 404, error: 'no such path' }, '');
}

function respond(response: ServerResponse, request: FakeRequest, options: FakeOpenAiOptions): void {
  const fault = options.faults?.(request);
  const given = options.answer?.(request);
  const answer = given === undefined ? defaultAnswer(request.body, request.hash) : asText(given);
  const whole = JSON.stringify(
    chatCompletion(replyOf(answer, fault), {
      model: request.body.model ?? 'fake',
      hash: request.hash,
      promptChars: JSON.stringify(request.body.messages ?? []).length,
    }),
  );
  switch (fault?.type) {
    case 'status':
    case 'html':
    case 'reset':
    case 'cut':
    case 'hang':
      failResponse(response, fault, whole);
      return;
    case 'invalid-json':
    case 'wrong-schema':
    case 'refusal':
    case 'length':
    case 'content-filter':
    case undefined:
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
      response.end(whole);
  }
}

/** The assistant's turn, spoilt if the fault is one of the answer and not of the transport. */
function replyOf(answer: string, fault: Fault | undefined): Reply {
  const half = answer.slice(0, Math.ceil(answer.length / 2));
  switch (fault?.type) {
    case 'invalid-json':
      return { content: 'I would rather talk about the weather.' };
    case 'wrong-schema':
      return { content: '{"unexpected":true}' };
    case 'refusal':
      return { content: null, refusal: fault.message ?? 'I cannot help with that.' };
    case 'length':
      return { content: half, finishReason: 'length' };
    case 'content-filter':
      return { content: half, finishReason: 'content_filter' };
    case 'status':
    case 'html':
    case 'reset':
    case 'cut':
    case 'hang':
    case undefined:
      return { content: answer };
  }
}

function asText(answer: Json): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}
