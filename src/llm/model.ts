import type { Json } from '../core/index.ts';
import type { BatchTransport } from './batch-transport.ts';
import type { Price } from './money/price.ts';

/** One turn of the conversation sent to a model. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/**
 * Everything that decides what a model answers, and nothing that does not.
 *
 * The journal key is the hash of this value: no ids, clocks, retries or transport options in it.
 */
export interface ModelRequest {
  /** `provider/model`, resolved: never an alias. */
  readonly model: string;
  readonly params: { readonly temperature?: number; readonly maxOutputTokens?: number };
  readonly messages: readonly Message[];
  /** JSON Schema of the answer, which is always one JSON value. */
  readonly schema: Json;
  /** The same question as data, for providers that answer typed tasks instead of prose: the offline writer. */
  readonly task: {
    readonly name: string;
    readonly input: Json;
    /** 1, 2 … for a deliberate new sample: a writer that is not random answers those otherwise. */
    readonly take?: number;
  };
}

/** Tokens as the provider counted them. A part that is absent was not counted. */
export interface Usage {
  /** All input, cached and written to a cache included. */
  readonly inputTokens: number;
  /** All output, reasoning included. */
  readonly outputTokens: number;
  /** The part of the input read from a prefix cache. */
  readonly cachedTokens: number;
  /** The part of the input written to a prefix cache for as long as the provider does by itself (Anthropic: 5 minutes). */
  readonly cacheWriteTokens?: number;
  /** The part of the input written to a prefix cache for an hour. */
  readonly cacheWriteHourTokens?: number;
  /** The part of the output that was thinking. */
  readonly reasoningTokens?: number;
}

/** Why a model stopped. `other` is for what a provider cannot say; an answer that broke off is an error instead. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'other';

/** What a provider made of one request. */
export interface Completion {
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  /** Wall milliseconds until the first token, where the answer was streamed. */
  readonly firstTokenMs?: number;
}

/** What came back in the end, and what it took. */
export interface ModelAnswer extends Completion {
  /** US dollars, failed attempts that were paid included; `null` when the price is not known (never 0 for that). */
  readonly cost: number | null;
  /** Upstream requests made, retries and fallbacks included. */
  readonly attempts: number;
  /** Wall milliseconds, waiting for retries included. */
  readonly ms: number;
  /** `provider/model` that answered, when it is another than was asked: a fallback. */
  readonly servedBy?: string;
  /** What a token cost when it was paid; absent when not known. */
  readonly price?: Price;
  /** It came from a batch. */
  readonly batch?: true;
  /** Wall milliseconds spent waiting for limits and between attempts. */
  readonly waitedMs?: number;
}

/** What one attempt may use, and whom it may tell. */
export interface ProviderCall {
  /** Aborted when the attempt is to end: by the caller, or because its time is up. */
  readonly signal: AbortSignal;
  /** How to ask for the shape of the answer, where the server refused a better way; as configured when absent. */
  readonly structuredOutput?: 'json_object' | 'none';
  /** Told of every piece of the answer's text as it comes, where the provider streams; of thinking as `''`, a sign of life. */
  readonly onDelta?: (text: string) => void;
  /** Told of the response's status and headers (lower case) as soon as they are there, also of those of faults. */
  readonly onResponse?: (response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
  }) => void;
}

/**
 * Something that answers one request once: no retries, no cache. Give `openProject` one of your own to ask anything.
 *
 * `answer` throws ModelError (or ScriptGenError) with a `model/…` code: its `retryable` says whether the client may try
 * again, and what was paid for stands in it. Anything else that it throws counts as `model/rejected`.
 */
export interface Provider {
  readonly name: string;
  /** Whether this is a language model. The offline writer is not, and says so. */
  readonly isLanguageModel: boolean;
  /**
   * It always tells of the response (`onResponse`) and of every piece of the answer (`onDelta`), so that silence means
   * something from the first request on. Of another the client finds out once an answer came in pieces.
   */
  readonly streams?: boolean;
  answer(request: ModelRequest, call: ProviderCall): Promise<Completion>;
  /** Ask many at half the price, some time later. Absent where the provider has no such thing. */
  readonly batch?: BatchTransport;
  /** What the server says it has, to show and to check names against. */
  listModels?(signal: AbortSignal): Promise<readonly ListedModel[]>;
  /** End what it holds: a child process. */
  close?(): Promise<void>;
}

/** A model as its server lists it. */
export interface ListedModel {
  readonly id: string;
  /** Tokens that it can read and write together, where the server says. */
  readonly context?: number;
}

/** What a caller may add to one ask. */
export interface AskOptions {
  /** Aborted when nothing new is to be asked: a wait for a retry ends at once, a request in flight goes on. */
  readonly stop?: AbortSignal;
  /** Milliseconds for everything, waits and fallbacks together. */
  readonly deadlineMs?: number;
  readonly onDelta?: (text: string) => void;
  readonly onRetry?: (retry: { readonly code: string; readonly attempt: number; readonly waitMs: number }) => void;
  readonly onFallback?: (fallback: { readonly code: string; readonly from: string; readonly to: string }) => void;
}

/** The one door to every model: provider choice, pacing, fallback, price, and the only retry loop. */
export interface LlmClient {
  /**
   * Ask until there is an answer, or a fault that asking again cannot mend.
   *
   * `signal` drops the request in flight; `options.stop` only ends the waiting between two attempts.
   *
   * @throws ModelError with a `model/…` code, its attempts and what they cost; ScriptGenError `run/aborted` when
   * either signal ended it.
   */
  ask(request: ModelRequest, signal: AbortSignal, options?: AskOptions): Promise<ModelAnswer>;
  /** The most that an answer can cost in US dollars: the whole prompt uncached, the output limit used up. `null` when not known. */
  mostCost?(request: ModelRequest): Promise<number | null>;
}

/** No tokens counted: nothing was asked of a language model, or its server did not say. */
export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
