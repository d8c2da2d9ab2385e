import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../fixtures/load-models.ts';
import { installedVersion } from './installed.ts';
import { ggufFiles } from './local-models.ts';
import { detectServers } from './servers.ts';

/*
 * None of these servers could be run where this is built: the shapes are those of their documentation.
 */
const OLLAMA = {
  '/api/version': { version: '0.12.6' },
  '/api/tags': { models: [{ name: 'nomic-embed-text:latest' }, { name: 'qwen3:8b', size: 5_200_000_000 }] },
};
const LM_STUDIO = {
  '/api/v1/models': {
    models: [
      { type: 'embedding', key: 'text-embedding-nomic', max_context_length: 2048 },
      {
        type: 'llm',
        key: 'openai/gpt-oss-20b',
        max_context_length: 131_072,
        loaded_instances: [{ id: 'x', config: { context_length: 8192 } }],
      },
    ],
  },
};
const LM_STUDIO_OLD = {
  '/api/v0/models': {
    object: 'list',
    data: [
      { id: 'nomic', type: 'embeddings', state: 'loaded' },
      { id: 'qwen2.5-7b', type: 'llm', state: 'loaded', max_context_length: 32_768, loaded_context_length: 4096 },
    ],
  },
};
const LLAMA_SERVER = {
  '/props': { default_generation_settings: { n_ctx: 4096 }, build_info: 'b6000-abc', model_path: '/m/qwen.gguf' },
  '/v1/models': { object: 'list', data: [{ id: 'qwen.gguf', owned_by: 'llamacpp' }] },
};
const GPT4ALL = { '/v1/models': { object: 'list', data: [{ id: 'Llama 3 8B Instruct', owned_by: 'humanity' }] } };

type Answers = Readonly<Record<string, unknown>>;

/** A fetch that knows these servers by host, refuses all others, and notes what it was asked. */
function fetchOf(servers: Readonly<Record<string, Answers>>): {
  readonly fetch: typeof globalThis.fetch;
  readonly asked: { readonly url: URL; readonly init: RequestInit | undefined }[];
} {
  const asked: { readonly url: URL; readonly init: RequestInit | undefined }[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      asked.push({ url, init });
      const server = servers[url.host];
      if (server === undefined) throw new TypeError('fetch failed');
      const answer = server[url.pathname];
      if (answer === undefined) return new Response('not found', { status: 404 });
      return typeof answer === 'string' ? new Response(answer) : Response.json(answer);
    },
  };
}

test('the four servers are known by what they answer', async () => {
  const { fetch } = fetchOf({
    '127.0.0.1:11434': OLLAMA,
    '127.0.0.1:1234': LM_STUDIO,
    '127.0.0.1:8080': LLAMA_SERVER,
    '127.0.0.1:4891': GPT4ALL,
  });
  expect(await detectServers({ env: {}, fetch })).toEqual([
    { provider: 'ollama', baseURL: 'http://127.0.0.1:11434', models: [{ id: 'qwen3:8b' }], version: '0.12.6' },
    {
      provider: 'lmstudio',
      baseURL: 'http://127.0.0.1:1234/v1',
      models: [{ id: 'openai/gpt-oss-20b', context: 8192 }],
    },
    {
      provider: 'llama-server',
      baseURL: 'http://127.0.0.1:8080/v1',
      models: [{ id: 'qwen.gguf', context: 4096 }],
      version: 'b6000-abc',
    },
    { provider: 'gpt4all', baseURL: 'http://127.0.0.1:4891/v1', models: [{ id: 'Llama 3 8B Instruct' }] },
  ]);
});

test('an older LM Studio, and a llama-server that lists no models, are known too', async () => {
  const { '/props': props } = LLAMA_SERVER;
  const { fetch } = fetchOf({ '127.0.0.1:1234': LM_STUDIO_OLD, '127.0.0.1:8080': { '/props': props } });
  expect((await detectServers({ env: {}, fetch })).map(({ models }) => models)).toEqual([
    [{ id: 'qwen2.5-7b', context: 4096 }],
    [{ id: 'qwen.gguf', context: 4096 }],
  ]);
});

