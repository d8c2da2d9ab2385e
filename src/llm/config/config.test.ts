import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fault, load } from '../fixtures/load-models.ts';
import { overlay } from './config-overlay.ts';
import { ollamaURL, specOf } from './endpoint.ts';

const here = (port: number): object => ({ options: { baseURL: `http://127.0.0.1:${port}/v1` } });
const OWN = { one: here(1), two: here(2) };

test('an alias stands for its first model, and the rest are its fallbacks', async () => {
  const models = await load({
    version: 1,
    model: 'main',
    roles: { dramaturge: 'critic' },
    aliases: { main: ['one/a', 'two/b', 'backup'], critic: 'two/b', backup: ['one/c'] },
    provider: OWN,
  });
  expect(models.modelFor('director').model).toBe('one/a');
  expect(models.modelFor('dramaturge').model).toBe('two/b');
  expect(models.client.router.fallbacks).toEqual(new Map([['one/a', ['two/b', 'one/c']]]));
});

test('two aliases may name the same models in another order: that is no circle', async () => {
  const aliases = { main: ['one/a', 'two/b'], critic: ['two/b', 'one/a'] };
  const models = await load({ version: 1, model: 'main', roles: { dramaturge: 'critic' }, aliases, provider: OWN });
  expect(models.client.router.fallbacks).toEqual(
    new Map([
      ['one/a', ['two/b']],
      ['two/b', ['one/a']],
    ]),
  );
});

test('the flag may be an alias, and the small model is asked for repairs', async () => {
  const file = { version: 1, model: 'one/a', small_model: 'cheap', aliases: { cheap: 'two/s' }, provider: OWN };
  expect((await load(file)).modelFor('repair').model).toBe('two/s');
  expect((await load(file, { modelFlag: 'cheap' })).modelFor('director').model).toBe('two/s');
});

test('fallbacks of each kind come as they are written, with aliases resolved', async () => {
  const router = {
    fallbacks: [{ main: ['two/b'] }],
    context_window_fallbacks: [{ 'one/a': ['two/large'] }],
    content_policy_fallbacks: [{ 'one/a': ['two/mild'] }],
    cooldown_time: 1.5,
    allowed_fails: 2,
    retry: { base_ms: 10, max_ms: 20, max_retry_after_ms: 30 },
    timeout: { connect: 1, first_token: 2, chunk: 3 },
  };
  const models = await load({ version: 1, model: 'main', aliases: { main: 'one/a' }, provider: OWN, router });
  expect(models.client.router).toEqual({
    retries: 4,
    baseMs: 10,
    capMs: 20,
    maxRetryAfterMs: 30,
    allowedFails: 2,
    cooldownMs: 1500,
    timeouts: { connectMs: 1, firstTokenMs: 2, chunkMs: 3, totalMs: 600_000 },
    fallbacks: new Map([['one/a', ['two/b']]]),
    contextWindowFallbacks: new Map([['one/a', ['two/large']]]),
    contentPolicyFallbacks: new Map([['one/a', ['two/mild']]]),
  });
});

test.each<[string, object, RegExp]>([
  [
    'an alias that leads back to itself',
    { aliases: { a: 'b', b: ['c', 'a'], c: 'one/x' } },
    /:\d+:\d+: aliases: a circle: a → b → a/,
  ],
  [
    'fallbacks in a circle',
    { router: { fallbacks: [{ 'one/a': ['two/b'] }, { 'two/b': ['one/a'] }] } },
    /:\d+:\d+: router\.fallbacks: a circle: one\/a → two\/b → one\/a/,
  ],
  ['a fallback to itself', { router: { fallbacks: [{ 'one/a': ['one/a'] }] } }, /a circle: one\/a → one\/a/],
  [
    'a fallback to a model of no provider',
    { router: { context_window_fallbacks: [{ 'one/a': ['twoo/b'] }] } },
    /:\d+:\d+: router\.context_window_fallbacks\.0\.one\/a\.0: there is no provider "twoo"/,
  ],
  ['an alias with a model of no provider', { aliases: { main: ['one/a', 'nix/b'] } }, /aliases\.main: .*"nix"/],
  [
    'the offline writer as a fallback',
    { router: { fallbacks: [{ 'one/a': ['offline-writer@1'] }] } },
    /never stands in for one/,
  ],
])('%s is an error', async (_, file, message) => {
  const error = await fault({ version: 1, model: 'one/a', provider: OWN, ...file });
  expect(error).toMatchObject({ code: 'config/invalid', message: expect.stringMatching(message) });
  expect(error.hint).toBeTruthy();
});

