import { afterEach, expect, test } from 'vitest';
import { KEY } from './fixtures/asking.ts';
import { json, startWire, type WireServer } from './fixtures/wire-server.ts';
import { makeProvider, type ProviderPackage } from './make.ts';

let server: WireServer | undefined;
afterEach(() => server?.close());

const NEVER = new AbortController().signal;

test.each<[string, ProviderPackage, string, Readonly<Record<string, unknown>>, unknown]>([
  [
    'OpenAI',
    '@ai-sdk/openai',
    '/v1',
    { '/v1/models': { object: 'list', data: [{ id: 'gpt-5', object: 'model' }, { id: 'o3' }] } },
    [{ id: 'gpt-5' }, { id: 'o3' }],
  ],
  [
    'servers that say how much a model reads, each in its own way',
    '@ai-sdk/openai-compatible',
    '/v1/',
    {
      '/v1/models': {
        data: [
          { id: 'openrouter', context_length: 1 },
          { id: 'vllm', max_model_len: 2 },
          { id: 'lm-studio', loaded_context_length: 3 },
          { id: 'llama.cpp', meta: { n_ctx_train: 4 } },
          { nothing: true },
        ],
      },
    },
    [
      { id: 'openrouter', context: 1 },
      { id: 'vllm', context: 2 },
      { id: 'lm-studio', context: 3 },
      { id: 'llama.cpp', context: 4 },
    ],
  ],
  ['a bare list', '@ai-sdk/openai-compatible', '/v1', { '/v1/models': [{ id: 'one' }] }, [{ id: 'one' }]],
  [
    'Mistral',
    '@ai-sdk/mistral',
    '/v1',
    { '/v1/models': { data: [{ id: 'mistral-large', max_context_length: 131_072 }] } },
    [{ id: 'mistral-large', context: 131_072 }],
  ],
  [
    'Anthropic, in pages',
    '@ai-sdk/anthropic',
    '/v1',
    {
      '/v1/models?limit=1000': { data: [{ id: 'claude-1', type: 'model' }], has_more: true, last_id: 'claude-1' },
      '/v1/models?limit=1000&after_id=claude-1': { data: [{ id: 'claude-2', max_input_tokens: 9 }], has_more: false },
    },
    [{ id: 'claude-1' }, { id: 'claude-2', context: 9 }],
  ],
  [
    'Google, in pages, those that write',
    '@ai-sdk/google',
    '/v1beta',
    {
      '/v1beta/models?pageSize=1000': {
        models: [
          { name: 'models/gemini', inputTokenLimit: 1_048_576, supportedGenerationMethods: ['generateContent'] },
          { name: 'models/embedding', supportedGenerationMethods: ['embedContent'] },
        ],
        nextPageToken: 'two',
      },
      '/v1beta/models?pageSize=1000&pageToken=two': { models: [{ name: 'models/gemma' }] },
    },
    [{ id: 'gemini', context: 1_048_576 }, { id: 'gemma' }],
  ],
  ['Ollama', 'ollama', '', { '/api/tags': { models: [{ name: 'qwen3:8b', size: 1 }] } }, [{ id: 'qwen3:8b' }]],
])('%s', async (_, npm, base, bodies, models) => {
  server = await startWire(({ path }, response) => json(response, { body: bodies[path] ?? { error: 'not here' } }));
  const provider = makeProvider({ name: 'p', npm, baseURL: server.url + base, apiKey: KEY, models: new Map() });
  expect(await provider.listModels?.(NEVER)).toEqual(models);
  expect(server.requests.map(({ path }) => path)).toEqual(Object.keys(bodies));
  expect(JSON.stringify(server.requests[0]?.headers)).toContain(KEY);
});

test('faults are those of an answer', async () => {
  server = await startWire(({ path }, response) => {
    if (path === '/a/models') json(response, { status: 401, body: { error: { message: `bad key ${KEY}` } } });
    else if (path === '/b/models') response.end('<html>');
    else if (path === '/c/models') json(response, { status: 429, body: {}, headers: { 'retry-after': '3' } });
    else response.destroy();
  });
  const url = server.url;
  const errors = await Promise.all(
    ['a', 'b', 'c', 'd'].map((base) => {
      const npm = '@ai-sdk/openai-compatible';
      const provider = makeProvider({ name: 'p', npm, baseURL: `${url}/${base}`, apiKey: KEY, models: new Map() });
      return provider.listModels?.(NEVER).catch((error: unknown) => error);
    }),
  );
  expect(errors).toMatchObject([
    { code: 'model/unauthorized', message: expect.not.stringContaining(KEY) },
    { code: 'model/rejected' },
    { code: 'model/rate-limited', headers: { 'retry-after': '3' } },
    { code: 'model/unreachable' },
  ]);
});

test('a server that gives the same page for ever is left', async () => {
  server = await startWire((_, response) => json(response, { body: { models: [], nextPageToken: 'again' } }));
  const npm = '@ai-sdk/google';
  await makeProvider({ name: 'p', npm, baseURL: server.url, models: new Map() }).listModels?.(NEVER);
  expect(server.requests.length).toBeLessThan(50);
});
