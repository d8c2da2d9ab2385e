import type { Json } from '../../core/index.ts';
import type { Usage } from '../../llm/index.ts';
import type { Body } from './body.ts';

/** A provider's way to ask and to answer. Mistral's is OpenAI's chat completions with faults and thinking of its own. */
export type WireFormat = 'openai-chat' | 'openai-responses' | 'anthropic' | 'google' | 'mistral' | 'ollama';

/** All wire formats. */
export const WIRE_FORMATS: readonly WireFormat[] = [
  'openai-chat',
  'openai-responses',
  'anthropic',
  'google',
  'mistral',
  'ollama',
];

/** Tokens of an answer, every part counted. */
export type WireUsage = Required<Usage>;

/** What a request asks for, as far as the server reads it. */
export interface Question {
  readonly model: string;
  readonly body: Body;
  /** SHA-256 of the request's body. */
  readonly hash: string;
  /** JSON Schema of the answer. */
  readonly schema?: Json | undefined;
  /** What is counted as input. */
  readonly prompt: string;
}

/** Why an answer ended: as asked, at its length, by a filter, by a refusal, or before it began because of the prompt. */
export type ReplyEnd = 'stop' | 'length' | 'content-filter' | 'refusal' | 'prompt-blocked';

/** What is answered, before it is written in any format. */
export interface Reply {
  /** The answer; the refusal's words for `refusal`. */
  readonly text: string;
  readonly thinking?: string | undefined;
  readonly end: ReplyEnd;
  readonly usage: WireUsage;
}

/** One event of a stream. */
export interface Frame {
  /** `head` comes before any text, `delta` carries text, `tail` says that the answer is finished. */
  readonly part: 'head' | 'delta' | 'tail';
  /** The event's name, in formats that have one. */
  readonly event?: string;
  readonly data: string;
  /** Output tokens that a provider bills once this is sent. */
  readonly outputTokens: number;
}

/** A way for a provider to say no, in its own words. */
export type WireError =
  | 'rate-limit'
  | 'quota'
  | 'server'
  | 'unavailable'
  | 'overloaded'
  | 'timeout'
  | 'wrong-key'
  | 'revoked-key'
  | 'unknown-model'
  | 'context-length'
  | 'schema-rejected'
  | 'content-filter'
  | 'prompt-blocked'
  | 'bad-request';

/** An HTTP error: its status and its body. */
export interface ErrorResponse {
  readonly status: number;
  readonly body: Json;
}

/** What an error says that depends on the request. */
export interface ErrorContext {
  readonly model: string;
  /** After how long to come again, where the provider says so in the body. */
  readonly retryMs?: number | undefined;
  /** Instead of the provider's usual words. */
  readonly message?: string | undefined;
}

/** How a format reads requests and writes answers, whole and as a stream. All functions are pure. */
export interface Wire {
  readonly format: WireFormat;
  /** How events are written: server-sent events, or one JSON value a line. */
  readonly framing: 'events' | 'lines';
  readonly question: (body: Body, model: string | undefined, hash: string) => Question;
  /** Whether the body asks for a stream. */
  readonly streams: (body: Body) => boolean;
  readonly whole: (reply: Reply, question: Question) => Json;
  readonly frames: (reply: Reply, question: Question) => readonly Frame[];
  readonly error: (error: WireError, context: ErrorContext) => ErrorResponse;
  /** An error body of any status, for faults that no provider documents. */
  readonly status: (status: number, error: string | Readonly<Record<string, string>>) => Json;
  /** How an error shows up after the stream has begun. */
  readonly errorFrame: (error: ErrorResponse) => Frame;
}
