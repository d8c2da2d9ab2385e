import type { Json } from '../../core/index.ts';
import type { Usage } from '../../llm/index.ts';
import { answerBatch } from '../batch/batch.ts';
import type { Batches } from '../batch/lifecycle.ts';
import type { Fault } from '../fault.ts';
import { applies } from '../scenarios.ts';
import { bodyOf, textOf } from '../wire/body.ts';
import { automaticallyCached } from '../wire/tokens.ts';
import type { Question, Reply, Wire, WireFormat } from '../wire/wire.ts';
import { WIRES } from '../wire/wires.ts';
import type { Chosen } from './choose.ts';
import { DEFAULT_MODELS, tell } from './identity.ts';
import type { Limiter } from './limits.ts';
import type { FaultServerOptions, Pretended, WireRequest } from './options.ts';
import { type Answering, answerPlan, deliver, isDelivery, isResponse, jsonPlan, type Plan } from './plan.ts';
import { cacheByBreakpoints } from './prompt-cache.ts';
import { type Given, inputOf, replyOf } from './reply.ts';
import { type FaultPlace, responsePlan } from './response-fault.ts';
import type { Api, Route } from './route.ts';

/** What a server needs to answer. */
export interface Answerer {
  readonly options: FaultServerOptions;
  readonly choose: (request: WireRequest) => Chosen | undefined;
  readonly limiter: Limiter | undefined;
  /** Prefixes in Anthropic's cache. */
  readonly seen: Set<string>;
  readonly now: () => number;
  readonly elsewhere: string;
  readonly batches: Omit<Batches, 'reply'>;
}

/** A request with what its path means. */
export interface Received {
  readonly request: WireRequest;
  readonly route: Route;
  readonly url: URL;
  readonly raw: Buffer;
  /** The server's own address. */
  readonly origin: string;
}

/** What is answered, what scenario that is, and what of the input is billed. */
export interface Response {
  readonly plan: Plan | 'reset' | 'hang';
  readonly scenario?: string | undefined;
  readonly inputTokens: number;
}

/** Answer a request: a question by its format, anything else by what the server says of itself. */
export function respond(received: Received, answerer: Answerer): Response {
  const { request, route } = received;
  if (route.format !== undefined && request.operation === 'generate') {
    return request.body === undefined
      ? { plan: asError(WIRES[route.format], 'bad-request', 'fake'), inputTokens: 0 }
      : answerQuestion(received, WIRES[route.format], answerer);
  }
  const chosen = answerer.choose(request);
  const wire = WIRES[formatOf(route)];
  const plan = faulty(chosen?.fault, placeOf(wire, 'fake', answerer));
  if (plan !== undefined) return { plan, scenario: chosen?.scenario?.name, inputTokens: 0 };
  const told = sayOf(received, answerer);
  const { fault } = chosen ?? {};
  return { plan: isDelivery(fault) ? deliver(fault, told) : told, scenario: chosen?.scenario?.name, inputTokens: 0 };
}

function answerQuestion({ request, route }: Received, wire: Wire, answerer: Answerer): Response {
  const { options, choose, limiter, now } = answerer;
  const question = wire.question(bodyOf(request.body), route.model, request.hash);
  const usage = typeof options.usage === 'function' ? options.usage(request) : options.usage;
  const inputTokens = inputOf(question, usage);
  const verdict = limiter?.admit(wire.format, inputTokens);
  const withHeaders = (plan: Plan): Plan => ({ ...plan, headers: { ...verdict?.headers, ...plan.headers } });
  if (verdict?.retryMs !== undefined) {
    const { status, body } = wire.error('rate-limit', { model: question.model, retryMs: verdict.retryMs });
    return { plan: withHeaders(jsonPlan(status, body)), inputTokens: 0 };
  }
  const chosen = choose(request);
  const scenario = chosen?.scenario?.name;
  const stream = request.stream ? (route.stream ?? 'events') : 'no';
  const whyNot = impossible(chosen, wire, stream);
  if (whyNot !== undefined) return { plan: jsonPlan(501, wire.status(501, whyNot)), scenario, inputTokens: 0 };
  const fault = inFormat(chosen?.fault, wire.format);
  const early = faulty(fault, { ...placeOf(wire, question.model, answerer), now: now() });
  if (early === 'hang') return { plan: early, scenario, inputTokens };
  if (early !== undefined) return { plan: early === 'reset' ? early : withHeaders(early), scenario, inputTokens: 0 };
  const reply = replyOf(question, givenOf(request, question, usage, answerer), fault);
  const split = (typeof options.split === 'function' ? options.split(request) : options.split) ?? 'frames';
  const plan = answerPlan(fault, { wire, question, reply, stream, split });
  return { plan: withHeaders(plan), scenario, inputTokens: reply.usage.inputTokens };
}

function givenOf(
  request: WireRequest,
  question: Question,
  usage: Partial<Usage> | undefined,
  { options, seen }: Answerer,
): Given {
  const { answer, thinking } = options;
  const cached =
    request.format === 'anthropic'
      ? cacheByBreakpoints(question.body, seen)
      : { cachedTokens: isHosted(request.format) ? automaticallyCached(inputOf(question, usage)) : 0 };
  return {
    answer: typeof answer === 'function' ? answer(request) : answer,
    thinking: typeof thinking === 'function' ? thinking(request) : thinking,
    cached,
    usage,
  };
}

