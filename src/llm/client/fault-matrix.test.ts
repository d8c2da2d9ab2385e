import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { isScriptGenError, type ScriptGenError } from '../../core/index.ts';
import { type FakeOpenAi, type FakeOpenAiOptions, type Fault, startFakeOpenAI } from '../../testing/index.ts';
import type { LlmClient, ModelAnswer, ModelRequest } from '../model.ts';
import { type OpenAiCompatibleOptions, openaiCompatible, type WireModel } from '../providers/chat/openai-compatible.ts';
import { createClient } from './client.ts';

const KEY = 'sk-test-0123456789abcdef';
const REQUEST: ModelRequest = {
  model: 'openai/gpt-5-mini',
  params: { temperature: 0.5, maxOutputTokens: 900 },
  messages: [
    { role: 'system', content: 'You write.' },
    { role: 'user', content: 'A title, please.' },
  ],
  schema: {
    type: 'object',
    properties: { title: { type: 'string' } },
    required: ['title'],
    additionalProperties: false,
  },
  task: { name: 'story.title', input: {} },
};

let server: FakeOpenAi | undefined;
afterEach(() => server?.close());

const status = (code: number, error?: string | Record<string, string>): Fault => ({
  type: 'status',
  status: code,
  ...(error === undefined ? {} : { error }),
});

test.each<[string, Fault, string, number]>([
  ['401', status(401), 'model/unauthorized', 1],
  ['403', status(403), 'model/unauthorized', 1],
  ['404', status(404), 'model/unknown', 1],
  ['400', status(400), 'model/rejected', 1],
  ['402', status(402), 'model/quota', 1],
  ['422', status(422), 'model/rejected', 1],
  ['429', status(429), 'model/rate-limited', 3],
  ['429 for an empty account', status(429, { code: 'insufficient_quota' }), 'model/quota', 1],
  ['408', status(408), 'model/unavailable', 3],
  ['500', status(500), 'model/unavailable', 3],
  ['503', status(503), 'model/unavailable', 3],
  ['529', status(529), 'model/unavailable', 3],
  ['a reset connection', { type: 'reset' }, 'model/unreachable', 3],
  ['a body that breaks', { type: 'cut' }, 'model/interrupted', 3],
  ['a body that ends too early', { type: 'cut', clean: true }, 'model/interrupted', 3],
  ['a page', { type: 'html' }, 'model/rejected', 1],
  ['a server that never answers', { type: 'hang' }, 'model/timeout', 3],
  ['a refusal', { type: 'refusal' }, 'model/refused', 1],
  ['a content filter', { type: 'content-filter' }, 'model/filtered', 1],
])('%s', async (_, fault, code, requests) => {
  // Only what must run out runs out: under load the other faults need their time.
  const error = await failure({ faults: () => fault }, {}, fault.type === 'hang' ? 50 : 20_000);
  expect(error.code).toBe(code);
  expect(error.retryable).toBe(requests > 1);
  expect(server?.requestCount).toBe(requests);
  expect(server?.distinctCount).toBe(1);
});

test('a fault that passes leaves an answer and the number of attempts', async () => {
  const answer = await ask({ faults: ({ n }) => (n < 3 ? status(503) : undefined) });
  expect(answer).toMatchObject({ attempts: 3, finishReason: 'stop' });
  expect(answer.usage.inputTokens).toBeGreaterThan(0);
  // $0.25 and $2 for a million: https://openai.com/api/pricing, gpt-5-mini.
  expect(answer.cost).toBeCloseTo((answer.usage.inputTokens * 0.25 + answer.usage.outputTokens * 2) / 1e6, 10);
});

test('Retry-After reaches the retry loop from the wire', async () => {
  const waits: number[] = [];
  const stop = new AbortController();
  const headers = { 'retry-after': '42' };
  const options: FakeOpenAiOptions = {
    faults: ({ n }) => (n === 1 ? { type: 'status', status: 429, headers } : undefined),
  };
  const client = await clientOf(options);
  const onRetry = ({ waitMs }: { readonly waitMs: number }): void => {
    waits.push(waitMs);
    setImmediate(() => stop.abort());
  };
  const asking = client.ask(REQUEST, new AbortController().signal, { stop: stop.signal, onRetry });
  await expect(asking).rejects.toMatchObject({ code: 'run/aborted' });
  expect(waits).toEqual([42_000]);
});

test('an answer cut off at its length is an answer that says so', async () => {
  expect(await ask({ faults: () => ({ type: 'length' }) })).toMatchObject({ finishReason: 'length', attempts: 1 });
});

test('the tokens of a prefix cache are counted', async () => {
  const long = { ...REQUEST, messages: [{ role: 'user' as const, content: 'word '.repeat(4000) }] };
  const { usage } = await (await clientOf({})).ask(long, new AbortController().signal);
  expect(usage.cachedTokens).toBeGreaterThan(1000);
  expect(usage.cachedTokens).toBeLessThan(usage.inputTokens);
});

