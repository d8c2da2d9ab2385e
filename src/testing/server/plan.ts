import { STATUS_CODES } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Json } from '../../core/index.ts';
import type { DeliveryFault, Fault, ResponseFault } from '../fault.ts';
import { encodeFrames, encodeWhole, type Piece, type SplitMode } from '../wire/split.ts';
import type { Frame, Question, Reply, Wire } from '../wire/wire.ts';

/** What is written to the socket, and what becomes of it then. */
export interface Plan {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly pieces: readonly Piece[];
  /** `end` as usual, `break` the connection, leave it open (`hang`), or write `repeat` for ever. */
  readonly ending: 'end' | 'break' | 'hang' | 'repeat';
  readonly repeat?: readonly Piece[];
  /** Milliseconds between two pieces. */
  readonly pauseMs?: number;
}

/** What a plan is made from. */
export interface Answering {
  readonly wire: Wire;
  readonly question: Question;
  readonly reply: Reply;
  readonly stream: 'no' | 'events' | 'array';
  readonly split: SplitMode;
}

/** Stands where bytes that are no UTF-8 will: a character of the private use area. */
export const SPOILT = '\uE000';
const SPOILT_BYTES = Buffer.from(SPOILT);
const NOT_UTF8 = Buffer.from([0xff, 0xfe, 0x80]);
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** A JSON body that is no answer of a model. */
export function jsonPlan(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): Plan {
  const pieces = encodeWhole(JSON.stringify(body), 0, 'frames');
  return {
    status,
    headers: withLength({ 'content-type': 'application/json', ...headers }, pieces),
    pieces,
    ending: 'end',
  };
}

/** A page, as a proxy or a login answers it. */
export function pagePlan(status: number): Plan {
  const title = status === 200 ? 'Sign in' : `${status} ${STATUS_CODES[status] ?? ''}`;
  const pieces = encodeWhole(`<!doctype html><title>${title}</title><p>${title}`, 0, 'frames');
  return { status, headers: withLength({ 'content-type': 'text/html' }, pieces), pieces, ending: 'end' };
}

/** The answer of a model, delivered as the fault has it. */
export function answerPlan(fault: Fault | undefined, answering: Answering): Plan {
  const plan = answering.stream === 'events' ? streamPlan(fault, answering) : wholePlan(fault, answering);
  return isDelivery(fault) ? deliver(fault, plan) : plan;
}

/** Any body, delivered as the fault has it: for lists, batches and the like. */
export function deliver(fault: DeliveryFault, plan: Plan): Plan {
  switch (fault.type) {
    case 'hang':
      return fault.after === 'half' ? hold(plan) : { ...plan, pieces: [], ending: 'hang' };
    case 'cut':
      return cut(plan, fault.clean === true);
    case 'gzip': {
      const pieces = [{ bytes: gzipSync(join(plan.pieces)), outputTokens: billed(plan.pieces) }];
      return { ...plan, headers: { ...lengthless(plan.headers), 'content-encoding': 'gzip' }, pieces };
    }
    case 'bom':
      return { ...plan, headers: lengthless(plan.headers), pieces: [{ bytes: BOM, outputTokens: 0 }, ...plan.pieces] };
    case 'invalid-utf8':
      return { ...plan, headers: lengthless(plan.headers), pieces: plan.pieces.map(spoil) };
    case 'drip':
      return { ...plan, headers: lengthless(plan.headers), pieces: inParts(plan.pieces), pauseMs: fault.ms };
    case 'endless':
      return plan.ending === 'repeat'
        ? plan
        : { ...hold(plan), ending: 'repeat', repeat: FILLER, pauseMs: fault.everyMs ?? 10 };
    case 'killed':
    case 'unfinished':
    case 'error-event':
    case 'split':
      return plan;
  }
}

/** Whether a fault stands before any answer. */
export function isResponse(fault: Fault | undefined): fault is ResponseFault {
  return fault !== undefined && ['status', 'error', 'html', 'reset', 'redirect'].includes(fault.type);
}

/** Whether a fault is one of the way from the server. */
export function isDelivery(fault: Fault | undefined): fault is DeliveryFault {
  const types = [
    'hang',
    'cut',
    'killed',
    'unfinished',
    'error-event',
    'endless',
    'drip',
    'gzip',
    'bom',
    'invalid-utf8',
    'split',
  ];
  return fault !== undefined && types.includes(fault.type);
}

function wholePlan(fault: Fault | undefined, { wire, question, reply, stream, split }: Answering): Plan {
  const text =
    stream === 'array'
      ? `[${wire
          .frames(reply, question)
          .map(({ data }) => data)
          .join(',\r\n')}]`
      : JSON.stringify(wire.whole(reply, question));
  const mode = fault?.type === 'split' ? fault.mode : split;
  const pieces = encodeWhole(text, reply.usage.outputTokens, mode);
  const type = wire.format === 'ollama' ? 'application/json; charset=utf-8' : 'application/json';
  const headers = { 'content-type': type };
  return { status: 200, headers: pieces.length === 1 ? withLength(headers, pieces) : headers, pieces, ending: 'end' };
}

