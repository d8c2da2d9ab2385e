import { describe, expect, test } from 'vitest';
import { isModelError } from '../model-error.ts';
import { askOnce, outcomeOf, providerOf, REQUEST } from './fixtures/asking.ts';
import { json, startWire, stream } from './fixtures/wire-server.ts';
import { WIRES, type Wire } from './fixtures/wires.ts';

const openai = (message: string, more: object = {}): object => ({
  error: { message, type: 'invalid_request_error', param: null, code: null, ...more },
});
const anthropic = (type: string, message: string): object => ({ type: 'error', error: { type, message } });
const google = (code: number, status: string, message: string, details: readonly object[] = []): object => ({
  error: { code, message, status, details },
});
const mistral = (message: string, type: string): object => ({
  ...{ object: 'error', message, type },
  ...{ param: null, code: '3000' },
});
const GOOGLE_QUOTA = (id: string): object => ({
  '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
  violations: [{ quotaId: id }],
});

test.each<[string, number, object | string, string]>([
  ['OpenAI responses', 401, openai('Incorrect API key provided', { code: 'invalid_api_key' }), 'model/unauthorized'],
  ['OpenAI responses', 403, openai('Country not supported'), 'model/unauthorized'],
  ['OpenAI responses', 404, openai('The model `m` does not exist', { code: 'model_not_found' }), 'model/unknown'],
  [
    'OpenAI responses',
    400,
    openai('The requested model m does not exist.', { code: 'model_not_found' }),
    'model/unknown',
  ],
  ['OpenAI responses', 429, openai('Rate limit reached', { code: 'rate_limit_exceeded' }), 'model/rate-limited'],
  ['OpenAI responses', 429, openai('You exceeded your current quota', { code: 'insufficient_quota' }), 'model/quota'],
  ['OpenAI responses', 400, openai('Billing hard limit', { code: 'billing_hard_limit_reached' }), 'model/quota'],
  [
    'OpenAI responses',
    400,
    openai('Your input exceeds the context window of this model.', { code: 'context_length_exceeded' }),
    'model/context-exceeded',
  ],
  [
    'OpenAI responses',
    400,
    openai("Invalid schema for response_format 'x'", { param: 'text.format.schema' }),
    'model/schema-rejected',
  ],
  ['OpenAI responses', 400, openai('Your prompt was flagged', { code: 'invalid_prompt' }), 'model/filtered'],
  ['OpenAI responses', 400, openai('max_tokens is too large: 99999.'), 'model/rejected'],
  ['OpenAI chat', 400, openai("This model's maximum context length is 8192 tokens."), 'model/context-exceeded'],
  ['OpenAI chat', 400, openai("Invalid parameter: 'response_format' of type 'json_schema'"), 'model/schema-rejected'],
  ['OpenAI chat', 400, openai('Filtered.', { code: 'content_filter' }), 'model/filtered'],
  ['OpenAI chat', 503, openai('Overloaded'), 'model/unavailable'],
  ['Anthropic', 401, anthropic('authentication_error', 'invalid x-api-key'), 'model/unauthorized'],
  ['Anthropic', 404, anthropic('not_found_error', 'model: m'), 'model/unknown'],
  ['Anthropic', 429, anthropic('rate_limit_error', 'Too many'), 'model/rate-limited'],
  ['Anthropic', 400, anthropic('invalid_request_error', 'Your credit balance is too low'), 'model/quota'],
  [
    'Anthropic',
    400,
    anthropic('invalid_request_error', 'You have reached your specified API usage limits.'),
    'model/quota',
  ],
  [
    'Anthropic',
    400,
    anthropic('invalid_request_error', 'prompt is too long: 208310 tokens > 200000 maximum'),
    'model/context-exceeded',
  ],
  [
    'Anthropic',
    400,
    anthropic('invalid_request_error', 'input length and `max_tokens` exceed context limit'),
    'model/context-exceeded',
  ],
  ['Anthropic', 413, anthropic('request_too_large', 'Request exceeds the maximum size'), 'model/context-exceeded'],
  [
    'Anthropic',
    400,
    anthropic('invalid_request_error', 'output_config.format.schema: Schema is too complex'),
    'model/schema-rejected',
  ],
  [
    'Anthropic',
    400,
    anthropic('invalid_request_error', 'Output blocked by content filtering policy'),
    'model/filtered',
  ],
  [
    'Anthropic',
    400,
    anthropic('invalid_request_error', 'max_tokens: 99999 > 64000, which is the maximum'),
    'model/rejected',
  ],
  ['Anthropic', 500, anthropic('api_error', 'Internal'), 'model/unavailable'],
  ['Anthropic', 529, anthropic('overloaded_error', 'Overloaded'), 'model/unavailable'],
  [
    'Google',
    400,
    google(400, 'INVALID_ARGUMENT', 'API key not valid.', [{ reason: 'API_KEY_INVALID' }]),
    'model/unauthorized',
  ],
  ['Google', 403, google(403, 'PERMISSION_DENIED', 'Denied'), 'model/unauthorized'],
  ['Google', 404, google(404, 'NOT_FOUND', 'models/m is not found'), 'model/unknown'],
  [
    'Google',
    429,
    google(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota', [
      GOOGLE_QUOTA('GenerateRequestsPerMinutePerProjectPerModel'),
    ]),
    'model/rate-limited',
  ],
  [
    'Google',
    429,
    google(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota', [
      GOOGLE_QUOTA('GenerateRequestsPerDayPerProjectPerModel-FreeTier'),
    ]),
    'model/quota',
  ],
  [
    'Google',
    400,
    google(400, 'INVALID_ARGUMENT', 'The input token count (1100000) exceeds the maximum number of tokens allowed'),
    'model/context-exceeded',
  ],
  [
    'Google',
    400,
    google(400, 'INVALID_ARGUMENT', 'A schema in GenerationConfig exceeds the maximum allowed nesting depth.'),
    'model/schema-rejected',
  ],
  [
    'Google',
    400,
    google(400, 'INVALID_ARGUMENT', 'Unknown name "responseJsonSchema" at generation_config'),
    'model/schema-rejected',
  ],
  ['Google', 503, google(503, 'UNAVAILABLE', 'The model is overloaded.'), 'model/unavailable'],
  ['Mistral', 401, { message: 'Unauthorized' }, 'model/unauthorized'],
  ['Mistral', 400, mistral('Invalid model: m', 'invalid_model'), 'model/unknown'],
  [
    'Mistral',
    400,
    mistral(
      'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
      'invalid_request_error',
    ),
    'model/context-exceeded',
  ],
  [
    'Mistral',
    422,
    { detail: [{ loc: ['body', 'response_format'], msg: 'Input should be a valid dictionary' }] },
    'model/schema-rejected',
  ],
  ['Mistral', 429, mistral('Requests rate limit exceeded', 'rate_limited'), 'model/rate-limited'],
  ['OpenAI-compatible', 402, openai('Insufficient credits'), 'model/quota'],
  [
    'OpenAI-compatible',
    400,
    {
      error: {
        code: 400,
        message: 'the request exceeds the available context size',
        type: 'exceed_context_size_error',
      },
    },
    'model/context-exceeded',
  ],
  ['OpenAI-compatible', 500, 'failed to parse grammar', 'model/unavailable'],
  [
    'OpenAI-compatible',
    400,
    { object: 'error', message: 'xgrammar cannot compile', type: 'BadRequestError', code: 400 },
    'model/schema-rejected',
  ],
  ['OpenAI-compatible', 400, { error: 'The model `m` does not exist' }, 'model/unknown'],
  ['OpenAI-compatible', 403, openai('Your input was flagged'), 'model/filtered'],
  ['OpenAI-compatible', 413, 'too large', 'model/context-exceeded'],
  ['OpenAI-compatible', 409, openai('conflict'), 'model/unavailable'],
  ['OpenAI-compatible', 425, openai('early'), 'model/unavailable'],
  ['OpenAI-compatible', 418, openai('teapot'), 'model/rejected'],
  ['OpenAI-compatible', 502, '<html><h1>Bad gateway</h1></html>', 'model/unavailable'],
])('%s: %s with %j', async (name, status, body, code) => {
  const { outcome, server } = await askOnce(wireOf(name), (response) => json(response, { status, body }));
  expect(outcome).toMatchObject({ code, status });
  expect(server.requests).toHaveLength(1);
});