test('what only listens on such a port is no model server', async () => {
  const page = '<!doctype html><title>Jenkins</title>';
  const others: readonly Answers[] = [
    {},
    Object.fromEntries(
      ['/api/version', '/api/tags', '/props', '/v1/models', '/api/v1/models', '/api/v0/models'].map((path) => [
        path,
        page,
      ]),
    ),
    { '/api/version': {}, '/api/tags': [], '/props': null, '/v1/models': { data: [{ id: 'x', owned_by: 'vllm' }] } },
    { '/api/version': { version: '1.0' }, '/api/tags': { models: 'none' }, '/api/v1/models': { models: [{ id: 1 }] } },
  ];
  for (const answers of others) {
    const ports = ['11434', '1234', '8080', '4891'].map((port) => [`127.0.0.1:${port}`, answers]);
    const { fetch } = fetchOf(Object.fromEntries(ports));
    expect(await detectServers({ env: {}, fetch })).toEqual([]);
  }
});

test('only this machine is asked, by GET, with nothing to say, and without following redirects', async () => {
  for (const env of [
    {},
    { OLLAMA_HOST: 'http://gpu-box:11434', LMSTUDIO_BASE_URL: 'https://example.org/v1', LLAMA_SERVER_URL: 'no url' },
    { OLLAMA_HOST: '0.0.0.0:9999', LLAMA_SERVER_URL: 'http://localhost:8000/v1' },
  ]) {
    const { fetch, asked } = fetchOf({});
    await detectServers({ env, fetch });
    expect(asked.length).toBeGreaterThan(0);
    for (const { url, init } of asked) {
      expect(['127.0.0.1', 'localhost']).toContain(url.hostname);
      expect(init?.method ?? 'GET').toBe('GET');
      expect(init?.body).toBeUndefined();
      expect(init?.redirect).toBe('error');
      expect(url.search).toBe('');
    }
  }
});

test('a server that never answers is waited for no longer than it is given', async () => {
  const fetch: typeof globalThis.fetch = (_, init) =>
    new Promise((_, fail) => init?.signal?.addEventListener('abort', () => fail(new Error('aborted'))));
  expect(await detectServers({ env: {}, fetch, timeoutMs: 5 })).toEqual([]);
});

test('a running server is asked when nothing else decides, and the writer writes when it is told not to look', async () => {
  const server = await serve(OLLAMA);
  try {
    const env = { OLLAMA_HOST: `127.0.0.1:${(server.address() as AddressInfo).port}`, SCRIPTGEN_DETECT: '1' };
    const found = await load('', { env });
    expect([found.source, found.modelFor('director').model]).toEqual(['local-server', 'ollama/qwen3:8b']);
    expect(found.client.modelInfo('ollama/qwen3:8b')).toMatchObject({ context: 16_384, limits: { maxParallel: 1 } });
    const price = await found.client.price('ollama/qwen3:8b', { inputTokens: 1 });
    expect(price?.cost).toEqual({ input: 0, output: 0 });
    expect((await load('', { env: { ...env, SCRIPTGEN_DETECT: '0' } })).source).toBe('offline');
    expect((await load('', { env, detect: false })).source).toBe('offline');
    expect((await load('', { env: { ...env, OPENAI_API_KEY: 'k' } })).source).toBe('environment');
    const file = { version: 1, model: 'own/m', provider: { own: { options: { baseURL: 'http://127.0.0.1:1/v1' } } } };
    expect((await load(file, { env })).source).toBe('config');
  } finally {
    server.close();
  }
});

test('GGUF files are found in the models folder, and have a name each', async () => {
  const data = mkdtempSync(join(tmpdir(), 'data-'));
  const folder = join(data, 'scriptgen', 'models');
  mkdirSync(folder, { recursive: true });
  for (const name of ['b.gguf', 'a-00001-of-00002.gguf', 'a-00002-of-00002.gguf', 'notes.txt'])
    writeFileSync(join(folder, name), '');
  const env = { XDG_DATA_HOME: data, SCRIPTGEN_GGUF: join(data, 'own.gguf') };
  expect(ggufFiles(env)).toEqual([
    join(data, 'own.gguf'),
    join(folder, 'a-00001-of-00002.gguf'),
    join(folder, 'b.gguf'),
  ]);
  const models = await load('', { env });
  expect(models.list().flatMap(({ model }) => (model.startsWith('gguf/') ? [model] : []))).toEqual([
    'gguf/own',
    'gguf/a-00001-of-00002',
    'gguf/b',
  ]);
});

test('an installed package is known without loading it', () => {
  expect(installedVersion('zod')).toMatch(/^4\./);
  expect(installedVersion('no-such-package')).toBeUndefined();
});

function serve(answers: Answers): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  return new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(server)));
}
