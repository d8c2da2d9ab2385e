import { canonicalJson, type Json, remember, sha256 } from '../core/index.ts';
import type { ModelRequest } from '../llm/index.ts';

/** The content address of a question: `k1:` and the SHA-256 of its canonical request. */
export type StepKey = `k${number}:${string}`;

const KEY_VERSION = 1;

/**
 * The canonical form of a request: everything that may change its answer, and nothing that may not.
 *
 * Clocks, run ids, retries and transport stay out, because a value that differs on every run would make every key new.
 */
export function canonicalRequest(request: ModelRequest, take: number): Json {
  const { model, params, messages, schema, task } = request;
  return {
    model,
    params: { ...params },
    messages: messages.map(({ role, content }) => ({ role, content })),
    schema,
    task: { ...task },
    take,
  };
}

/** The request that a canonical form was made from. */
export function requestOf(canonical: Json): ModelRequest {
  const { take: _, ...request } = canonical as unknown as ModelRequest & { readonly take: number };
  return request;
}

/**
 * Address a question by what is asked. Two questions with one key are one question:
 * the second is answered from the journal and costs nothing.
 */
export function stepKey(canonical: Json): StepKey {
  // Sorting keys takes longer than all else, and a script asks the same again in every plan and build.
  return keys(sha256(JSON.stringify(canonical)), () => `k${KEY_VERSION}:${sha256(canonicalJson(canonical))}`);
}

const keys = remember<StepKey>(4000);
