import type { z } from 'zod';
import type { Completion, ModelRequest } from '../../model.ts';
import { ModelError } from '../../model-error.ts';

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

/** Milliseconds by which the provider's clock and ours may differ. */
export const CLOCKS_APART = 300_000;

/**
 * Read a response of a batch endpoint.
 *
 * @throws ModelError `model/unavailable` when it is of another shape: a page of a proxy, most likely.
 */
export function readAs<T>(schema: z.ZodType<T>, text: string): T {
  const read = schema.safeParse(parseJson(text));
  if (read.success) return read.data;
  throw new ModelError({
    code: 'model/unavailable',
    message: 'What came from the batch endpoint is none of its answers.',
    hint: 'Is there a proxy in between? A model with "batch": false in models.json is not asked in batches.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of a JSON Lines text that are of this shape; a line that is cut off counts as not there. */
export function readLines<T>(schema: z.ZodType<T>, text: string): readonly T[] {
  return text.split('\n').flatMap((line) => {
    const read = schema.safeParse(parseJson(line));
    return read.success ? [read.data] : [];
  });
}