test('aliases that double each time are resolved at once', async () => {
  const doubled = Array.from({ length: 40 }, (_, n) => [`a${n}`, n === 0 ? 'one/x' : [`a${n - 1}`, `a${n - 1}`]]);
  const models = await load({ version: 1, model: 'a39', aliases: Object.fromEntries(doubled), provider: OWN });
  expect(models.modelFor('director').model).toBe('one/x');
});

test('a fallback without its key is left out, and said so', async () => {
  const aliases = { main: ['one/a', 'openai/gpt-5', 'two/b'] };
  const models = await load({ version: 1, model: 'main', aliases, provider: OWN });
  expect(models.client.router.fallbacks).toEqual(new Map([['one/a', ['two/b']]]));
  expect(models.notes).toEqual([expect.stringMatching(/openai\/gpt-5 is no fallback now: OPENAI_API_KEY is not set/)]);
});

test('a name that is nearly an alias is remarked upon', async () => {
  const { notes } = await load({ version: 1, model: 'mian', aliases: { main: 'one/a' }, provider: OWN }, KEY);
  expect(notes).toEqual(['mian is taken for openai/mian; did you mean the alias main?']);
});

const KEY = { env: { OPENAI_API_KEY: 'k' } };

test('each key in the environment chooses its provider, in the order of the shipped file', async () => {
  const keys = ['MISTRAL_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY', 'ANTHROPIC_API_KEY'];
  const chosen: string[] = [];
  const env: Record<string, string> = { OPENROUTER_API_KEY: 'k' };
  for (const key of ['OPENROUTER_API_KEY', ...keys, 'OPENAI_API_KEY']) {
    env[key] = 'k';
    const models = await load('', { env });
    expect(models.source).toBe('environment');
    chosen.push(models.modelFor('director').model.replace(/\/.*/, ''));
  }
  expect(chosen).toEqual(['openrouter', 'mistral', 'google', 'google', 'anthropic', 'openai']);
});

test('without a model there is an error in the place of the offline writer when one is required', async () => {
  expect(await fault('', { requireModel: true })).toMatchObject({ code: 'model/unknown' });
  expect(await fault('', { requireModel: true, modelFlag: 'offline-writer@1' })).toMatchObject({
    code: 'model/unknown',
  });
  expect((await load('', { requireModel: true, ...KEY })).source).toBe('environment');
});

test("the user's own file lies between the shipped one and the project's", async () => {
  const user = { version: 1, model: 'one/a', provider: OWN, budget: { day_usd: 5, run_usd: 1 } };
  expect((await load('', { user })).modelFor('x').model).toBe('one/a');
  const both = await load({ version: 1, model: 'two/b', budget: { run_usd: 9, project_usd: 3 } }, { user });
  expect(both.modelFor('x').model).toBe('two/b');
  // A project may lower a cap and never raise it.
  expect(both.budget).toEqual({ caps: { run: 1, day: 5, project: 3 }, warnAt: 0.8 });
});

test('limits of a provider are counted together, those of a model by themselves', async () => {
  const limits = { rpm: 50, tpm: 400_000, max_parallel_requests: 8 };
  const provider = {
    one: { ...here(1), limits, models: { a: { limit: { context: 9, output: 3 } }, b: { limits: { rpm: 5 } } } },
    two: here(2),
  };
  const { modelInfo } = (await load({ version: 1, model: 'one/a', provider })).client;
  expect(modelInfo('one/a')).toEqual({
    deployment: 'one',
    limits: { rpm: 50, tpm: 400_000, maxParallel: 8 },
    context: 9,
    output: 3,
  });
  expect(modelInfo('one/b')).toMatchObject({ deployment: 'one/b', limits: { rpm: 5, tpm: 400_000 } });
  expect(modelInfo('two/x')).toEqual({ deployment: 'two/x', limits: {} });
});

test('costs, memory and batches come as they are configured', async () => {
  const cost = { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75, cache_write_1h: 6, batch_discount: 0.5 };
  const provider = { one: { ...here(1), models: { a: { cost, batch: false } } } };
  const models = await load({ version: 1, model: 'one/a', provider, cache: { max_mb: 1.5 } });
  expect((await models.client.price('one/a', { inputTokens: 1 }))?.cost).toEqual(cost);
  expect(await models.client.price('one/b', { inputTokens: 1 })).toBeNull();
  expect([models.takesBatches('one/a'), models.takesBatches('one/b')]).toEqual([false, true]);
  expect(models.cache).toEqual({ maxBytes: 1_500_000 });
});

