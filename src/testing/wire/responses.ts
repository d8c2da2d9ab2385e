import type { Json } from '../../core/index.ts';
import { at, type Body, bodyOf, textOf } from './body.ts';
import { openaiChat } from './chat.ts';
import { openaiError } from './openai-errors.ts';
import { deltaFrames } from './tokens.ts';
import type { Frame, Question, Reply, Wire } from './wire.ts';

/** OpenAI's Responses: platform.openai.com/docs/api-reference/responses, responses-streaming. */
export const openaiResponses: Wire = {
  format: 'openai-responses',
  framing: 'events',
  question: (body, _, hash) => ({
    model: textOf(body['model'], 'fake'),
    body,
    hash,
    schema: at(body, 'text', 'format', 'schema'),
    prompt: `${textOf(body['instructions'])}${JSON.stringify(body['input'] ?? [])}`,
  }),
  streams: (body) => body['stream'] === true,
  whole: (reply, asked) => responseOf(reply, asked, endedState(reply)),
  frames,
  error: (error, context) => openaiError(error, context, 'responses'),
  status: openaiChat.status,
  // The documented event has the fields at its top: api-reference/responses-streaming/error.
  errorFrame: ({ body }) => ({
    part: 'tail',
    event: 'error',
    data: JSON.stringify({
      type: 'error',
      sequence_number: 99,
      code: at(body, 'error', 'code') ?? at(body, 'error', 'type') ?? 'server_error',
      message: at(body, 'error', 'message') ?? 'fault',
      param: at(body, 'error', 'param') ?? null,
    }),
    outputTokens: 0,
  }),
};

interface State {
  readonly status: 'in_progress' | 'completed' | 'incomplete';
  readonly reason?: string;
}

function endedState({ end }: Reply): State {
  if (end === 'length') return { status: 'incomplete', reason: 'max_output_tokens' };
  if (end === 'content-filter') return { status: 'incomplete', reason: 'content_filter' };
  return { status: 'completed' };
}

function responseOf(reply: Reply, asked: Question, { status, reason }: State): Body {
  const running = status === 'in_progress';
  return {
    id: idOf('resp', asked),
    object: 'response',
    created_at: 1_700_000_000,
    status,
    error: null,
    incomplete_details: reason === undefined ? null : { reason },
    model: asked.model,
    output: running ? [] : [...reasoningOf(reply, asked), messageOf(reply, asked, status)],
    usage: running ? null : usageOf(reply),
    ...{ service_tier: 'default', metadata: {}, store: false, previous_response_id: null },
  };
}

function idOf(prefix: string, { hash }: Question): string {
  return `${prefix}_${hash.slice(0, 32)}`;
}

function reasoningOf({ thinking }: Reply, asked: Question): readonly Body[] {
  if (thinking === undefined) return [];
  return [{ id: idOf('rs', asked), type: 'reasoning', summary: [{ type: 'summary_text', text: thinking }] }];
}

function messageOf(reply: Reply, asked: Question, status: string): Body {
  return { id: idOf('msg', asked), type: 'message', status, role: 'assistant', content: [partOf(reply, reply.text)] };
}

function partOf({ end }: Reply, text: string): Body {
  return end === 'refusal'
    ? { type: 'refusal', refusal: text }
    : { type: 'output_text', text, annotations: [], logprobs: [] };
}

function usageOf({ usage }: Reply): Json {
  return {
    input_tokens: usage.inputTokens,
    input_tokens_details: { cached_tokens: usage.cachedTokens },
    output_tokens: usage.outputTokens,
    output_tokens_details: { reasoning_tokens: usage.reasoningTokens },
    total_tokens: usage.inputTokens + usage.outputTokens,
  };
}

function frames(reply: Reply, asked: Question): readonly Frame[] {
  let sequence = 0;
  const event = (type: string, fields: Body): Pick<Frame, 'event' | 'data'> => {
    const data = JSON.stringify({ type, sequence_number: sequence, ...fields });
    sequence += 1;
    return { event: type, data };
  };
  const frame = (part: Frame['part'], type: string, fields: Body): Frame => ({
    part,
    outputTokens: 0,
    ...event(type, fields),
  });
  const begun = { response: responseOf(reply, asked, { status: 'in_progress' }) };
  const ended = endedState(reply);
  return [
    frame('head', 'response.created', begun),
    frame('head', 'response.in_progress', begun),
    ...reasoningFrames(reply, asked, frame, event),
    ...messageFrames(reply, asked, frame, event),
    frame('tail', `response.${ended.status}`, { response: responseOf(reply, asked, ended) }),
  ];
}

type MakeFrame = (part: Frame['part'], type: string, fields: Body) => Frame;
type MakeEvent = (type: string, fields: Body) => Pick<Frame, 'event' | 'data'>;

function reasoningFrames(reply: Reply, asked: Question, frame: MakeFrame, event: MakeEvent): readonly Frame[] {
  return reasoningOf(reply, asked).flatMap((item) => {
    const place = { item_id: textOf(item['id']), output_index: 0, summary_index: 0 };
    const text = reply.thinking ?? '';
    const type = 'response.reasoning_summary';
    return [
      frame('head', 'response.output_item.added', { output_index: 0, item: { ...item, summary: [] } }),
      frame('head', `${type}_part.added`, { ...place, part: { type: 'summary_text', text: '' } }),
      ...deltaFrames(text, (delta) => event(`${type}_text.delta`, { ...place, delta })),
      frame('delta', `${type}_text.done`, { ...place, text }),
      frame('delta', `${type}_part.done`, { ...place, part: { type: 'summary_text', text } }),
      frame('delta', 'response.output_item.done', { output_index: 0, item }),
    ];
  });
}

function messageFrames(reply: Reply, asked: Question, frame: MakeFrame, event: MakeEvent): readonly Frame[] {
  const index = { output_index: reply.thinking === undefined ? 0 : 1 };
  const item = messageOf(reply, asked, endedState(reply).status);
  const place = { item_id: textOf(item['id']), ...index, content_index: 0 };
  const type = reply.end === 'refusal' ? 'response.refusal' : 'response.output_text';
  const logprobs: Body = reply.end === 'refusal' ? {} : { logprobs: [] };
  const whole: Body = { [reply.end === 'refusal' ? 'refusal' : 'text']: reply.text };
  return [
    frame('head', 'response.output_item.added', {
      ...index,
      item: { ...bodyOf(item), status: 'in_progress', content: [] },
    }),
    frame('head', 'response.content_part.added', { ...place, part: partOf(reply, '') }),
    ...deltaFrames(reply.text, (delta) => event(`${type}.delta`, { ...place, delta, ...logprobs })),
    frame('tail', `${type}.done`, { ...place, ...whole, ...logprobs }),
    frame('tail', 'response.content_part.done', { ...place, part: partOf(reply, reply.text) }),
    frame('tail', 'response.output_item.done', { ...index, item }),
  ];
}
