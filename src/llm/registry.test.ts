import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isScriptGenError, type ScriptGenError } from '../core/index.ts';
import { scriptedModel, startFakeOpenAI } from '../testing/index.ts';
import { createClient } from './client.ts';
import { modelsJsonSchema } from './config.ts';
import { type LoadModelsOptions, loadModels, type Models } from './registry.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WITH_KEY = { env: { OPENAI_API_KEY: 'k' } };

test('without flag, file and key the offline writer writes', () => {
  const models = load('');
  expect(models).toMatchObject({ source: 'offline', notes: [] });
  expect(models.modelFor('director')).toEqual({ model: 'offline-writer@1', params: {} });
});

test('a key in the environment chooses the shipped model', () => {
  const models = load('', WITH_KEY);
  expect(models.source).toBe('environment');
  expect(models.modelFor('director').model).toBe('openai/gpt-5-mini');
});

test('the file goes before the key, and the flag before the file', () => {
  const file = { version: 1, model: 'local/qwen3', roles: { character: 'gpt-4.1' } };
  const configured = load(file, WITH_KEY);
  expect([configured.source, configured.modelFor('director').model]).toEqual(['config', 'local/qwen3']);
  expect(configured.modelFor('character').model).toBe('openai/gpt-4.1');
  const flagged = load(file, { ...WITH_KEY, modelFlag: 'gpt-5.5' });
  expect([flagged.source, flagged.modelFor('character').model]).toEqual(['flag', 'openai/gpt-5.5']);
});

test('a server on this machine needs no key, another one does', () => {
  const local = load('', { env: { OPENAI_BASE_URL: 'http://localhost:9/v1' } });
  expect([local.source, local.modelFor('x').model]).toEqual(['environment', 'openai/gpt-5-mini']);
  const remote = load('', { env: { OPENAI_BASE_URL: 'https://example.com/v1' } });
  expect(remote.source).toBe('offline');
  expect(remote.notes).toEqual([expect.stringContaining('OPENAI_API_KEY')]);
});

test.each([{ modelFlag: 'openai/gpt-5-mini' }, { modelFlag: 'gpt-5-mini', env: { OPENAI_API_KEY: ' ' } }])(
  'a model that needs a key is not asked without one: %o',
  (options) => {
    expect(fault('', options)).toMatchObject({
      code: 'model/unauthorized',
      hint: expect.stringMatching(/OPENAI_API_KEY.*offline-writer@1/),
    });
  },
);

test('a configured model without its key is an error, never the offline writer', () => {
  expect(fault({ version: 1, model: 'openai/gpt-5' }).code).toBe('model/unauthorized');
});

test('an unknown provider is an error that lists the known ones', () => {
  expect(fault('', { modelFlag: 'nobody/x' })).toMatchObject({
    code: 'model/unknown',
    hint: expect.stringContaining('local, offline-writer@1, openai'),
  });
});

test('a model is asked with the temperature and the limit it is configured with', () => {
  const models = { m: { temperature: 0.7, limit: { output: 800 } }, n: { temperature: false } };
  const provider = { own: { options: { baseURL: 'http://127.0.0.1:1/v1' }, models } };
  const { modelFor } = load({ version: 1, model: 'own/m', roles: { critic: 'own/n' }, provider });
  expect(modelFor('writer').params).toEqual({ temperature: 0.7, maxOutputTokens: 800 });
  expect(modelFor('critic').params).toEqual({});
});

test('retries and prices come with the models', async () => {
  const cost = { input: 2, output: 0 };
  const provider = { own: { options: { baseURL: 'http://127.0.0.1:1/v1' }, models: { m: { cost } } } };
  const { client } = load({ version: 1, provider, router: { num_retries: 1 } });
  const size = { inputTokens: 500_000 };
  expect(client.router).toMatchObject({ retries: 1, timeouts: { totalMs: 300_000 } });
  expect(await client.price('own/m', size)).toMatchObject({ cost, source: 'models.json' });
  expect(await client.price('own/other', size)).toBeNull();
  expect(await client.price('local/anything', size)).toMatchObject({ cost: { input: 0, output: 0 } });
});

