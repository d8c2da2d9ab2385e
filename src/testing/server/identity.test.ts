import { expect, onTestFinished, test } from 'vitest';
import { type Pretended, startFaultServer } from '../index.ts';
import { fetchPieces } from './fixtures/fetch-pieces.ts';

const MODELS = [{ id: 'one:8b', context: 4096 }];

async function get(
  pretend: Pretended,
  path: string,
  { body, headers }: { body?: object; headers?: Record<string, string> } = {},
) {
  const server = await startFaultServer({ pretend, models: MODELS });
  onTestFinished(() => server.close());
  const { status, text } = await fetchPieces(`${server.url}${path}`, body, headers === undefined ? {} : { headers });
  return [status, text.startsWith('{') ? (JSON.parse(text) as unknown) : text];
}

const id = { id: 'one:8b' };
test.each<[Pretended, string, unknown]>([
  ['any', '/v1/models', { object: 'list', data: [{ ...id, object: 'model' }] }],
  ['anthropic', '/v1/models', { data: [{ ...id, type: 'model' }], has_more: false, last_id: 'one:8b' }],
  ['google', '/v1beta/models', { models: [{ name: 'models/one:8b', inputTokenLimit: 4096 }] }],
  ['mistral', '/v1/models', { data: [{ ...id, max_context_length: 4096, owned_by: 'mistralai' }] }],
  ['ollama', '/', 'Ollama is running'],
  ['ollama', '/api/version', { version: expect.stringMatching(/^\d+\.\d+/) }],
  ['ollama', '/api/tags', { models: [{ name: 'one:8b', details: { format: 'gguf' } }] }],
  ['ollama', '/v1/models', { data: [{ ...id, owned_by: 'library' }] }],
  ['lm-studio', '/api/v1/models', { models: [{ key: 'one:8b', type: 'llm', loaded_instances: [{ id: 'one:8b' }] }] }],
  ['lm-studio', '/api/v0/models', { data: [{ ...id, state: 'loaded', max_context_length: 4096 }] }],
  ['llama-server', '/health', { status: 'ok' }],
  ['llama-server', '/props', { default_generation_settings: { n_ctx: 4096 }, model_path: 'one:8b.gguf' }],
  ['llama-server', '/v1/models', { data: [{ owned_by: 'llamacpp', meta: { n_ctx_train: 4096 } }] }],
])('as %s, %s says what it is', async (pretend, path, told) => {
  const [status, body] = await get(pretend, path);
  expect(status).toBe(200);
  if (typeof told === 'string') expect(body).toBe(told);
  else expect(body).toMatchObject(told as object);
});

test('Anthropic lists its models to who names a version', async () => {
  const [, body] = await get('any', '/v1/models', { headers: { 'anthropic-version': '2023-06-01' } });
  expect(body).toMatchObject({ data: [{ type: 'model', ...id }], first_id: 'one:8b' });
});

test('Ollama shows a model that it has, and says that it has no other', async () => {
  expect(await get('ollama', '/api/show', { body: { model: 'one:8b' } })).toMatchObject([
    200,
    { model_info: { 'qwen3.context_length': 4096 } },
  ]);
  expect(await get('ollama', '/api/show', { body: { model: 'two' } })).toEqual([
    404,
    { error: "model 'two' not found" },
  ]);
});

test.each<[Pretended, string, unknown]>([
  ['lm-studio', '/api/version', [200, { error: 'Unexpected endpoint or method. (GET /api/version)' }]],
  ['lm-studio', '/health', [200, expect.anything()]],
  ['llama-server', '/api/version', [404, { error: { code: 404, message: 'File Not Found', type: 'not_found_error' } }]],
  ['ollama', '/health', [404, '404 page not found']],
  ['ollama', '/api/v1/models', [404, '404 page not found']],
  ['openai', '/api/tags', [404, expect.anything()]],
  ['any', '/props', [404, expect.anything()]],
  ['anthropic', '/v1beta/models', [404, { type: 'error', error: { type: 'not_found_error', message: 'Not Found' } }]],
])('as %s, %s is not there, in its own way', async (pretend, path, told) => {
  expect(await get(pretend, path)).toEqual(told);
});
