import { expect, onTestFinished, test } from 'vitest';
import {
  type FaultServer,
  type FaultServerOptions,
  type ScenarioName,
  startFaultServer,
  WIRE_FORMATS,
  type WireFormat,
} from '../index.ts';
import { type Fetched, fetchPieces } from './fixtures/fetch-pieces.ts';
import { answerIn, questionIn } from './fixtures/questions.ts';

async function start(options: FaultServerOptions = {}): Promise<FaultServer> {
  const server = await startFaultServer(options);
  onTestFinished(() => server.close());
  return server;
}

function ask(
  server: FaultServer,
  format: WireFormat = 'openai-chat',
  stream = false,
  options?: Parameters<typeof fetchPieces>[2],
): Promise<Fetched> {
  const { url, body } = questionIn(format, stream, server);
  return fetchPieces(url, body, options);
}

test('a scenario happens so many times, then all is well', async () => {
  const server = await start({ scenario: 'unavailable', times: 2 });
  const statuses = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await ask(server)).status);
  expect(statuses).toEqual([503, 503, 200, 200]);
  expect(server.questions.map(({ scenario }) => scenario)).toEqual([
    'unavailable',
    'unavailable',
    undefined,
    undefined,
  ]);
  expect(server.distinctCount).toBe(1);
});

test('what `faults` says comes before the standing scenario, and does not use it up', async () => {
  const server = await start({
    scenario: 'unavailable',
    times: 1,
    faults: ({ n }) => (n === 1 ? { type: 'status', status: 418, error: { message: 'tea', type: 'pot' } } : undefined),
  });
  const first = await ask(server);
  expect([first.status, JSON.parse(first.text)]).toEqual([418, { error: { message: 'tea', type: 'pot' } }]);
  expect([(await ask(server)).status, (await ask(server)).status]).toEqual([503, 200]);
});

test('a scenario that nobody knows is named at once, with the one that was meant', async () => {
  const unknown = 'unavailble' as ScenarioName;
  await expect((async () => startFaultServer({ scenario: unknown }))()).rejects.toMatchObject({
    code: 'input/invalid',
    hint: expect.stringContaining('unavailable'),
  });
  // In a callback only the client can be told.
  const server = await start({ faults: () => unknown });
  const { status, text } = await ask(server);
  expect([status, text]).toEqual([500, expect.stringContaining('unavailble')]);
});

test.each(WIRE_FORMATS)(
  '%s: input is charged once the request is accepted, output as far as it was sent',
  async (format) => {
    let scenario: ScenarioName | undefined;
    const pretend = format === 'mistral' ? 'mistral' : 'any';
    const server = await start({ pretend, faults: () => scenario, usage: { inputTokens: 500, outputTokens: 90 } });
    const charge = async (
      name: ScenarioName | undefined,
      stream: boolean,
      options?: Parameters<typeof fetchPieces>[2],
    ) => {
      scenario = name;
      await ask(server, format, stream, options);
      const { inputTokens, outputTokens } = server.questions.at(-1)?.charged ?? {};
      return [inputTokens, outputTokens];
    };
    expect(await charge(undefined, false)).toEqual([500, 90]);
    expect(await charge(undefined, true)).toEqual([500, 90]);
    for (const name of ['unavailable', 'rate-limited-1s', 'connection-reset', 'proxy-page', 'redirect'] as const) {
      expect(await charge(name, true), name).toEqual([0, 0]);
    }
    expect(await charge('hang', false, { patienceMs: 50 })).toEqual([500, 0]);
    const [input, output = 0] = await charge('stream-killed', true);
    expect(input).toBe(500);
    expect(output).toBeGreaterThan(0);
    expect(output).toBeLessThan(90);
  },
);

test('a client that goes away is noted, one that gets everything is not', async () => {
  const server = await start({ faults: ({ n }) => (n === 1 ? 'endless' : n === 2 ? 'hang' : undefined) });
  await ask(server, 'anthropic', true, { enough: (pieces) => pieces.length > 20 });
  await ask(server, 'anthropic', true, { patienceMs: 30 });
  await ask(server, 'anthropic', true);
  await expect
    .poll(() => server.questions.map(({ abortedByClient }) => abortedByClient), { timeout: 20_000 })
    .toEqual([true, true, false]);
  const { outputTokens } = server.questions[0]?.charged ?? { outputTokens: 0 };
  await ask(server);
  // It stopped sending: nothing is charged for a client that is gone.
  expect(server.questions[0]?.charged.outputTokens).toBe(outputTokens);
});

test('who is cut off by the server has not gone away', async () => {
  const names = ['connection-reset', 'stream-killed', 'body-broken'] as const;
  const server = await start({ faults: ({ n }) => names[n - 1] });
  for (const _ of names) expect((await ask(server, 'anthropic', true)).end).toBe('broken');
  await ask(server);
  expect(server.questions.map(({ abortedByClient }) => abortedByClient)).toEqual([false, false, false, false]);
});

test('nothing is charged for what a client no longer takes', async () => {
  const server = await start({ answer: 'word '.repeat(1000), split: ({ n }) => (n === 1 ? 'bytes' : 'frames') });
  await ask(server, 'google', true, { enough: (pieces) => pieces.length > 500 });
  await expect.poll(() => server.questions[0]?.abortedByClient, { timeout: 20_000 }).toBe(true);
  await ask(server);
  const before = server.questions[0]?.charged.outputTokens ?? 0;
  expect(before).toBeGreaterThan(0);
  for (let n = 0; n < 20; n += 1) await ask(server);
  expect(server.questions[0]?.charged.outputTokens).toBe(before);
});

