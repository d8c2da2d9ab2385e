import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256 } from '../../core/index.ts';
import { recordOf } from '../batch/lifecycle.ts';
import type { BatchRecord } from '../batch/options.ts';
import { openBatchStore } from '../batch/store.ts';
import { bodyOf, parseJson, textOf } from '../wire/body.ts';
import { WIRES } from '../wire/wires.ts';
import { createChoice } from './choose.ts';
import { createLimiter } from './limits.ts';
import type { FaultServerOptions, WireRequest } from './options.ts';
import { jsonPlan } from './plan.ts';
import { type Answerer, type Received, type Response, respond } from './respond.ts';
import { routeOf } from './route.ts';
import { withoutSecrets } from './secrets.ts';
import { send } from './send.ts';

/** A running fault server. Its numbers go on counting. */
export interface FaultServer {
  /** Its address, without a path: `http://127.0.0.1:40001`. */
  readonly url: string;
  readonly port: number;
  /** What a client of each API is given as its base URL. */
  readonly baseUrls: Readonly<Record<'openai' | 'anthropic' | 'google' | 'mistral' | 'ollama', string>>;
  /** Every request, in order. */
  readonly requests: readonly WireRequest[];
  /** The questions among them. */
  readonly questions: readonly WireRequest[];
  /** Questions with different bodies: what there was to pay for. */
  readonly distinctCount: number;
  /** Every batch, in the order of submission; with a file, also those of servers before this one. */
  readonly batches: readonly BatchRecord[];
  /** How often each custom id was submitted in a batch. */
  readonly submissions: ReadonlyMap<string, number>;
  /** End it, and every connection with it. */
  close(): Promise<void>;
}

/**
 * Start a server on 127.0.0.1 that speaks as providers do, records every request, and fails on demand.
 *
 * Answers are schema-valid and depend on nothing but the request, so that whatever is built on them can be repeated.
 *
 * @throws ScriptGenError `input/invalid` when a scenario of this name does not exist; the system's error when the port
 * is taken.
 */
export function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  return openFaultServer(options);
}

/** A record that is still being written. */
type Recording = { -readonly [Field in keyof WireRequest]: WireRequest[Field] };

/** As {@link startFaultServer}; `onIncoming` sees the request as it came, with its key. */
export async function openFaultServer(
  options: FaultServerOptions,
  onIncoming?: (incoming: IncomingMessage, request: WireRequest) => void,
): Promise<FaultServer> {
  const { now = Date.now } = options;
  const requests: Recording[] = [];
  const stop = new AbortController();
  const store = openBatchStore(options.batch?.file);
  const answerer = {
    options,
    batches: { options: options.batch ?? {}, store, now },
    choose: createChoice(options),
    limiter: createLimiter(options.limits, now),
    seen: new Set<string>(),
    now,
    elsewhere: '',
  };
  const server = createServer({ keepAliveTimeout: 120_000 }, (incoming, response) => {
    const handled = serve(incoming, response, {
      answerer,
      stop: stop.signal,
      record: (request) => {
        const recording = { ...request, n: requests.length + 1 };
        requests.push(recording);
        onIncoming?.(incoming, recording);
        options.onRequest?.(recording);
        return recording;
      },
    });
    handled.catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  answerer.elsewhere = `http://localhost:${port}/elsewhere`;
  const url = `http://127.0.0.1:${port}`;
  const v1 = `${url}/v1`;
  return {
    url,
    port,
    baseUrls: { openai: v1, anthropic: v1, google: `${url}/v1beta`, mistral: v1, ollama: url },
    requests,
    get questions() {
      return questionsOf(requests);
    },
    get distinctCount() {
      return new Set(questionsOf(requests).map(({ hash }) => hash)).size;
    },
    get batches() {
      return store.state.batches.map(recordOf);
    },
    get submissions() {
      return new Map(Object.entries(store.state.submissions));
    },
    close: () => {
      stop.abort();
      return new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    },
  };
}

function questionsOf(requests: readonly WireRequest[]): readonly WireRequest[] {
  return requests.filter(({ operation }) => operation === 'generate');
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

interface Serving {
  readonly answerer: Answerer;
  readonly stop: AbortSignal;
  readonly record: (request: WireRequest) => Recording;
}

async function serve(incoming: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { answerer, stop, record } = serving;
  const received = receive(incoming, await buffer(incoming), answerer);
  const recording = record(received.request);
  let broken = false;
  response.once('close', () => {
    if (!response.writableFinished && !broken && !stop.aborted) recording.abortedByClient = true;
  });
  const { latency = 0 } = answerer.options;
  const wait = typeof latency === 'function' ? latency(recording) : latency;
  if (wait > 0) await sleep(wait, undefined, { signal: stop });
  const { plan, scenario, inputTokens } = tryRespond({ ...received, request: recording }, answerer);
  recording.scenario = scenario;
  recording.charged = { inputTokens, outputTokens: 0 };
  if (plan === 'hang' || response.destroyed) return;
  broken = plan === 'reset' || plan.ending === 'break';
  if (plan === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  recording.status = plan.status;
  const sent = (tokens: number): void => {
    answerer.limiter?.spend(tokens);
    recording.charged = { inputTokens, outputTokens: recording.charged.outputTokens + tokens };
  };
  await send(response, plan, { stop, sent });
}

/** A mistake in what the caller gave the server is told to the client: nobody else listens. */
function tryRespond(received: Received, answerer: Answerer): Response {
  try {
    return respond(received, answerer);
  } catch (error) {
    const message = `The fault server failed: ${error instanceof Error ? error.message : String(error)}`;
    return { plan: jsonPlan(500, { error: { message } }), inputTokens: 0 };
  }
}

/** Read what came: all but the number, which it gets when it is recorded. */
function receive(incoming: IncomingMessage, raw: Buffer, { options, now }: Answerer): Received {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const method = incoming.method ?? 'GET';
  const anthropic = 'anthropic-version' in incoming.headers;
  const route = routeOf(method, url, { pretend: options.pretend ?? 'any', anthropic });
  const text = raw.toString('utf8');
  const body = parseJson(text);
  const { operation, format, model } = route;
  const streams = format !== undefined && operation === 'generate' && WIRES[format].streams(bodyOf(body));
  const request: WireRequest = {
    n: 0,
    at: now(),
    method,
    operation,
    format,
    model: model ?? (typeof bodyOf(body)['model'] === 'string' ? textOf(bodyOf(body)['model']) : undefined),
    stream: route.stream !== undefined || streams,
    ...withoutSecrets(incoming.headers, url),
    body,
    hash: sha256(text),
    scenario: undefined,
    status: undefined,
    abortedByClient: false,
    charged: { inputTokens: 0, outputTokens: 0 },
  };
  return { request, route, url, raw, origin: `http://${incoming.headers.host ?? '127.0.0.1'}` };
}