test('the waiting for batches is configured in milliseconds, part by part', async () => {
  const batch = { collect_ms: 10, poll_ms: 20 };
  const models = await load({ version: 1, model: 'one/a', provider: { one: here(1) }, batch });
  expect(models.batch).toEqual({ collectMs: 10, pollMs: { first: 20, longest: undefined } });
  const wrong = await fault({ version: 1, batch: { poll_ms: 0 } });
  expect(wrong).toMatchObject({ code: 'config/invalid', message: expect.stringContaining('batch.poll_ms') });
});

test.each<[string, object]>([
  ['a key written out', { Authorization: 'Bearer sk-secret-1' }],
  ['a key beside a pointer', { 'x-api-key': 'sk-secret-1 {env:K}' }],
  ['a key as a default', { 'x-api-key': '{env:K:-sk-secret-1}' }],
  ['a header of two lines', { 'X-Title': 'a\r\nauthorization: sk-secret-1' }],
])('%s does not stand in a header, and is not repeated', async (_, headers) => {
  const error = await fault({ version: 1, provider: { x: { options: { headers } } } });
  expect(error).toMatchObject({
    code: 'config/invalid',
    message: expect.stringContaining('provider.x.options.headers'),
  });
  expect(JSON.stringify(error) + error.stack).not.toContain('sk-secret-1');
});

test('a header may be plain, or hold a pointer, and a missing variable is named', async () => {
  const headers = { 'X-Title': 'ScriptGen', Authorization: 'Bearer {env:GATE}' };
  const provider = { x: { options: { baseURL: 'https://openrouter.ai/api/v1', headers } } };
  expect(await fault({ version: 1, model: 'x/m', provider })).toMatchObject({
    code: 'model/unauthorized',
    message: expect.stringContaining('GATE'),
  });
  expect((await load({ version: 1, model: 'x/m', provider }, { env: { GATE: 'g' } })).source).toBe('config');
});

test.each<[string, object, RegExp]>([
  ['an address with a password in it', { baseURL: 'https://me:pass@example.org/v1' }, /user or a password/],
  ['an unknown api', { api: 'assistants' }, /provider\.x\.options\.api/],
])('%s is an error', async (_, options, message) => {
  const error = await fault({ version: 1, provider: { x: { options } } });
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('me:pass');
});

test("a stranger's project cannot send a variable or a file of this machine to a server of its own", async () => {
  const secrets = { AWS_SECRET_ACCESS_KEY: 'aws', OPENAI_API_KEY: 'sk', STUDIO_API_KEY: 's', HOME: '/home/ann' };
  for (const options of [
    { apiKey: '{env:AWS_SECRET_ACCESS_KEY}' },
    { apiKey: '{env:OPENAI_API_KEY}' },
    { apiKey: '{env:STUDIO_API_KEY}' },
    { apiKey: '{env:SCRIPTGEN_STUDIO_KEY|AWS_SECRET_ACCESS_KEY}' },
    { apiKey: 'os.environ/AWS_SECRET_ACCESS_KEY' },
    { headers: { 'X-Note': 'of {env:AWS_SECRET_ACCESS_KEY}' } },
    { apiKey: `{file:${import.meta.filename}}` },
  ]) {
    for (const name of ['studio', 'openai', 'aws_secret_access']) {
      const provider = { [name]: { options: { baseURL: 'https://llm.example.org/v1', ...options } } };
      const error = await fault({ version: 1, provider }, { env: secrets });
      expect(error.code).toBe('config/invalid');
      expect(error.message).toMatch(
        /models\.json:1:\d+: provider\.\w+\.options\..* would be sent to llm\.example\.org/,
      );
      expect(error.hint).toMatch(/scriptgen\/models\.json.*SCRIPTGEN_\w+_KEY/);
    }
  }
});