test('a server that nobody started is named, with what to do', async () => {
  const port = await freePort();
  const error = await failure({}, { baseURL: `http://127.0.0.1:${port}/v1` });
  expect(error).toMatchObject({ code: 'model/unreachable', hint: expect.stringContaining('Is the server running?') });
  expect(error.message).toContain(`127.0.0.1:${port}`);
});

test('a page is called a page, and the base URL suspected', async () => {
  const error = await failure({ faults: () => ({ type: 'html' }) });
  expect(error.message).toContain('answered HTML, not JSON');
  expect(error.hint).toContain('base URL');
});

test('JSON of another API is not an answer', async () => {
  const error = await failure({ faults: () => ({ type: 'status', status: 200, error: 'Unexpected endpoint' }) });
  expect(error).toMatchObject({ code: 'model/rejected', message: expect.stringContaining('no chat completion') });
});

test('a wrong key is blamed on the variable it came from', async () => {
  const error = await failure({ faults: () => status(401) }, { keySource: 'MY_KEY' });
  expect(error.hint).toContain('MY_KEY');
});

test.each([401, 400, 429, 500])('a key that the server repeats with %i is nowhere in the error', async (code) => {
  const said = `Incorrect API key provided: ${KEY}. Also known as Bearer ${KEY} and sk-te**********cdef.`;
  const error = await failure({ faults: () => status(code, said) });
  const everything = [error.stack, JSON.stringify(error), inspect(error, { depth: 20, showHidden: true })].join('\n');
  expect(error.message).toContain('Incorrect API key provided: [key]');
  expect(everything).not.toMatch(/sk-te|0123456789abcdef/);
  expect(server?.requests[0]?.authorization).toBe(`Bearer ${KEY}`);
});

test('a key of any shape is taken out of what the server says', async () => {
  const apiKey = 'correct horse battery';
  const error = await failure({ faults: () => status(401, `No such key: ${apiKey}`) }, { apiKey });
  expect(error.message).toMatch(/No such key: \[key\]$/);
});

test('a stop ends the request in flight at once, and it is not asked again', async () => {
  const stop = new AbortController();
  const client = await clientOf({ faults: () => ({ type: 'hang' }), onRequest: () => stop.abort() });
  await expect(client.ask(REQUEST, stop.signal)).rejects.toMatchObject({ code: 'run/aborted' });
  expect(server?.requestCount).toBe(1);
});

test('an unknown provider is an error that lists the known ones', async () => {
  const client = await clientOf({});
  await expect(client.ask({ ...REQUEST, model: 'nobody/x' }, new AbortController().signal)).rejects.toMatchObject({
    code: 'model/unknown',
    hint: expect.stringContaining('openai'),
  });
});

test.each<[WireModel, object]>([
  [
    {},
    { response_format: { type: 'json_schema', json_schema: { name: 'story_title', strict: true } }, max_tokens: 900 },
  ],
  [{ structuredOutput: 'json_object' }, { response_format: { type: 'json_object' }, temperature: 0.5 }],
  [{ structuredOutput: 'none' }, { temperature: 0.5 }],
  [{ reasoning: true }, { max_completion_tokens: 900 }],
])('what is sent to a model that is %o', async (model, expected) => {
  await ask({}, { models: new Map([['gpt-5-mini', model]]) });
  const body = server?.requests[0]?.body;
  expect(body).toMatchObject({ model: 'gpt-5-mini', ...expected });
  expect('response_format' in (body ?? {})).toBe('response_format' in expected || model.reasoning === true);
  expect('max_tokens' in (body ?? {})).toBe(model.reasoning !== true);
  const inPrompt = model.structuredOutput !== undefined;
  expect(String(body?.messages?.[0]?.content).includes('"title"')).toBe(inPrompt);
});

/** A client of a new fake server; retries twice, without waiting. */
async function clientOf(
  behaviour: FakeOpenAiOptions,
  options: Partial<OpenAiCompatibleOptions> = {},
  totalMs = 20_000,
): Promise<LlmClient> {
  server = await startFakeOpenAI(behaviour);
  const provider = openaiCompatible({ name: 'openai', baseURL: server.url, apiKey: KEY, ...options });
  const providers = new Map([['openai', provider]]);
  return createClient({
    providers,
    router: {
      retries: 2,
      baseMs: 0,
      timeouts: { connectMs: totalMs, firstTokenMs: totalMs, chunkMs: totalMs, totalMs },
    },
  });
}

async function ask(...client: Parameters<typeof clientOf>): Promise<ModelAnswer> {
  return (await clientOf(...client)).ask(REQUEST, new AbortController().signal);
}

async function failure(...client: Parameters<typeof clientOf>): Promise<ScriptGenError> {
  const reason: unknown = await ask(...client).then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (isScriptGenError(reason)) return reason;
  throw reason;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => {
    probe.listen(0, '127.0.0.1', listening);
  });
  const address = probe.address();
  await new Promise((closed) => {
    probe.close(closed);
  });
  return typeof address === 'object' && address !== null ? address.port : 0;
}
