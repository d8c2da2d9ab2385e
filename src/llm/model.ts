import type { Json } from '../core/index.ts';

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
  readonly task: { readonly name: string; readonly input: Json };
}

/** Tokens as the provider counted them. `cachedTokens` is the part of `inputTokens` read from a prefix cache. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens: number;
}

/** What came back: the raw text, and what it took. */
export interface ModelAnswer {
  readonly text: string;
  readonly finishReason: 'stop' | 'length' | 'content-filter' | 'other';
  readonly usage: Usage;
  /** US dollars; `null` when the price is not known (never 0 for that). */
  readonly cost: number | null;
  /** Upstream requests made, retries included. */
  readonly attempts: number;
  /** Wall milliseconds, waiting for retries included. */
  readonly ms: number;
}

/**
 * Something that answers one request once: no retries, no cache.
 *
 * @throws ScriptGenError with a `model/…` code; `retryable` says whether the client may try again.
 */
export interface Provider {
  readonly name: string;
  /** Whether this is a language model. The offline writer is not, and says so. */
  readonly isLanguageModel: boolean;
  answer(request: ModelRequest, signal: AbortSignal): Promise<Pick<ModelAnswer, 'text' | 'finishReason' | 'usage'>>;
}

/** What a caller may add to one ask. */
export interface AskOptions {
  /** Aborted when nothing new is to be asked: a wait for a retry ends at once, a request in flight goes on. */
  readonly stop?: AbortSignal;
}

/** The one door to every model: provider choice, price, and the only retry loop. */
export interface LlmClient {
  /**
   * Ask until there is an answer, or a fault that asking again cannot mend.
   *
   * `signal` drops the request in flight; `options.stop` only ends the waiting between two attempts.
   *
   * @throws ScriptGenError with a `model/…` code, or `run/aborted` when either signal ended it.
   */
  ask(request: ModelRequest, signal: AbortSignal, options?: AskOptions): Promise<ModelAnswer>;
}

/** No tokens counted: nothing was asked of a language model, or its server did not say. */
export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
