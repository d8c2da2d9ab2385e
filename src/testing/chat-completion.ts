import type { Json } from '../core/index.ts';
import { answerForSchema } from './answer-schema.ts';

/** A chat completion request as it came over the wire, as far as the fake server reads it. */
export interface ChatRequest {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: Json }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema?: Json } };
  readonly [field: string]: unknown;
}

/** What the assistant's turn holds and why it ended. */
export interface Reply {
  readonly content: string | null;
  readonly refusal?: string;
  readonly finishReason?: 'stop' | 'length' | 'content_filter';
}

/** The text of a request's answer: made from its schema if it has one, the same for the same request. */
export function defaultAnswer(request: ChatRequest, hash: string): string {
  const schema = request.response_format?.json_schema?.schema;
  return JSON.stringify(
    schema === undefined ? { answer: `Answer ${hash.slice(0, 8)}.` } : answerForSchema(schema, hash),
  );
}

/** A response of OpenAI's chat completions, with about a token for four characters. */
export function chatCompletion(
  { content, refusal, finishReason = 'stop' }: Reply,
  { model, hash, promptChars }: { readonly model: string; readonly hash: string; readonly promptChars: number },
): Json {
  const prompt = Math.max(1, Math.ceil(promptChars / 4));
  const completion = Math.max(1, Math.ceil((content ?? refusal ?? '').length / 4));
  return {
    id: `chatcmpl-${hash.slice(0, 24)}`,
    object: 'chat.completion',
    created: 1_700_000_000,
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content, refusal: refusal ?? null }, finish_reason: finishReason },
    ],
    usage: {
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
      // OpenAI caches prefixes of 1024 tokens and more, in steps of 128; half of a long prompt is a plausible share.
      prompt_tokens_details: { cached_tokens: prompt < 2048 ? 0 : Math.floor(prompt / 256) * 128 },
    },
  };
}
