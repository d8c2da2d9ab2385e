import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import type { Completion, ModelRequest, ProviderCall } from '../model.ts';
import type { ModelError } from '../model-error.ts';
import { KEY, outcomeOf, REQUEST } from './fixtures/asking.ts';
import { json, startWire, type WireServer } from './fixtures/wire-server.ts';
import { makeProvider, type ProviderSpec } from './make.ts';
import { fieldsOf } from './said.ts';

const PARTS = [
  { model: 'm', message: { role: 'assistant', content: '', thinking: 'Hm.' }, done: false },
  { model: 'm', message: { role: 'assistant', content: '{"title":"Fe' }, done: false },
  { model: 'm', message: { role: 'assistant', content: 'rry"}' }, done: false },
  {
    ...{ model: 'm', message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' },
    ...{ prompt_eval_count: 60, eval_count: 12 },
  },
];

let server: WireServer | undefined;
afterEach(() => server?.close());

test('it is asked by its own API: the schema as format and in words, the context made large enough', async () => {
  const deltas: string[] = [];
  const responses: unknown[] = [];
  const outcome = await ask(lines(PARTS), {
    call: { onDelta: (text) => deltas.push(text), onResponse: (response) => responses.push(response) },
  });
  expect(outcome).toEqual({
    text: '{"title":"Ferry"}',
    finishReason: 'stop',
    usage: { inputTokens: 60, outputTokens: 12, cachedTokens: 0 },
    firstTokenMs: expect.any(Number),
  });
  expect(deltas).toEqual(['', '{"title":"Fe', 'rry"}']);
  expect(responses).toEqual([
    { status: 200, headers: expect.objectContaining({ 'content-type': 'application/x-ndjson' }) },
  ]);
  expect(chats()).toEqual([
    {
      model: 'm',
      messages: [
        { role: 'system', content: expect.stringMatching(/^You write\.\n\n.*It must match this JSON Schema:\n/) },
        { role: 'user', content: 'A title, please.' },
      ],
      stream: true,
      truncate: false,
      format: REQUEST.schema,
      options: { num_ctx: 8192, num_predict: 900, temperature: 0.5 },
    },
  ]);
});

test.each([
  ['json_object', 'json'],
  ['none', undefined],
] as const)('asked for %s, its format is %s', async (structuredOutput, format) => {
  await ask(lines(PARTS), { call: { structuredOutput } });
  expect(fieldsOf(chats()[0])['format']).toBe(format);
});

test('the context is as configured; else it grows in powers of two, never shrinks, and ends where the model does', async () => {
  await ask(lines(PARTS), { spec: { models: new Map([['m', { context: 20_000 }]]) } });
  expect(sizes()).toEqual([20_000]);
  expect(server?.requests.map(({ path }) => path)).toEqual(['/api/chat']);
  await server?.close();

  const long = (words: number): Partial<ModelRequest> => ({
    messages: [{ role: 'user', content: 'word '.repeat(words) }],
    params: { maxOutputTokens: 2000 },
  });
  const counted = lines([{ ...PARTS[3], prompt_eval_count: 99_999 }]);
  server = await startWire(({ path }, response) =>
    path === '/api/show'
      ? json(response, { body: { model_info: { 'llama.context_length': 65_536 } } })
      : counted(response),
  );
  const provider = makeProvider({ name: 'p', npm: 'ollama', baseURL: server.url, models: new Map() });
  for (const words of [10, 12_000, 10, 90_000]) {
    const { signal } = new AbortController();
    await outcomeOf(provider.answer({ ...REQUEST, ...long(words) }, { signal }));
  }
  expect(sizes()).toEqual([8192, 32_768, 32_768, 65_536]);
  expect(server.requests.filter(({ path }) => path === '/api/show')).toHaveLength(1);
});

test('a prompt in a script without spaces gets the context that it needs, and is not cut without a word', async () => {
  const messages = [{ role: 'user' as const, content: '渡し船が出る。'.repeat(3000) }];
  const counting = (count: number): unknown =>
    ask(lines([{ ...PARTS[3], prompt_eval_count: count }]), { request: { messages } });
  expect(await counting(8192)).toMatchObject({ code: 'model/context-exceeded' });
  expect(sizes()[0]).toBeGreaterThanOrEqual(32_768);
});

test('a prompt that was cut without a word is an error that says how much was read', async () => {
  const messages = [{ role: 'user' as const, content: 'The ferry leaves. '.repeat(2000) }];
  const counting = (count: number): unknown =>
    ask(lines([{ ...PARTS[3], prompt_eval_count: count }]), { request: { messages } });
  expect(await counting(4096)).toMatchObject({
    code: 'model/context-exceeded',
    message: expect.stringContaining('4096 tokens'),
    usage: { inputTokens: 4096 },
  });
  await server?.close();
  expect(await counting(7000)).toMatchObject({ finishReason: 'stop' });
  await server?.close();
  // Not counted is not cut.
  expect(await counting(0)).toMatchObject({ finishReason: 'stop' });
});

test('an answer without its last line is never one, wherever it is cut', async () => {
  const whole = bodyOf(PARTS);
  const cuts = Array.from({ length: 25 }, (_, n) => Math.floor(((whole.length - 2) * n) / 24));
  for (const to of cuts) {
    for (const reset of [false, true]) {
      const outcome = await ask((response) => {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        if (reset) response.write(whole.slice(0, to), () => response.destroy());
        else response.end(whole.slice(0, to));
      });
      expect(outcome).toMatchObject({ code: 'model/interrupted', retryable: true });
      await server?.close();
    }
  }
});

test.each<[string, (response: ServerResponse) => void, object]>([
  [
    'a model that is not there',
    (response) => json(response, { status: 404, body: { error: 'model "m" not found, try pulling it first' } }),
    { code: 'model/unknown', hint: 'Get it with: ollama pull m' },
  ],
  [
    'a prompt that is too long, said aloud',
    (response) => json(response, { status: 400, body: { error: 'the input length exceeds the context length' } }),
    { code: 'model/context-exceeded' },
  ],
  [
    'a schema that it cannot hold to',
    (response) => json(response, { status: 400, body: { error: 'invalid format: expected "json" or a JSON schema' } }),
    { code: 'model/schema-rejected' },
  ],
  [
    'a server that is full',
    (response) => json(response, { status: 503, body: { error: 'server busy' } }),
    { code: 'model/unavailable', status: 503 },
  ],
  [
    'a runner that dies',
    lines([PARTS[1], { error: 'llama runner process has terminated' }]),
    { code: 'model/interrupted', partial: '{"title":"Fe' },
  ],
  [
    'a runner that does not start',
    lines([{ error: 'llama runner process no longer running' }]),
    { code: 'model/unavailable' },
  ],
  ['another JSON', lines([{ hello: 'world' }]), { code: 'model/rejected' }],
  [
    'a page',
    (response) => response.end('<html>Sign in</html>'),
    { code: 'model/rejected', message: expect.stringContaining('HTML') },
  ],
  ['a reset', (response) => response.destroy(), { code: 'model/unreachable' }],
])('%s', async (_, answer, expected) => {
  expect(await ask(answer)).toMatchObject(expected);
});

test('an answer at its limit says so', async () => {
  expect(await ask(lines([PARTS[1], { ...PARTS[3], done_reason: 'length' }]))).toMatchObject({
    finishReason: 'length',
  });
});

test('the caller ends it at once, and what had come is kept', async () => {
  const ended = new AbortController();
  const outcome = await ask((response) => response.writeHead(200).write(bodyOf(PARTS.slice(0, 2))), {
    call: { signal: ended.signal, onDelta: (text) => (text === '' ? undefined : ended.abort()) },
  });
  expect(outcome).toMatchObject({ code: 'run/aborted', partial: '{"title":"Fe' });
});

test('a key is sent where there is one, and told nowhere', async () => {
  const error = await ask((response) => json(response, { status: 401, body: { error: `no such key ${KEY}` } }), {
    spec: { apiKey: KEY },
  });
  expect(server?.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(`${inspect(error, { depth: 9 })}${JSON.stringify(error)}${(error as Error).stack}`).not.toContain(KEY);
  expect(error).toMatchObject({ code: 'model/unauthorized' });
});

interface Asking {
  readonly spec?: Partial<ProviderSpec>;
  readonly call?: Partial<ProviderCall>;
  readonly request?: Partial<ModelRequest>;
}

/** Ask a new server that answers chats by `answer` and shows nothing of its models. */
async function ask(
  answer: (response: ServerResponse) => void,
  { spec, call, request }: Asking = {},
): Promise<Completion | ModelError> {
  server = await startWire(({ path }, response) =>
    path === '/api/show' ? json(response, { body: {} }) : answer(response),
  );
  const provider = makeProvider({ name: 'p', npm: 'ollama', baseURL: `${server.url}/v1`, models: new Map(), ...spec });
  const { signal } = new AbortController();
  return outcomeOf(provider.answer({ ...REQUEST, ...request }, { signal, ...call }));
}

function bodyOf(parts: readonly unknown[]): string {
  return parts.map((part) => `${JSON.stringify(part)}\n`).join('');
}

function lines(parts: readonly unknown[]): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.end(bodyOf(parts));
  };
}

function chats(): readonly unknown[] {
  return (server?.requests ?? []).filter(({ path }) => path === '/api/chat').map(({ body }) => body);
}

function sizes(): readonly unknown[] {
  return chats().map((body) => fieldsOf(fieldsOf(body)['options'])['num_ctx']);
}
