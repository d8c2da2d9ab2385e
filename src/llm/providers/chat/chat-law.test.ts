import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ModelRequest, Provider } from '../../model.ts';
import { isModelError } from '../../model-error.ts';
import type { Dialect } from '../dialect.ts';
import { outcomeOf, REQUEST } from '../fixtures/asking.ts';
import { startWire, stream, type WireServer } from '../fixtures/wire-server.ts';
import type { ProviderSpec } from '../make.ts';
import { readOpenAiModels } from '../model-lists.ts';
import { sdkProvider } from '../sdk-provider.ts';
import type { WireModel } from '../wire-model.ts';
import { chatProvider } from './chat-provider.ts';

/*
 * Servers are tried with the SDK's package. So whatever it sends is what is sent here, and whatever it reads of an answer
 * or a fault is what is read here.
 */

/** The package itself. */
const THEIRS: Dialect = {
  baseURL: '',
  keyHeader: { name: 'authorization', value: (key) => `Bearer ${key}` },
  jsonObject: true,
  async load({ models, ...setup }) {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return (id) =>
      createOpenAICompatible({
        ...setup,
        includeUsage: true,
        supportsStructuredOutputs: true,
        transformRequestBody: ({ max_tokens, ...body }) =>
          max_tokens === undefined
            ? body
            : { ...body, [models.get(id)?.reasoning ? 'max_completion_tokens' : 'max_tokens']: max_tokens },
      }).chatModel(id);
  },
  readModels: readOpenAiModels,
};
const WAYS: readonly ((spec: ProviderSpec) => Provider)[] = [chatProvider, (spec) => sdkProvider(spec, THEIRS)];

function specFor({ url }: WireServer, more: Partial<ProviderSpec> = {}): ProviderSpec {
  return { name: 'p', npm: '@ai-sdk/openai-compatible', baseURL: `${url}/v1/`, models: new Map(), ...more };
}

test('a request is what the SDK would send: path, headers and body', async () => {
  const server = await startWire((_, response) => stream(response, DONE));
  const message = fc.record({ role: fc.constantFrom('user', 'assistant'), content: fc.string({ minLength: 1 }) });
  const request = fc.record({
    params: fc.record(
      { temperature: fc.constantFrom(0, 0.7), maxOutputTokens: fc.integer({ min: 1, max: 9000 }) },
      { requiredKeys: [] },
    ),
    messages: fc
      .tuple(
        fc.array(fc.record({ role: fc.constant('system'), content: fc.string() }), { maxLength: 2 }),
        fc.array(message),
      )
      .map((parts) => parts.flat()),
    task: fc.record({ name: fc.string(), input: fc.constant({}) }),
  }) as fc.Arbitrary<Pick<ModelRequest, 'params' | 'messages' | 'task'>>;
  const wire: fc.Arbitrary<WireModel> = fc.record(
    { reasoning: fc.boolean(), structuredOutput: fc.constantFrom('json_schema', 'json_object', 'none') },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(request, wire, fc.constantFrom(undefined, 'a-key-of-theirs'), async (asked, model, apiKey) => {
      const spec = specFor(server, { apiKey, models: new Map([['m', model]]), headers: { 'X-Team': 'Room 4' } });
      for (const way of WAYS) {
        await way(spec).answer({ ...REQUEST, ...asked, model: 'p/m' }, { signal: new AbortController().signal });
      }
      const [ours, theirs] = server.requests
        .slice(-2)
        .map(({ method, path, body, headers: { 'user-agent': _, ...headers } }) => {
          const { 'content-length': length, ...rest } = headers;
          return { method, path, body, headers: rest };
        });
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 60 },
  );
  await server.close();
});

/** Something absent, or one of these. */
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 3, arbitrary: value }, fc.constantFrom(null, undefined));

const TEXT = fc.constantFrom('', '{"title":', '"Fé\u{1F600}"}', 'a\nb');
const PARTS = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('text'), text: TEXT }),
    fc.record({ type: fc.constant('thinking'), thinking: fc.constant([{ type: 'text', text: 'Hm.' }]) }),
  ),
  { maxLength: 2 },
);
const DELTA = fc.record({
  role: maybe(fc.constant('assistant')),
  content: maybe(fc.oneof({ weight: 4, arbitrary: TEXT }, PARTS)),
  refusal: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, fc.constantFrom(null, '', 'I cannot.')),
  reasoning_content: maybe(fc.constantFrom('', 'Hm.')),
});
const USAGE = fc.record({
  prompt_tokens: fc.nat(2000),
  completion_tokens: fc.nat(200),
  total_tokens: maybe(fc.nat(3000)),
  prompt_tokens_details: maybe(fc.record({ cached_tokens: maybe(fc.nat(500)) })),
  completion_tokens_details: maybe(fc.record({ reasoning_tokens: maybe(fc.nat(50)) })),
});
const FINISH = fc.constantFrom('stop', 'stop', 'length', 'content_filter', 'tool_calls', 'abort', '', 'eos');
const CHUNK = fc.record({
  id: maybe(fc.constant('c1')),
  choices: fc.array(fc.record({ delta: maybe(DELTA), finish_reason: maybe(fc.constant(null)) }), { maxLength: 1 }),
});
const END = fc.record({
  choices: FINISH.map((finish_reason) => [{ index: 0, delta: {}, finish_reason }]),
  usage: maybe(USAGE),
});
const FAULT = fc.constantFrom(
  { error: { message: 'The engine is overloaded.', type: 'overloaded_error', code: 503 } },
  { error: { message: 'It broke.', type: 'server_error', param: null, code: null } },
  { error: 'out of memory' },
  { object: 'error', message: 'Slow down.', code: 429 },
  { detail: 'Not now.' },
  { hello: 'world' },
  { choices: 'none' },
  7,
);
const data = (event: unknown): string => `data: ${JSON.stringify(event)}\n\n`;
const DONE = [{ choices: [{ delta: { content: '{"title":"Ferry"}' }, finish_reason: 'stop' }] }, '[DONE]']
  .map((event) => (typeof event === 'string' ? `data: ${event}\n\n` : data(event)))
  .join('');