test('a link in the project does not lead out of it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'linked-'));
  mkdirSync(join(dir, 'project'));
  writeFileSync(join(dir, 'secret'), 's');
  symlinkSync(join(dir, 'secret'), join(dir, 'project', 'link'));
  writeFileSync(join(dir, 'project', 'own'), 'k');
  for (const [file, isRefused] of [
    ['link', true],
    ['../secret', true],
    ['own', false],
  ] as const) {
    const provider = { x: { options: { baseURL: 'https://llm.example.org/v1', apiKey: `{file:${file}}` } } };
    writeFileSync(join(dir, 'project', 'models.json'), JSON.stringify({ version: 1, model: 'x/m', provider }));
    const loading = load('', { projectDir: join(dir, 'project') });
    if (isRefused) await expect(loading, file).rejects.toMatchObject({ code: 'config/invalid' });
    else expect((await loading).source).toBe('config');
  }
});

test('what is meant for ScriptGen, or goes where the user lets it go, is sent', async () => {
  const to = (baseURL: string, apiKey: string): object => ({
    version: 1,
    model: 'studio/m',
    provider: { studio: { options: { baseURL, apiKey } } },
  });
  const env = { SCRIPTGEN_STUDIO_KEY: 'k', ANY: 'k' };
  const remote = 'https://llm.example.org/v1';
  expect((await load(to(remote, '{env:SCRIPTGEN_STUDIO_KEY}'), { env })).source).toBe('config');
  expect((await load(to('http://127.0.0.1:9/v1', '{env:ANY}'), { env })).source).toBe('config');
  expect((await load(to('https://openrouter.ai/api/v1', '{env:ANY}'), { env })).source).toBe('config');
  const user = to(remote, '{env:ANY}');
  expect((await load('', { env, user })).modelFor('x').model).toBe('studio/m');
  expect((await load({ version: 1, model: 'studio/other' }, { env, user })).modelFor('x').model).toBe('studio/other');
  // What the user's file sends to one server, a project cannot send to another.
  const owned = to(remote, '{env:SCRIPTGEN_STUDIO_KEY}');
  expect((await fault(to('https://evil.example/v1', '{env:SCRIPTGEN_STUDIO_KEY}'), { env, user: owned })).code).toBe(
    'config/invalid',
  );
});

test('a server that stands in for OpenAI is asked by chat completions, unless it is said to know more', () => {
  const at = (baseURL: string, api?: 'responses') =>
    specOf({
      name: 'openai',
      npm: '@ai-sdk/openai',
      baseURL,
      apiKey: undefined,
      keySource: undefined,
      headers: {},
      missing: [],
      settings: { options: { baseURL, ...(api && { api }) } },
    });
  expect(at('http://127.0.0.1:9/v1')).toMatchObject({ npm: '@ai-sdk/openai-compatible', api: 'chat' });
  expect(at('https://api.openai.com/v1')).toMatchObject({ npm: '@ai-sdk/openai', api: undefined });
  expect(at('http://127.0.0.1:9/v1', 'responses')).toMatchObject({ npm: '@ai-sdk/openai', api: 'responses' });
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:11434'],
  ['0.0.0.0:9000', 'http://127.0.0.1:9000'],
  [':9000', 'http://127.0.0.1:9000'],
  ['http://gpu-box', 'http://gpu-box'],
  ['https://gpu-box:8443/', 'https://gpu-box:8443'],
  ['[::1]:11434', 'http://[::1]:11434'],
])('OLLAMA_HOST=%s is %s', (host, url) => {
  expect(ollamaURL(host)).toBe(url);
});

test('laying nothing over a configuration, or it over nothing, changes nothing that is said', () => {
  const words = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.stringMatching(/^[a-z]\/[a-z]$/));
  const config = fc.record(
    { version: fc.constant(1 as const), model: fc.string(), aliases: words },
    { requiredKeys: ['version'] },
  );
  fc.assert(
    fc.property(config, (one) => {
      expect(overlay(one, { version: 1 })).toMatchObject(one);
      expect(overlay({ version: 1 }, one)).toMatchObject(one);
      expect(overlay(one, one)).toMatchObject(one);
    }),
  );
});

test('what runs in a process of our own is free, and is asked one question at a time', async () => {
  const provider = { mine: { npm: 'node-llama-cpp', options: { file: '/models/any.gguf' }, models: { small: {} } } };
  const { client } = await load({ version: 1, model: 'mine/small', provider });
  expect((await client.price('mine/small', { inputTokens: 1 }))?.cost).toEqual({ input: 0, output: 0 });
  expect(client.modelInfo('mine/small')).toMatchObject({ deployment: 'mine', limits: { maxParallel: 1 } });
});