test.each([
  { body: { error: { code: 502, message: 'Upstream is down' } } },
  { body: { error: { type: 'overloaded_error', message: 'Busy' } } },
])('a success that holds an error, as routers send it, is that error: %j', async ({ body }) => {
  const { outcome } = await askOnce(wireOf('OpenAI-compatible'), (response) => json(response, { body }));
  expect(outcome).toMatchObject({ code: 'model/unavailable', status: 200 });
});

describe('headers', () => {
  test('only those that say when to come back, and the time there, are kept, and onResponse sees all', async () => {
    const headers = {
      'Retry-After': '7',
      'retry-after-ms': '7000',
      'X-RateLimit-Reset-Requests': '200ms',
      'anthropic-ratelimit-tokens-reset': '2026-01-01T00:00:00Z',
      'x-request-id': 'r',
      'set-cookie': 'secret',
    };
    const seen: unknown[] = [];
    const { outcome } = await askOnce(
      wireOf('Anthropic'),
      (response) => json(response, { status: 429, body: {}, headers }),
      { call: { onResponse: (response) => seen.push(response) } },
    );
    expect(isModelError(outcome) ? outcome.headers : outcome).toEqual({
      date: expect.any(String),
      'retry-after': '7',
      'retry-after-ms': '7000',
      'x-ratelimit-reset-requests': '200ms',
      'anthropic-ratelimit-tokens-reset': '2026-01-01T00:00:00Z',
    });
    expect(seen).toEqual([{ status: 429, headers: expect.objectContaining({ 'x-request-id': 'r' }) }]);
  });

  test('Google says in the body when to come back', async () => {
    const body = google(429, 'RESOURCE_EXHAUSTED', 'Wait', [
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.07s' },
    ]);
    const { outcome } = await askOnce(wireOf('Google'), (response) => json(response, { status: 429, body }));
    expect(outcome).toMatchObject({ code: 'model/rate-limited', headers: { 'retry-after-ms': '34070' } });
  });
});

