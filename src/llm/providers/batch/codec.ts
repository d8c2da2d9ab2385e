import type { Completion, ModelRequest } from '../../model.ts';
import type { ModelError } from '../../model-error.ts';

/** A request as a provider takes it. */
export interface WireRequest {
  /** Where it would be sent: `https://api.openai.com/v1/responses`. */
  readonly url: string;
  /** The body, without what asks for a stream. */
  readonly body: object;
}

/** A provider's way to write a request and to read what came of it: the same as when it is asked by itself. */
export interface BatchCodec {
  readonly encode: (request: ModelRequest) => Promise<WireRequest>;
  /** Reads a response as if it had come for a request of its own; gives the error that this would have thrown. */
  readonly decode: (
    request: ModelRequest,
    response: { readonly status: number; readonly body: string },
  ) => Promise<Completion | ModelError>;
}

/** One request to the provider's batch endpoints. */
export interface BatchCall {
  readonly method: 'GET' | 'POST';
  /** After the base URL: `/batches?limit=100`. */
  readonly path: string;
  readonly json?: object;
  readonly form?: FormData;
  readonly signal: AbortSignal;
}

/** Sends a call with the provider's key. Throws ModelError for what is no success. */
export type BatchHttp = (call: BatchCall) => Promise<string>;

/** What a batch transport is made of. */
export interface BatchParts {
  readonly codec: BatchCodec;
  readonly http: BatchHttp;
}

/** Read a response that must be a JSON object. */
export function readObject(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The lines of a JSON Lines text, as objects; a line that is cut off counts as not there. */
export function readLines(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line.trim() === '' ? [] : [readObject(line)];
    } catch {
      return [];
    }
  });
}