test('a project that moves a provider to another server does not send it the shipped key', async () => {
  const server = await startFakeOpenAI();
  try {
    const provider = { openai: { options: { baseURL: server.url } } };
    const models = load({ version: 1, model: 'gpt-5', provider }, WITH_KEY);
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
      const models = load({ version: 1, model: 'own/m', provider }, { env: { OWN: 'from-env' } });
      const request = { messages: [], schema: {}, task: { name: 't', input: {} }, ...models.modelFor('x') };
      await createClient({ providers: models.providers }).ask(request, new AbortController().signal);
    }
    expect(server.requests.map((request) => request.authorization)).toEqual(['Bearer from-env', 'Bearer from-a-file']);
  } finally {
    await server.close();
  }
});

test('a syntax error is named with file, line and column', () => {
  const error = fault('{\n  "version": 1,\n  "model": "openai/gpt-5",\n}\n');
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
])('%s is named with line, column and field', (_, text, expected) => {
  expect(fault(text)).toMatchObject({ code: 'config/invalid', message: expect.stringMatching(expected) });
});

test('a key in the file is refused, with what to write instead, and not repeated', () => {
  const error = fault('{\n"version": 1,\n"provider": { "openai": { "options": {\n  "apiKey": "sk-secret" } } } }');
  expect(error.message).toMatch(/:4:3: provider\.openai\.options\.apiKey: [^\n]*$/);
  expect(error.hint).toContain('{env:NAME}');
  expect(JSON.stringify(error) + error.stack).not.toContain('sk-secret');
});

test('a base URL that is none is an error', () => {
  const provider = { x: { options: { baseURL: 'localhost:8080' } } };
  expect(fault({ version: 1, provider })).toMatchObject({
    code: 'config/invalid',
    message: expect.stringContaining('"x"'),
  });
});

test('unknown fields are remarked upon and otherwise ignored', () => {
  const { notes, modelFor } = load(
    '{\n  "version": 1,\n  "model": "local/qwen3",\n  "cache": {},\n  "router": { "rpm": 3 }\n}',
  );
  expect(modelFor('x').model).toBe('local/qwen3');
  expect([...notes].sort()).toEqual([
    expect.stringMatching(/models\.json:4:\d+: cache is not known/),
    expect.stringMatching(/models\.json:5:\d+: router\.rpm is not known/),
  ]);
});

test('the shipped schema is current, and the shipped models are without remarks', () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'config/models.schema.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(modelsJsonSchema())),
  );
  expect(load('', WITH_KEY).notes).toEqual([]);
});

test('every shipped model has a price, so that a budget can hold it', async () => {
  const shipped = JSON.parse(readFileSync(join(ROOT, 'config/models.json'), 'utf8')) as {
    provider: Record<string, { models: Record<string, unknown> }>;
  };
  const { price } = load('').client;
  const names = Object.entries(shipped.provider).flatMap(([provider, { models }]) =>
    Object.keys(models).map((id) => `${provider}/${id}`),
  );
  const prices = names.map((name) => price(name, { inputTokens: 1000 }));
  expect(names.length).toBeGreaterThan(0);
  expect(await Promise.all(prices)).not.toContain(null);
});

/** Load with this models.json in the project; `''` for none. */
function load(file: object | string, options: Partial<LoadModelsOptions> = {}): Models {
  const projectDir = mkdtempSync(join(tmpdir(), 'models-'));
  if (file !== '')
    writeFileSync(join(projectDir, 'models.json'), typeof file === 'string' ? file : JSON.stringify(file));
  const extra = [scriptedModel(() => ({}), { name: 'offline-writer@1' })];
  return loadModels({ root: ROOT, projectDir, env: {}, extra, ...options });
}

function fault(...project: Parameters<typeof load>): ScriptGenError {
  try {
    load(...project);
  } catch (error) {
    if (isScriptGenError(error)) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}
