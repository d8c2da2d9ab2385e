import { describe, expect, test } from 'vitest';
import { askOnce, REQUEST } from './fixtures/asking.ts';
import { stream } from './fixtures/wire-server.ts';
import { TEXT, WIRES, type Wire } from './fixtures/wires.ts';
import type { ProviderSpec } from './make.ts';
import { fieldsOf } from './said.ts';
import type { WireModel } from './wire-model.ts';

/*
 * What we rely on from the packages of the AI SDK. A new version that changes a request or loses a count fails here first.
 */

const { schema } = REQUEST;
const SYSTEM = 'You write.';
const QUESTION = 'A title, please.';
const WRITTEN = `You write.\n\nAnswer with one JSON value and nothing else. It must match this JSON Schema:\n${JSON.stringify(
  {
    additionalProperties: false,
    properties: { title: { description: 'Two words at most.', type: 'string' } },
    required: ['title'],
    type: 'object',
  },
)}`;

describe('the body that is sent', () => {
  test.each<[string, WireModel, unknown]>([
    [
      'OpenAI responses',
      {},
      {
        model: 'm',
        input: [
          { role: 'system', content: SYSTEM },
          { role: 'user', content: [{ type: 'input_text', text: QUESTION }] },
        ],
        temperature: 0.5,
        max_output_tokens: 900,
        text: { format: { type: 'json_schema', strict: true, name: 'story_title', schema } },
        store: false,
        prompt_cache_key: expect.stringMatching(/^[\da-f]{32}$/),
        stream: true,
      },
    ],
    [
      'OpenAI responses',
      { structuredOutput: 'json_object', reasoning: true },
      {
        model: 'm',
        input: [
          { role: 'developer', content: WRITTEN },
          { role: 'user', content: [{ type: 'input_text', text: QUESTION }] },
        ],
        max_output_tokens: 900,
        text: { format: { type: 'json_object' } },
        store: false,
        include: ['reasoning.encrypted_content'],
        prompt_cache_key: expect.any(String),
        stream: true,
      },
    ],
    [
      'OpenAI chat',
      {},
      {
        model: 'm',
        messages: [
          { role: 'system', content: SYSTEM },
          { role: 'user', content: QUESTION },
        ],
        temperature: 0.5,
        max_tokens: 900,
        response_format: { type: 'json_schema', json_schema: { strict: true, name: 'story_title', schema } },
        store: false,
        prompt_cache_key: expect.any(String),
        stream: true,
        stream_options: { include_usage: true },
      },
    ],
    [
      'Anthropic',
      { promptCache: 'explicit' },
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 900,
        temperature: 0.5,
        system: [{ type: 'text', text: SYSTEM, cache_control: { type: 'ephemeral' } }],
        messages: [{ role: 'user', content: [{ type: 'text', text: QUESTION, cache_control: { type: 'ephemeral' } }] }],
        output_config: { format: { type: 'json_schema', schema } },
        stream: true,
      },
    ],
    [
      'Anthropic',
      { structuredOutput: 'json_object' },
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 900,
        temperature: 0.5,
        system: [{ type: 'text', text: WRITTEN }],
        messages: [{ role: 'user', content: [{ type: 'text', text: QUESTION }] }],
        stream: true,
      },
    ],
    [
      'Google',
      {},
      {
        systemInstruction: { parts: [{ text: SYSTEM }] },
        contents: [{ role: 'user', parts: [{ text: QUESTION }] }],
        generationConfig: {
          maxOutputTokens: 900,
          temperature: 0.5,
          responseMimeType: 'application/json',
          responseJsonSchema: schema,
        },
      },
    ],
    [
      'Google',
      { structuredOutput: 'json_object' },
      {
        systemInstruction: { parts: [{ text: WRITTEN }] },
        contents: [{ role: 'user', parts: [{ text: QUESTION }] }],
        generationConfig: { maxOutputTokens: 900, temperature: 0.5, responseMimeType: 'application/json' },
      },
    ],
    [
      'Mistral',
      {},
      {
        model: 'm',
        messages: [
          { role: 'system', content: SYSTEM },
          { role: 'user', content: [{ type: 'text', text: QUESTION }] },
        ],
        temperature: 0.5,
        max_tokens: 900,
        response_format: { type: 'json_schema', json_schema: { strict: true, name: 'story_title', schema } },
        stream: true,
      },
    ],
    [
      'Mistral',
      { structuredOutput: 'json_object' },
      {
        model: 'm',
        messages: [
          { role: 'system', content: `${WRITTEN}\n\nYou MUST answer with JSON.` },
          { role: 'user', content: [{ type: 'text', text: QUESTION }] },
        ],
        temperature: 0.5,
        max_tokens: 900,
        response_format: { type: 'json_object' },
        stream: true,
      },
    ],
    [
      'OpenAI-compatible',
      { structuredOutput: 'none' },
      {
        model: 'm',
        messages: [
          { role: 'system', content: WRITTEN },
          { role: 'user', content: QUESTION },
        ],
        temperature: 0.5,
        max_tokens: 900,
        stream: true,
        stream_options: { include_usage: true },
      },
    ],
  ])('to %s, for a model that is %o', async (name, model, body) => {
    const sent = await bodySent(name, { models: new Map([[wireOf(name).model, model]]) });
    expect(sent).toEqual(body);
  });

  test('to Anthropic it always has our own output limit', async () => {
    const { server } = await askOnce(wireOf('Anthropic'), answered('Anthropic'), { request: { params: {} } });
    expect(server.requests[0]?.body).toMatchObject({ max_tokens: 8192 });
  });

  test('a model of Anthropic that the package does not know is given the schema as a tool, and its input is the answer', async () => {
    const wire = { ...wireOf('Anthropic'), model: 'm' };
    const events = wire.events
      .join('')
      .replace('{"type":"text","text":""}', '{"type":"tool_use","id":"t","name":"json","input":{}}')
      .replaceAll(/\{"type":"text_delta","text":/g, '{"type":"input_json_delta","partial_json":')
      .replace('"end_turn"', '"tool_use"');
    const { outcome, server } = await askOnce(wire, (response) => stream(response, events));
    expect(server.requests[0]?.body).toMatchObject({ tools: [{ name: 'json', input_schema: schema }] });
    expect(outcome).toMatchObject({ text: TEXT, finishReason: 'stop' });
  });

  test.each(Object.keys(WIRES))('to %s, the call decides how to ask for the shape', async (name) => {
    const { server } = await askOnce(wireOf(name), answered(name), { call: { structuredOutput: 'none' } });
    const sent = JSON.stringify(server.requests[0]?.body);
    expect(sent).toContain('It must match this JSON Schema');
    expect(sent).not.toMatch(/response_format|output_config|responseJsonSchema|responseMimeType|json_object|"format"/);
  });

  test.each(Object.keys(WIRES))('to %s, the words of the request are whole, and the same again', async (name) => {
    const words = ['First rule.', 'Second rule: “quoted” & <b>.', 'A line\n\n  with spaces  ', 'Answer now.'];
    const messages = words.map((content, index) => ({
      role: index === 0 ? ('system' as const) : roleOf(index),
      content,
    }));
    const texts: string[] = [];
    for (const structuredOutput of [undefined, 'json_object', 'none'] as const) {
      const call = structuredOutput === undefined ? {} : { structuredOutput };
      const { server } = await askOnce(wireOf(name), answered(name), { request: { messages }, call });
      const sent = JSON.stringify(server.requests[0]?.body);
      texts.push(sent);
      for (const word of [...words, 'Two words at most.'])
        expect(sent).toContain(JSON.stringify(word.trim()).slice(1, -1));
    }
    const { server } = await askOnce(wireOf(name), answered(name), { request: { messages } });
    expect(JSON.stringify(server.requests[0]?.body)).toBe(texts[0]);
  });

  test('to OpenAI, requests that begin alike have one cache key', async () => {
    const keyOf = async (system: string, question: string): Promise<unknown> => {
      const messages = [
        { role: 'system' as const, content: system },
        { role: 'user' as const, content: question },
      ];
      const { server } = await askOnce(wireOf('OpenAI responses'), answered('OpenAI responses'), {
        request: { messages },
      });
      return fieldsOf(server.requests[0]?.body)['prompt_cache_key'];
    };
    const first = await keyOf('Bible.', 'One?');
    expect(await keyOf('Bible.', 'Two?')).toBe(first);
    expect(await keyOf('Another bible.', 'One?')).not.toBe(first);
  });

  test('more headers are sent, and how the key is told', async () => {
    const spec = { headers: { 'x-more': 'yes' } };
    const keys: unknown[] = [];
    for (const [name, wire] of Object.entries(WIRES)) {
      const { server } = await askOnce(wire, answered(name), { spec: { ...spec, apiKey: 'k' } });
      const sent = fieldsOf(server.requests[0]?.headers);
      expect(sent['x-more']).toBe('yes');
      keys.push(sent['authorization'] ?? sent['x-api-key'] ?? sent['x-goog-api-key']);
    }
    expect(keys).toEqual(['Bearer k', 'Bearer k', 'k', 'k', 'Bearer k', 'Bearer k']);
  });
});

