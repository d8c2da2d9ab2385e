import type { Json } from '../../core/index.ts';
import { at, type Body, textOf } from './body.ts';
import { mistralError, mistralErrorBody } from './mistral-errors.ts';
import { openaiError } from './openai-errors.ts';
import { deltaFrames } from './tokens.ts';
import type { Frame, Question, Reply, Wire } from './wire.ts';

const CREATED = 1_700_000_000;

/** OpenAI's chat completions: platform.openai.com/docs/api-reference/chat. Local servers and gateways speak it too. */
export const openaiChat: Wire = {
  format: 'openai-chat',
  framing: 'events',
  question,
  streams,
  whole: (reply, asked) => ({
    ...headOf(asked, 'chat.completion'),
    choices: [{ index: 0, message: openaiMessage(reply), logprobs: null, finish_reason: finishOf(reply) }],
    usage: usageOf(reply),
  }),
  frames: openaiFrames,
  error: (error, context) => openaiError(error, context, 'chat'),
  status: (status, error) =>
    typeof error === 'string' ? { error: { message: error } } : { error: { message: `fault ${status}`, ...error } },
  errorFrame: ({ body }) => ({ part: 'tail', data: JSON.stringify(body), outputTokens: 0 }),
};

/** Mistral's chat completions: docs.mistral.ai/api. Thinking is a part of the content, usage always in the last chunk. */
export const mistralChat: Wire = {
  ...openaiChat,
  format: 'mistral',
  whole: (reply, asked) => ({
    ...headOf(asked, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: mistralContent(reply), tool_calls: null },
        finish_reason: finishOf(reply),
      },
    ],
    usage: usageOf(reply),
  }),
  frames: mistralFrames,
  error: mistralError,
  status: (status, error) =>
    typeof error === 'string' ? mistralErrorBody(error) : mistralErrorBody(error['message'] ?? `fault ${status}`),
};

function question(body: Body, _: string | undefined, hash: string): Question {
  const schema = at(body, 'response_format', 'json_schema', 'schema');
  return { model: textOf(body['model'], 'fake'), body, hash, schema, prompt: JSON.stringify(body['messages'] ?? []) };
}

function streams(body: Body): boolean {
  return body['stream'] === true;
}

function headOf({ model, hash }: Question, object: string): Body {
  return { id: `chatcmpl-${hash.slice(0, 24)}`, object, created: CREATED, model };
}

function openaiMessage({ text, thinking, end }: Reply): Json {
  const refused = end === 'refusal';
  return {
    role: 'assistant',
    content: refused ? null : text,
    refusal: refused ? text : null,
    ...(thinking === undefined ? {} : { reasoning_content: thinking }),
  };
}

function mistralContent({ text, thinking }: Reply): Json {
  return thinking === undefined ? text : [thought(thinking), { type: 'text', text }];
}

function thought(text: string): Json {
  return { type: 'thinking', thinking: [{ type: 'text', text }] };
}

function finishOf({ end }: Reply): string {
  if (end === 'content-filter') return 'content_filter';
  return end === 'length' ? 'length' : 'stop';
}

function usageOf({ usage }: Reply): Json {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedTokens },
    completion_tokens_details: { reasoning_tokens: usage.reasoningTokens },
  };
}

function openaiFrames(reply: Reply, asked: Question): readonly Frame[] {
  const head = headOf(asked, 'chat.completion.chunk');
  const data = (delta: Json, finish: string | null = null): string =>
    JSON.stringify({ ...head, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] });
  const field = reply.end === 'refusal' ? 'refusal' : 'content';
  const usage = at(asked.body, 'stream_options', 'include_usage') === true;
  return [
    { part: 'head', data: data({ role: 'assistant', content: '' }), outputTokens: 0 },
    ...deltaFrames(reply.thinking ?? '', (piece) => ({ data: data({ reasoning_content: piece }) })),
    ...deltaFrames(reply.text, (piece) => ({ data: data({ [field]: piece }) })),
    { part: 'tail', data: data({}, finishOf(reply)), outputTokens: 0 },
    ...(usage ? [tail(JSON.stringify({ ...head, choices: [], usage: usageOf(reply) }))] : []),
    tail('[DONE]'),
  ];
}

function mistralFrames(reply: Reply, asked: Question): readonly Frame[] {
  const head = headOf(asked, 'chat.completion.chunk');
  const data = (content: Json, finish: string | null = null, more: Body = {}): string =>
    JSON.stringify({
      ...head,
      choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finish }],
      ...more,
    });
  return [
    { part: 'head', data: data(''), outputTokens: 0 },
    ...deltaFrames(reply.thinking ?? '', (piece) => ({ data: data([thought(piece)]) })),
    ...deltaFrames(reply.text, (piece) => ({ data: data(piece) })),
    tail(data('', finishOf(reply), { usage: usageOf(reply) })),
    tail('[DONE]'),
  ];
}

function tail(data: string): Frame {
  return { part: 'tail', data, outputTokens: 0 };
}