const STREAM = fc
  .tuple(
    fc.array(CHUNK.map(data), { maxLength: 4 }),
    fc.oneof({ weight: 6, arbitrary: fc.constant('') }, FAULT.map(data), fc.constant('data: {"cho\n\n')),
    fc.oneof({ weight: 6, arbitrary: END.map(data) }, fc.constant('')),
    fc.oneof(
      fc.constant(''),
      USAGE.map((usage) => data({ choices: [], usage })),
    ),
    fc.constantFrom('data: [DONE]\n\n', ''),
  )
  .map(([chunks, ...rest]) => [...chunks, ...rest].join(''));

test('an answer is read as the SDK reads it, and so is every fault in its stream', async () => {
  const answers = new Map<string, string>();
  const server = await startWire(({ headers }, response) =>
    stream(response, answers.get(String(headers['x-n'])) ?? ''),
  );
  let n = 0;
  const read = async (body: string, way: (spec: ProviderSpec) => Provider): Promise<unknown> => {
    n += 1;
    answers.set(String(n), body);
    return told(way(specFor(server, { headers: { 'x-n': String(n) } })));
  };
  await fc.assert(
    fc.asyncProperty(STREAM, async (body) => {
      const [ours, theirs] = await Promise.all(WAYS.map((way) => read(body, way)));
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 200 },
  );
  await server.close();
});

test('a body that came whole, or is none, is read as the SDK reads it', async () => {
  const message = fc.record({
    content: maybe(fc.oneof(TEXT, PARTS)),
    refusal: fc.constantFrom(null, undefined, 'I cannot.'),
  });
  const body = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record({ choices: fc.tuple(fc.record({ message, finish_reason: FINISH })), usage: maybe(USAGE) })
        .map((value) => JSON.stringify(value)),
    },
    FAULT.map((value) => JSON.stringify(value)),
    fc.constantFrom('<!doctype html><p>Sign in</p>', 'Not here.', '{"choices":[{"mess', '', '{}', '[]'),
  );
  const answers: { status: number; type: string; body: string }[] = [];
  const server = await startWire((_, response) => {
    const { status, type, body: text } = answers[0] ?? { status: 500, type: '', body: '' };
    response.writeHead(status, { 'content-type': type }).end(text);
  });
  await fc.assert(
    fc.asyncProperty(
      body,
      fc.constantFrom('application/json', 'text/html', 'text/plain'),
      fc.constantFrom(200, 200, 200, 302, 400, 401, 404, 429, 500),
      async (text, type, status) => {
        answers[0] = { status, type, body: text };
        const [ours, theirs] = await Promise.all(WAYS.map((way) => told(way(specFor(server)))));
        expect(ours).toEqual(theirs);
      },
    ),
    { numRuns: 200 },
  );
  await server.close();
});

test('an event stream without its label is read as one, wherever its first bytes are cut', async () => {
  for (const cut of [1, 3, 5, 6, 20]) {
    const server = await startWire((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write(DONE.slice(0, cut));
      setTimeout(() => response.end(DONE.slice(cut)), 20);
    });
    expect(await told(chatProvider(specFor(server)))).toMatchObject({
      text: '{"title":"Ferry"}',
      finishReason: 'stop',
    });
    await server.close();
  }
});

/** What comes of one question, as far as ours and theirs must agree. */
async function told(provider: Provider): Promise<unknown> {
  const deltas: string[] = [];
  const call = { signal: new AbortController().signal, onDelta: (text: string) => deltas.push(text) };
  const outcome = await outcomeOf(provider.answer({ ...REQUEST, model: 'p/m' }, call));
  const heard = deltas.filter((delta) => delta !== '').join('');
  if (!isModelError(outcome)) return { ...(outcome as object), firstTokenMs: undefined, heard };
  const { code, hint, partial, status, retryable } = outcome;
  const { inputTokens } = { ...outcome.usage };
  // An event that is no answer has a class of its own here.
  const message = outcome.message.replace(/\((AI_\w+Error|NoChatEvent)\)/, '(…)');
  // Of an answer that breaks off the thinking is counted too here.
  return { code, message, hint, partial, inputTokens, status, retryable, heard };
}
