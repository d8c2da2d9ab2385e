import type { Json } from '../../core/index.ts';
import { anthropicError, anthropicErrorBody } from './anthropic-errors.ts';
import { at, type Body, bodyOf, listOf, parseJson, textOf } from './body.ts';
import { deltaFrames } from './tokens.ts';
import type { Frame, Question, Reply, Wire } from './wire.ts';

/** Anthropic's messages: docs.claude.com/en/api/messages, messages-streaming. A forced tool is answered as its input. */
export const anthropic: Wire = {
  format: 'anthropic',
  framing: 'events',
  question: (body, _, hash) => ({
    model: textOf(body['model'], 'fake'),
    body,
    hash,
    schema:
      at(body, 'output_config', 'format', 'schema') ??
      at(body, 'output_format', 'schema') ??
      bodyOf(forcedTool(body))['input_schema'],
    prompt: JSON.stringify([body['tools'] ?? [], body['system'] ?? [], body['messages'] ?? []]),
  }),
  streams: (body) => body['stream'] === true,
  whole: (reply, asked) => ({
    ...headOf(asked),
    content: reply.end === 'refusal' ? [] : [...thinkingOf(reply), blockOf(reply, asked)],
    ...stopOf(reply, asked),
    usage: { ...inputUsage(reply), ...outputUsage(reply) },
  }),
  frames,
  error: anthropicError,
  status: (status, error) =>
    typeof error === 'string'
      ? anthropicErrorBody('api_error', error)
      : anthropicErrorBody(error['type'] ?? 'api_error', error['message'] ?? `fault ${status}`),
  errorFrame: ({ body }) => ({ part: 'tail', event: 'error', data: JSON.stringify(body), outputTokens: 0 }),
};

function forcedTool(body: Body): Json | undefined {
  const name = at(body, 'tool_choice', 'name');
  const only = listOf(body['tools']).length === 1 && at(body, 'tool_choice', 'type') === 'any';
  return listOf(body['tools']).find((tool) => only || (name !== undefined && bodyOf(tool)['name'] === name));
}

function headOf({ model, hash }: Question): Body {
  return { id: `msg_${hash.slice(0, 24)}`, type: 'message', role: 'assistant', model };
}

function thinkingOf({ thinking }: Reply): readonly Json[] {
  return thinking === undefined ? [] : [{ type: 'thinking', thinking, signature: 'c2lnbmF0dXJl' }];
}

/** The input of the forced tool, as far as it is an object; else text. */
function blockOf({ text }: Reply, asked: Question): Json {
  const tool = forcedTool(asked.body);
  const input = parseJson(text);
  if (tool === undefined || input === null || typeof input !== 'object') return { type: 'text', text };
  return { ...toolOf(tool, asked), input };
}

function toolOf(tool: Json, { hash }: Question): Body {
  return { type: 'tool_use', id: `toolu_${hash.slice(0, 24)}`, name: textOf(bodyOf(tool)['name']) };
}

function stopOf({ end }: Reply, { body }: Question): Body {
  const whole = forcedTool(body) === undefined ? 'end_turn' : 'tool_use';
  const reason = {
    length: 'max_tokens',
    refusal: 'refusal',
    stop: whole,
    'content-filter': whole,
    'prompt-blocked': whole,
  };
  return { stop_reason: reason[end], stop_sequence: null };
}

function inputUsage({ usage }: Reply): Body {
  const { inputTokens, cachedTokens, cacheWriteTokens, cacheWriteHourTokens } = usage;
  const written = cacheWriteTokens + cacheWriteHourTokens;
  return {
    input_tokens: inputTokens - cachedTokens - written,
    cache_creation_input_tokens: written,
    cache_read_input_tokens: cachedTokens,
    cache_creation: {
      ephemeral_5m_input_tokens: cacheWriteTokens,
      ephemeral_1h_input_tokens: cacheWriteHourTokens,
    },
    service_tier: 'standard',
  };
}

function outputUsage({ usage }: Reply): Body {
  const { outputTokens, reasoningTokens } = usage;
  return {
    output_tokens: outputTokens,
    ...(reasoningTokens > 0 ? { output_tokens_details: { thinking_tokens: reasoningTokens } } : {}),
  };
}

function frames(reply: Reply, asked: Question): readonly Frame[] {
  const message = { ...headOf(asked), content: [], stop_reason: null, stop_sequence: null };
  const thinking = reply.thinking !== undefined;
  const usage = { ...inputUsage(reply), ...outputUsage(reply) };
  return [
    frame('head', 'message_start', { message: { ...message, usage: { ...inputUsage(reply), output_tokens: 1 } } }),
    ...(thinking ? thinkingFrames(reply.thinking) : []),
    frame('head', 'ping', {}),
    ...(reply.end === 'refusal' ? [] : textFrames(reply, asked, thinking ? 1 : 0)),
    frame('tail', 'message_delta', { delta: stopOf(reply, asked), usage }),
    frame('tail', 'message_stop', {}),
  ];
}

function thinkingFrames(thinking: string): readonly Frame[] {
  const delta = (fields: Body): Body => ({ index: 0, delta: fields });
  return [
    frame('head', 'content_block_start', {
      index: 0,
      content_block: { type: 'thinking', thinking: '', signature: '' },
    }),
    ...deltaFrames(thinking, (piece) =>
      eventOf('content_block_delta', delta({ type: 'thinking_delta', thinking: piece })),
    ),
    frame('delta', 'content_block_delta', delta({ type: 'signature_delta', signature: 'c2lnbmF0dXJl' })),
    frame('delta', 'content_block_stop', { index: 0 }),
  ];
}

function textFrames({ text }: Reply, asked: Question, index: number): readonly Frame[] {
  const tool = forcedTool(asked.body);
  const start = tool === undefined ? { type: 'text', text: '' } : { ...toolOf(tool, asked), input: {} };
  const delta = (piece: string): Body =>
    tool === undefined ? { type: 'text_delta', text: piece } : { type: 'input_json_delta', partial_json: piece };
  return [
    frame('head', 'content_block_start', { index, content_block: start }),
    ...deltaFrames(text, (piece) => eventOf('content_block_delta', { index, delta: delta(piece) })),
    frame('tail', 'content_block_stop', { index }),
  ];
}

function frame(part: Frame['part'], type: string, fields: Body): Frame {
  return { part, outputTokens: 0, ...eventOf(type, fields) };
}

function eventOf(type: string, fields: Body): Pick<Frame, 'event' | 'data'> {
  return { event: type, data: JSON.stringify({ type, ...fields }) };
}