describe('tokens', () => {
  test.each([
    ['OpenAI responses', { reasoningTokens: 20 }],
    ['OpenAI chat', { reasoningTokens: 20 }],
    ['Anthropic', { cacheWriteTokens: 60, cacheWriteHourTokens: 40 }],
    ['Google', { reasoningTokens: 20 }],
    ['Mistral', {}],
    ['OpenAI-compatible', { reasoningTokens: 20 }],
  ])('of %s in all their parts', async (name, parts) => {
    const { outcome } = await askOnce(wireOf(name), answered(name));
    expect(outcome.usage).toEqual({ inputTokens: 1000, outputTokens: 50, cachedTokens: 700, ...parts });
  });

  test('a server that counts nothing gives zeros', async () => {
    const wire = wireOf('OpenAI-compatible');
    const events = wire.events.filter((event) => !event.includes('"usage"')).join('');
    const { outcome } = await askOnce(wire, (response) => stream(response, events));
    expect(outcome).toMatchObject({ text: TEXT, usage: { inputTokens: 0, outputTokens: 0, cachedTokens: 0 } });
  });
});

function bodySent(name: string, spec: Partial<ProviderSpec>): Promise<unknown> {
  return askOnce(wireOf(name), answered(name), { spec }).then(({ server }) => server.requests[0]?.body);
}

function answered(name: string): Parameters<typeof askOnce>[1] {
  return (response) => stream(response, wireOf(name).events.join(''));
}

function wireOf(name: string): Wire {
  const wire = WIRES[name];
  if (wire === undefined) throw new Error(`no wire ${name}`);
  return wire;
}

function roleOf(index: number): 'user' | 'assistant' {
  return index % 2 === 1 ? 'user' : 'assistant';
}