test('a client that goes away while it waits is charged for what it asked', async () => {
  const server = await start({ latency: ({ n }) => (n === 1 ? 500 : 0) });
  await ask(server, 'openai-chat', false, { patienceMs: 20 });
  await expect.poll(() => server.questions[0]?.charged.inputTokens, { timeout: 20_000 }).toBeGreaterThan(0);
  expect(server.questions[0]).toMatchObject({ abortedByClient: true, charged: { outputTokens: 0 } });
});

test.each([
  ['authorization', 'Bearer sk-secret'],
  ['x-api-key', 'sk-secret'],
  ['x-goog-api-key', 'sk-secret'],
])('no record holds the key that came in %s', async (name, value) => {
  const server = await start();
  await ask(server, 'openai-chat', false, { headers: { [name]: value, 'x-other': 'kept' } });
  await ask(server);
  expect(JSON.stringify(server.requests)).not.toContain('sk-secret');
  expect(server.requests.map(({ keyCame, headers }) => [keyCame, headers['x-other']])).toEqual([
    [true, 'kept'],
    [false, undefined],
  ]);
});

test('a key in the path is taken out of it', async () => {
  const server = await start();
  await fetchPieces(`${server.url}/v1beta/models?pageSize=5&key=AIza-secret`, undefined);
  expect(server.requests[0]).toMatchObject({ path: '/v1beta/models?pageSize=5', keyCame: true });
});

test('who follows a redirect with a key is seen', async () => {
  const server = await start({ scenario: 'redirect' });
  const { url, body } = questionIn('anthropic', false, server);
  // `fetch` drops Authorization on the way to another origin, but not x-api-key.
  await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'x-api-key': 'sk-secret' } });
  expect(server.requests.map(({ path, keyCame }) => [path, keyCame])).toEqual([
    ['/v1/messages', true],
    ['/elsewhere', true],
  ]);
});

test('limits refuse with the time to wait, tell it on every answer, and are refilled by the clock', async () => {
  let now = Date.UTC(2026, 0, 1);
  const server = await start({ limits: { rpm: 2, tpm: 10_000 }, now: () => now });
  const first = await ask(server);
  expect(first.headers).toMatchObject({
    'x-ratelimit-limit-requests': '2',
    'x-ratelimit-remaining-requests': '1',
    'x-ratelimit-reset-requests': '30s',
    'x-ratelimit-limit-tokens': '10000',
  });
  const second = await ask(server, 'anthropic');
  expect(second.headers).toMatchObject({
    'anthropic-ratelimit-requests-remaining': '0',
    'anthropic-ratelimit-requests-reset': '2026-01-01T00:01:00Z',
  });
  const third = await ask(server, 'google');
  expect([third.status, third.headers['retry-after']]).toEqual([429, '30']);
  expect(third.text).toContain('"retryDelay":"30s"');
  now += 29_999;
  expect((await ask(server)).status).toBe(429);
  now += 1;
  // Half a minute is one request, and only one.
  expect([(await ask(server)).status, (await ask(server)).status]).toEqual([200, 429]);
  expect(server.questions.map(({ status, charged }) => [status, charged.inputTokens > 0])).toEqual([
    [200, true],
    [200, true],
    [429, false],
    [429, false],
    [200, true],
    [429, false],
  ]);
});

test('tokens that were answered count against the limit', async () => {
  let now = 0;
  const server = await start({
    limits: { tpm: 1000 },
    usage: { inputTokens: 100, outputTokens: 1200 },
    now: () => now,
  });
  expect((await ask(server, 'openai-chat', true)).status).toBe(200);
  const { status, headers } = await ask(server);
  // 300 below nothing, and 100 wanted: 400 of 1000 a minute.
  expect([status, headers['retry-after']]).toEqual([429, '24']);
  now += 24_000;
  expect((await ask(server)).status).toBe(200);
});

test('Google without `alt=sse` streams one array', async () => {
  const server = await start({ answer: { title: 'x' } });
  const { body } = questionIn('google', true, server);
  const { text } = await fetchPieces(`${server.url}/v1beta/models/m:streamGenerateContent`, body);
  const chunks = JSON.parse(text) as readonly object[];
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.map((chunk) => answerIn('google', false, JSON.stringify(chunk))).join('')).toBe('{"title":"x"}');
});

test('a fault of streams cannot happen to a whole answer, nor to an array', async () => {
  const server = await start({ scenario: { type: 'unfinished' } });
  expect((await ask(server)).text).toContain('Fault \\"unfinished\\" cannot happen to a whole answer of openai-chat.');
  const { body } = questionIn('google', true, server);
  const { status, text } = await fetchPieces(`${server.url}/v1beta/models/m:streamGenerateContent`, body);
  expect([status, text]).toEqual([501, expect.stringContaining('a stream that is an array of google')]);
  expect((await ask(server, 'openai-chat', true)).status).toBe(200);
});

test('a body that is no JSON is refused in the format asked', async () => {
  const server = await start();
  const response = await fetch(`${server.url}/v1/messages`, { method: 'POST', body: 'no' });
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ type: 'error' })]);
});

test('ending the server ends what hangs', async () => {
  const server = await startFaultServer({ scenario: 'hang' });
  const hanging = ask(server);
  await expect.poll(() => server.questions.length, { timeout: 20_000 }).toBe(1);
  await server.close();
  expect((await hanging).end).toBe('broken');
  expect(server.questions[0]?.abortedByClient).toBe(false);
});
