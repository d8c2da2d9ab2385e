import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startFakeOpenAI } from '../../testing/index.ts';
import { createClient } from '../client/client.ts';
import { fault, load } from '../fixtures/load-models.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const WITH_KEY = { env: { OPENAI_API_KEY: 'k' } };

test('without flag, file and key the offline writer writes', async () => {
  const models = await load('');
  expect(models).toMatchObject({ source: 'offline', notes: [] });
  expect(models.modelFor('director')).toEqual({ model: 'offline-writer@1', params: {} });
});

test('a key in the environment chooses the shipped model', async () => {
  const models = await load('', WITH_KEY);
  expect(models.source).toBe('environment');
  expect(models.modelFor('director').model).toBe('openai/gpt-5-mini');
});

test('the file goes before the key, and the flag before the file', async () => {
  const file = { version: 1, model: 'local/qwen3', roles: { character: 'gpt-4.1' } };
  const configured = await load(file, WITH_KEY);
  expect([configured.source, configured.modelFor('director').model]).toEqual(['config', 'local/qwen3']);
  expect(configured.modelFor('character').model).toBe('openai/gpt-4.1');
  const flagged = await load(file, { ...WITH_KEY, modelFlag: 'gpt-5.5' });
  expect([flagged.source, flagged.modelFor('character').model]).toEqual(['flag', 'openai/gpt-5.5']);
});

test('a server on this machine needs no key, another one does', async () => {
  const local = await load('', { env: { OPENAI_BASE_URL: 'http://localhost:9/v1' } });
  expect([local.source, local.modelFor('x').model]).toEqual(['environment', 'openai/gpt-5-mini']);
  const remote = await load('', { env: { OPENAI_BASE_URL: 'https://example.com/v1' } });
  expect(remote.source).toBe('offline');
  expect(remote.notes).toEqual([expect.stringContaining('OPENAI_API_KEY')]);
});

test.each([{ modelFlag: 'openai/gpt-5-mini' }, { modelFlag: 'gpt-5-mini', env: { OPENAI_API_KEY: ' ' } }])(
  'a model that needs a key is not asked without one: %o',
  async (options) => {
    expect(await fault('', options)).toMatchObject({
      code: 'model/unauthorized',
      hint: expect.stringMatching(/OPENAI_API_KEY.*offline-writer@1/),
    });
  },
);

test('a configured model without its key is an error, never the offline writer', async () => {
  expect((await fault({ version: 1, model: 'openai/gpt-5' })).code).toBe('model/unauthorized');
});

test('an unknown provider is an error that lists the known ones', async () => {
  expect(await fault('', { modelFlag: 'nobody/x' })).toMatchObject({
    code: 'model/unknown',
    hint: expect.stringMatching(/local, .*offline-writer@1, .*openai/),
  });
});

test('a model is asked with the temperature and the limit it is configured with', async () => {
  const models = { m: { temperature: 0.7, limit: { output: 800 } }, n: { temperature: false } };
  const provider = { own: { options: { baseURL: 'http://127.0.0.1:1/v1' }, models } };
  const { modelFor } = await load({ version: 1, model: 'own/m', roles: { dramaturge: 'own/n' }, provider });
  expect(modelFor('writer').params).toEqual({ temperature: 0.7, maxOutputTokens: 800 });
  expect(modelFor('dramaturge').params).toEqual({});
});

test('retries and prices come with the models', async () => {
  const cost = { input: 2, output: 0 };
  const provider = { own: { options: { baseURL: 'http://127.0.0.1:1/v1' }, models: { m: { cost } } } };
  const { client } = await load({ version: 1, provider, router: { num_retries: 1 } });
  const size = { inputTokens: 500_000 };
  expect(client.router).toMatchObject({ retries: 1, timeouts: { totalMs: 600_000 } });
  expect(await client.price('own/m', size)).toMatchObject({ cost, source: 'models.json' });
  expect(await client.price('own/other', size)).toBeNull();
  expect(await client.price('local/anything', size)).toMatchObject({ cost: { input: 0, output: 0 } });
});

test('a project that moves a provider to another server does not send it the shipped key', async () => {
  const server = await startFakeOpenAI();
  try {
    const provider = { openai: { options: { baseURL: server.url } } };
    const models = await load({ version: 1, model: 'gpt-5', provider }, WITH_KEY);
    const request = { messages: [], schema: {}, task: { name: 't', input: {} }, ...models.modelFor('x') };
    await createClient({ providers: models.providers }).ask(request, new AbortController().signal);
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  } finally {
    await server.close();
  }
});