describe('a server that rejects streams', () => {
  test('is asked once more without, and from then on at once', async () => {
    const wire = wireOf('OpenAI-compatible');
    const server = await startWire(({ body }, response) => {
      if ((body as { stream?: boolean }).stream) {
        json(response, {
          status: 400,
          body: openai('Your organization must be verified to stream this model.', { param: 'stream' }),
        });
      } else json(response, { body: wire.whole });
    });
    const provider = providerOf(wire, server.url);
    const ask = async (): Promise<unknown> =>
      outcomeOf(provider.answer({ ...REQUEST, model: 'p/m' }, { signal: new AbortController().signal }));
    expect(await ask()).toMatchObject({ finishReason: 'stop' });
    expect(await ask()).toMatchObject({ finishReason: 'stop' });
    expect(server.requests.map(({ body }) => (body as { stream?: boolean }).stream)).toEqual([
      true,
      undefined,
      undefined,
    ]);
    await server.close();
  });

  test('and everything else is told as it is, and asked by a stream again', async () => {
    const wire = wireOf('OpenAI-compatible');
    const server = await startWire((_, response) => json(response, { status: 400, body: openai('A stream? Never.') }));
    const provider = providerOf(wire, server.url);
    const ask = async (): Promise<unknown> =>
      outcomeOf(provider.answer({ ...REQUEST, model: 'p/m' }, { signal: new AbortController().signal }));
    expect(await ask()).toMatchObject({ code: 'model/rejected' });
    await ask();
    expect(server.requests.map(({ body }) => (body as { stream?: boolean }).stream)).toEqual([
      true,
      undefined,
      true,
      undefined,
    ]);
    await server.close();
  });
});

test.each([
  ['abort', 'vLLM'],
  ['error', 'OpenRouter'],
  ['insufficient_system_resource', 'DeepSeek'],
  ['', 'proxies'],
])('a finish reason "%s", as of %s, is no end', async (reason) => {
  const wire = wireOf('OpenAI-compatible');
  const events = wire.events.join('').replace('"finish_reason":"stop"', `"finish_reason":"${reason}"`);
  const { outcome } = await askOnce(wire, (response) => stream(response, events));
  expect(outcome).toMatchObject({ code: 'model/interrupted', partial: '{"title":"Ferry"}' });
});

test('a model of Anthropic that fills its context says so', async () => {
  const wire = wireOf('Anthropic');
  const events = wire.events.join('').replace('end_turn', 'model_context_window_exceeded');
  const { outcome } = await askOnce(wire, (response) => stream(response, events));
  expect(outcome).toMatchObject({ code: 'model/context-exceeded', usage: { inputTokens: 1000 } });
});

test('a connection that is reset, and one that is not made, are unreachable, with nothing of the SDK', async () => {
  const { outcome, server } = await askOnce(wireOf('Google'), (response) => response.destroy());
  expect(outcome).toMatchObject({
    code: 'model/unreachable',
    message: expect.stringContaining('ECONNRESET'),
  });
  expect(outcome).not.toHaveProperty('cause');
  const provider = providerOf(wireOf('Google'), server.url);
  const refused = await outcomeOf(
    provider.answer({ ...REQUEST, model: 'p/m' }, { signal: new AbortController().signal }),
  );
  expect(refused).toMatchObject({ code: 'model/unreachable', hint: expect.stringContaining('Is the server running?') });
});

test.each(Object.values(WIRES))(
  'an address that is none is told before anything is asked, and not tried again: $spec.npm',
  async (wire) => {
    const outcome = await outcomeOf(
      providerOf(wire, '', { baseURL: 'not an address' }).answer(REQUEST, { signal: new AbortController().signal }),
    );
    expect(outcome).toMatchObject({ retryable: false, hint: expect.stringContaining('base URL') });
  },
);

function wireOf(name: string): Wire {
  const wire = WIRES[name];
  if (wire === undefined) throw new Error(`no wire ${name}`);
  return wire;
}