function streamPlan(fault: Fault | undefined, { wire, question, reply, split }: Answering): Plan {
  const mode = fault?.type === 'split' ? fault.mode : split;
  const frames = settle(wire.frames(reply, question), reply.usage.outputTokens);
  const encode = (some: readonly Frame[]): readonly Piece[] => encodeFrames(some, wire, mode);
  const events = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
  const headers = wire.framing === 'events' ? events : { 'content-type': 'application/x-ndjson' };
  const base = { status: 200, headers, ending: 'end' } as const;
  switch (fault?.type) {
    case 'hang':
      return { ...base, pieces: encode(fault.after === 'half' ? half(frames) : []), ending: 'hang' };
    case 'killed':
      return { ...base, pieces: encode(half(frames)), ending: 'break' };
    case 'unfinished':
      return { ...base, pieces: encode(frames.filter(({ part }) => part !== 'tail')) };
    case 'error-event': {
      const error = fault.error ?? (wire.format === 'anthropic' ? 'overloaded' : 'server');
      return { ...base, pieces: encode([...half(frames), wire.errorFrame(wire.error(error, question))]) };
    }
    case 'endless': {
      const repeat = encode(frames.filter(({ part, outputTokens }) => part === 'delta' && outputTokens > 0));
      const pieces = encode(frames.filter(({ part }) => part !== 'tail'));
      return { ...base, pieces, ending: 'repeat', repeat, pauseMs: fault.everyMs ?? 10 };
    }
    default:
      return { ...base, pieces: encode(frames) };
  }
}

/** The last event bills what the texts have not: rounding, and tokens that were told instead of counted. */
function settle(frames: readonly Frame[], outputTokens: number): readonly Frame[] {
  const rest = outputTokens - frames.reduce((sum, frame) => sum + frame.outputTokens, 0);
  return frames.map((frame, at) => (at === frames.length - 1 ? { ...frame, outputTokens: Math.max(0, rest) } : frame));
}

/** The frames up to the middle of the text. */
function half(frames: readonly Frame[]): readonly Frame[] {
  const texts = frames.filter(({ part, outputTokens }) => part === 'delta' && outputTokens > 0);
  const middle = texts[Math.max(0, Math.ceil(texts.length / 2) - 1)];
  return frames.slice(0, middle === undefined ? 1 : frames.indexOf(middle) + 1);
}

/** What keeps a body going inside a JSON string. */
const FILLER: readonly Piece[] = [{ bytes: Buffer.from(' and so on'), outputTokens: 3 }];

/** Half of what was to be sent, and no end of it. A stream is held between two events before it comes here. */
function hold(plan: Plan): Plan {
  if (plan.ending === 'hang') return plan;
  return { ...plan, headers: lengthless(plan.headers), pieces: firstHalf(plan.pieces), ending: 'hang' };
}

/** The length that was promised stays, unless the end is to look clean. */
function cut(plan: Plan, clean: boolean): Plan {
  const pieces = firstHalf(plan.pieces);
  if (!clean) return { ...plan, pieces, ending: 'break' };
  return {
    ...plan,
    headers: 'content-length' in plan.headers ? withLength(plan.headers, pieces) : plan.headers,
    pieces,
  };
}

/** Half the bytes, and never a whole number of events. */
function firstHalf(pieces: readonly Piece[]): readonly Piece[] {
  const all = join(pieces);
  let end = Math.ceil(all.length / 2);
  while (end > 1 && (all[end - 1] === 10 || all[end - 1] === 125)) end -= 1;
  return [{ bytes: all.subarray(0, end), outputTokens: Math.ceil(billed(pieces) / 2) }];
}

const PARTS = 20;

/** One big piece in twenty; many small ones as they are. */
function inParts(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length > 1) return pieces;
  const all = join(pieces);
  const size = Math.max(1, Math.ceil(all.length / PARTS));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => ({
    bytes: all.subarray(at * size, (at + 1) * size),
    outputTokens: at === 0 ? billed(pieces) : 0,
  }));
}

function spoil({ bytes, outputTokens }: Piece): Piece {
  const place = bytes.indexOf(SPOILT_BYTES);
  if (place < 0) return { bytes, outputTokens };
  return {
    bytes: Buffer.concat([bytes.subarray(0, place), NOT_UTF8, bytes.subarray(place + SPOILT_BYTES.length)]),
    outputTokens,
  };
}

function join(pieces: readonly Piece[]): Buffer {
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}

function billed(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { outputTokens }) => sum + outputTokens, 0);
}

function withLength(
  headers: Readonly<Record<string, string>>,
  pieces: readonly Piece[],
): Readonly<Record<string, string>> {
  const length = pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return { ...headers, 'content-length': String(length) };
}

function lengthless(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-length'));
}