function isHosted(format: WireFormat | undefined): boolean {
  return format === 'openai-chat' || format === 'openai-responses' || format === 'google';
}

/** A fault in the way in which this format has it: who knows no field for a filter says so with an error. */
function inFormat(fault: Fault | undefined, format: WireFormat): Fault | undefined {
  const isFiltered = fault?.type === 'content-filter' && ['anthropic', 'mistral', 'ollama'].includes(format);
  if (isFiltered) return { type: 'error', error: 'content-filter' };
  return fault?.type === 'prompt-blocked' && format !== 'google' ? { type: 'error', error: 'prompt-blocked' } : fault;
}

/** The response of a fault that leaves no answer. */
function faulty(fault: Fault | undefined, place: FaultPlace): Plan | 'reset' | 'hang' | undefined {
  if (isResponse(fault)) return responsePlan(fault, place);
  return fault?.type === 'hang' && (fault.after ?? 'request') === 'request' ? 'hang' : undefined;
}

function placeOf(wire: Wire, model: string, { now, elsewhere }: Answerer): FaultPlace {
  return { wire, model, now: now(), elsewhere };
}

function asError(wire: Wire, error: 'bad-request', model: string): Plan {
  const { status, body } = wire.error(error, { model });
  return jsonPlan(status, body);
}

const STREAM_ONLY: readonly Fault['type'][] = ['killed', 'unfinished', 'error-event'];

/** Why a fault cannot happen to this request; `undefined` when it can. */
function impossible(chosen: Chosen | undefined, { format }: Wire, stream: Answering['stream']): string | undefined {
  if (chosen === undefined) return undefined;
  const { fault, scenario } = chosen;
  const fits = stream === 'events' || !STREAM_ONLY.includes(fault.type);
  if (fits && (scenario === undefined || applies(scenario, format, stream !== 'no'))) return undefined;
  const kind = { no: 'a whole answer', events: 'a stream', array: 'a stream that is an array' }[stream];
  const what = scenario === undefined ? `Fault "${fault.type}"` : `Scenario "${scenario.name}"`;
  return `${what} cannot happen to ${kind} of ${format}.`;
}

const FORMATS: Partial<Record<Api, WireFormat>> = { anthropic: 'anthropic', google: 'google', ollama: 'ollama' };

/** In whose shape errors of a path are. */
function formatOf({ format, api }: Route): WireFormat {
  return format ?? FORMATS[api ?? 'openai'] ?? 'openai-chat';
}

function sayOf(received: Received, answerer: Answerer): Plan {
  const { request, route, url } = received;
  const { pretend = 'any', models = DEFAULT_MODELS } = answerer.options;
  if (request.operation === 'unknown') return unknownPath(pretend, request.method, url.pathname);
  if (request.operation === 'batch') return batchPlan(received, answerer);
  const { status, body } = tell(route, url.pathname, request.body, { pretend, models });
  return typeof body === 'string' ? textPlan(status, body) : jsonPlan(status, body);
}

function batchPlan({ request, route, url, raw, origin }: Received, answerer: Answerer): Plan {
  const { method, body, headers } = request;
  const api = route.api === 'anthropic' || route.api === 'google' ? route.api : 'openai';
  const asked = { method, url, body, raw, contentType: textOf(headers['content-type']), origin };
  const batches = {
    ...answerer.batches,
    reply: (question: Question, format: WireFormat) => replyAlone(question, format, request, answerer),
  };
  const answer = answerBatch(api, asked, { model: route.model, batches });
  return typeof answer.body === 'string'
    ? textPlan(answer.status, answer.body, answer.type)
    : jsonPlan(answer.status, answer.body);
}

/** The reply to an item of a batch: the one that it would have got as the first request of its own. */
function replyAlone(question: Question, format: WireFormat, batch: WireRequest, answerer: Answerer): Reply {
  const { model, body, hash } = question;
  const request: WireRequest = { ...batch, operation: 'generate', format, model, body, hash, stream: false };
  const { usage } = answerer.options;
  const told = typeof usage === 'function' ? usage(request) : usage;
  return replyOf(question, givenOf(request, question, told, { ...answerer, seen: new Set() }), undefined);
}

function textPlan(status: number, text: string, type = 'text/plain'): Plan {
  return {
    status,
    headers: { 'content-type': type },
    pieces: [{ bytes: Buffer.from(text), outputTokens: 0 }],
    ending: 'end',
  };
}

/** LM Studio answers 200 to what it does not know: a client that looks at the status only takes it for anything. */
function unknownPath(pretend: Pretended, method: string, pathname: string): Plan {
  const line = `${method} ${pathname}`;
  const body: Partial<Record<Pretended, readonly [number, Json]>> = {
    'lm-studio': [200, { error: `Unexpected endpoint or method. (${line})` }],
    'llama-server': [404, { error: { code: 404, message: 'File Not Found', type: 'not_found_error' } }],
    anthropic: [404, { type: 'error', error: { type: 'not_found_error', message: 'Not Found' } }],
    google: [404, { error: { code: 404, message: `Path ${pathname} was not found.`, status: 'NOT_FOUND' } }],
  };
  if (pretend === 'ollama') return textPlan(404, '404 page not found');
  const [status, told] = body[pretend] ?? [404, WIRES['openai-chat'].status(404, `Invalid URL (${line})`)];
  return jsonPlan(status, told);
}