test('a key is read from the variable or the file that the configuration names', async () => {
  const server = await startFakeOpenAI();
  const keyFile = join(mkdtempSync(join(tmpdir(), 'key-')), 'key');
  writeFileSync(keyFile, 'from-a-file\n');
  try {
    for (const apiKey of ['{env:OWN}', `{file:${keyFile}}`]) {
      const provider = { own: { options: { baseURL: `{env:NOWHERE:-${server.url}}`, apiKey } } };
      const models = await load({ version: 1, model: 'own/m', provider }, { env: { OWN: 'from-env' } });
      const request = { messages: [], schema: {}, task: { name: 't', input: {} }, ...models.modelFor('x') };
      await createClient({ providers: models.providers }).ask(request, new AbortController().signal);
    }
    expect(server.requests.map((request) => request.authorization)).toEqual(['Bearer from-env', 'Bearer from-a-file']);
  } finally {
    await server.close();
  }
});

test('a syntax error is named with file, line and column', async () => {
  const error = await fault('{\n  "version": 1,\n  "model": "openai/gpt-5",\n}\n');
  expect(error.code).toBe('config/invalid');
  expect(error.message).toMatch(/models\.json:4:1: not JSON: expected a field name/);
});

test.each<[string, string, RegExp]>([
  [
    'a wrong type',
    '{\n  "version": 1,\n  "router": {\n    "num_retries": "four"\n  }\n}',
    /:4:5: router\.num_retries: /,
  ],
  ['a version to come', '{ "version": 2 }', /:1:3: version: /],
  ['no version', '\n{ "model": "x" }', /:2:1: version: /],
  [
    'a package that is not allowed',
    '{\n"version": 1,\n"provider": { "x": {\n  "npm": "left-pad" } } }',
    /:4:3: provider\.x\.npm: /,
  ],
])('%s is named with line, column and field', async (_, text, expected) => {
  expect(await fault(text)).toMatchObject({ code: 'config/invalid', message: expect.stringMatching(expected) });
});

test('a key in the file is refused, with what to write instead, and not repeated', async () => {
  const error = await fault(
    '{\n"version": 1,\n"provider": { "openai": { "options": {\n  "apiKey": "sk-secret" } } } }',
  );
  expect(error.message).toMatch(/:4:3: provider\.openai\.options\.apiKey: [^\n]*$/);
  expect(error.hint).toContain('{env:NAME}');
  expect(JSON.stringify(error) + error.stack).not.toContain('sk-secret');
});

test('a base URL that is none is an error', async () => {
  const provider = { x: { options: { baseURL: 'localhost:8080' } } };
  expect(await fault({ version: 1, provider })).toMatchObject({
    code: 'config/invalid',
    message: expect.stringContaining('"x"'),
  });
});

test('unknown fields are remarked upon and otherwise ignored', async () => {
  const { notes, modelFor } = await load(
    '{\n  "version": 1,\n  "model": "local/qwen3",\n  "cahce": {},\n  "router": { "num_retry": 3 },\n  "x": 1\n}',
  );
  expect(modelFor('x').model).toBe('local/qwen3');
  expect([...notes].sort()).toEqual([
    expect.stringMatching(/models\.json:4:3: cahce is not known and has no effect; did you mean cache\?$/),
    expect.stringMatching(/models\.json:5:15: router\.num_retry is not known .*; did you mean num_retries\?$/),
    expect.stringMatching(/models\.json:6:3: x is not known and has no effect\.$/),
  ]);
});

test('the shipped models are without remarks', async () => {
  expect((await load('', WITH_KEY)).notes).toEqual([]);
});

test('every shipped model has a price, so that a budget can hold it', async () => {
  const shipped = JSON.parse(readFileSync(join(ROOT, 'config/models.json'), 'utf8')) as {
    provider: Record<string, { models?: Record<string, unknown> }>;
  };
  const { price } = (await load('')).client;
  const names = Object.entries(shipped.provider).flatMap(([provider, { models = {} }]) =>
    Object.keys(models).map((id) => `${provider}/${id}`),
  );
  const prices = names.map((name) => price(name, { inputTokens: 1000 }));
  expect(names.length).toBeGreaterThan(0);
  expect(await Promise.all(prices)).not.toContain(null);
});
