import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isModelError, type ModelError } from '../model-error.ts';
import { askOnce, KEY, outcomeOf, providerOf, REQUEST } from './fixtures/asking.ts';
import { json, startWire, stream } from './fixtures/wire-server.ts';
import { TEXT, WIRES } from './fixtures/wires.ts';

describe.each(Object.entries(WIRES))('%s', (name, wire) => {
  const body = wire.events.join('');
  const upToEnd = Buffer.byteLength(wire.events.slice(0, wire.end + 1).join(''));

  test('an answer is asked for by a stream, and gathered from it', async () => {
    const deltas: string[] = [];
    const responses: unknown[] = [];
    const { outcome, server } = await askOnce(wire, (response) => stream(response, body), {
      call: { onDelta: (text) => deltas.push(text), onResponse: (response) => responses.push(response) },
    });
    expect(outcome).toEqual({
      text: TEXT,
      finishReason: 'stop',
      usage: expect.objectContaining({ inputTokens: 1000, outputTokens: 50, cachedTokens: 700 }),
      firstTokenMs: expect.any(Number),
    });
    expect(server.requests.map(({ path }) => path)).toEqual([wire.path]);
    expect(deltas.join('')).toBe(TEXT);
    expect(deltas.includes('')).toBe(['Anthropic', 'Google', 'Mistral'].includes(name));
    expect(responses).toEqual([
      { status: 200, headers: expect.objectContaining({ 'content-type': 'text/event-stream' }) },
    ]);
  });

  test('a stream that is cut anywhere before its end is never an answer', async () => {
    const server = await startWire(({ headers }, response) =>
      stream(response, body, { to: Number(headers['x-to']), reset: headers['x-reset'] === 'true' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: upToEnd - 1 }), fc.boolean(), async (to, reset) => {
        // An event counts when its empty line has come: without the last byte of it there is no end.
        const headers = { 'x-to': String(to), 'x-reset': String(reset) };
        const provider = providerOf(wire, server.url, { headers });
        const outcome = await outcomeOf(
          provider.answer({ ...REQUEST, model: `p/${wire.model}` }, { signal: new AbortController().signal }),
        );
        expect(outcome).toMatchObject({ code: 'model/interrupted', retryable: true });
      }),
      { numRuns: 60 },
    );
    await server.close();
  });

  test('what came before a break is kept, and what it cost where the provider has said so', async () => {
    const half = wire.events.slice(0, wire.end).join('');
    const { outcome } = await askOnce(wire, (response) => stream(response, half, { reset: true }));
    expect(outcome).toMatchObject({ code: 'model/interrupted', partial: expect.stringContaining('{"title') });
    const usage = isModelError(outcome) ? outcome.usage?.inputTokens : 'no error';
    expect(usage).toBe(['Anthropic', 'Google'].includes(name) ? 1000 : undefined);
  });

  test('an answer that came whole for a stream is read, and not asked for again', async () => {
    const deltas: string[] = [];
    const { outcome, server } = await askOnce(wire, (response) => json(response, { body: wire.whole }), {
      call: { onDelta: (text) => deltas.push(text) },
    });
    expect(outcome).toMatchObject({
      text: TEXT,
      finishReason: 'stop',
      usage: { inputTokens: 1000, cachedTokens: 700 },
    });
    expect({ requests: server.requests.length, deltas }).toEqual({ requests: 1, deltas: [TEXT] });
  });

  test('a stream that is not labelled as one is one all the same', async () => {
    const { outcome } = await askOnce(wire, (response) => stream(response, body, { type: 'text/plain' }));
    expect(outcome).toMatchObject({ text: TEXT });
  });

  test('half a whole answer is no answer', async () => {
    const whole = JSON.stringify(wire.whole);
    const half = whole.slice(0, whole.length / 2);
    const { outcome } = await askOnce(wire, (response) => stream(response, half, { type: 'application/json' }));
    expect(outcome).toMatchObject({ code: 'model/interrupted' });
  });

  test('a page, another JSON and nothing at all are no answers', async () => {
    const page = '<!doctype html><title>Sign in</title>';
    const outcomes = [
      await askOnce(wire, (response) => stream(response, page, { type: 'text/html' })),
      await askOnce(wire, (response) => json(response, { body: { hello: 'world' } })),
      await askOnce(wire, (response) => stream(response, '')),
    ];
    expect(outcomes.map(({ outcome }) => (isModelError(outcome) ? outcome.code : outcome))).toEqual([
      'model/rejected',
      'model/rejected',
      'model/interrupted',
    ]);
  });

  test.each([
    ['overloaded', 'model/unavailable', 'model/unavailable'],
    ['rate', 'model/rate-limited', 'model/rate-limited'],
    ['server', 'model/unavailable', 'model/interrupted'],
  ] as const)('an error event "%s" is %s before any text, and %s after it', async (error, before, after) => {
    const started = wire.events.slice(0, wire.end).join('');
    const early = await askOnce(wire, (response) => stream(response, wire.error(error)));
    const late = await askOnce(wire, (response) => stream(response, started + wire.error(error)));
    expect(early.outcome).toMatchObject({ code: before });
    expect(late.outcome).toMatchObject({ code: after, partial: expect.stringContaining('{"title') });
  });

  test('an answer at its limit is an answer that says so', async () => {
    const { outcome } = await askOnce(wire, (response) => stream(response, wire.length.join('')));
    expect(outcome).toMatchObject({ finishReason: 'length', text: '{"title":"Fe' });
  });

  test('a refusal and a filter are told apart, with their words', async () => {
    for (const { code, events, says } of wire.stopped) {
      const { outcome } = await askOnce(wire, (response) => stream(response, events.join('')));
      expect(outcome).toMatchObject({ code, message: expect.stringContaining(says), retryable: false });
      expect((outcome as ModelError).usage?.inputTokens).toBeGreaterThan(0);
    }
  });

  test('a redirect is not followed, and the key goes nowhere', async () => {
    const elsewhere = await startWire((_, response) => response.end());
    const { outcome } = await askOnce(wire, (response) => {
      response.writeHead(307, { location: `${elsewhere.url}/` }).end();
    });
    expect(outcome).toMatchObject({ code: 'model/rejected', message: expect.stringContaining('307') });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  test('the key is in no error, whatever the server says', async () => {
    const said = `Wrong key ${KEY} in Bearer ${KEY}`;
    const errors = [
      await askOnce(wire, (response) =>
        json(response, { status: 401, body: { error: { message: said, type: said } } }),
      ),
      await askOnce(wire, (response) => json(response, { status: 500, body: said })),
      await askOnce(wire, (response) => json(response, { body: { error: said } })),
      await askOnce(wire, (response) => stream(response, `data: {"error":${JSON.stringify(said)}}\n\n`)),
      await askOnce(wire, (response) => stream(response, `data: ${said}\n\n`)),
      await askOnce(wire, (response) => response.destroy()),
    ].map(({ outcome }) => outcome);
    for (const error of errors) {
      expect(isModelError(error)).toBe(true);
      const everything = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${(error as Error).stack}`;
      expect(everything).not.toContain(KEY);
      expect(everything).not.toContain('A title, please.');
    }
  });

  test('a key is sent only where there is one, and is looked for nowhere else', async () => {
    const names = ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'MISTRAL_API_KEY'];
    for (const variable of names) process.env[variable] = KEY;
    const { server } = await askOnce(wire, (response) => stream(response, body), { spec: { apiKey: undefined } });
    for (const variable of names) delete process.env[variable];
    const sent = server.requests[0]?.headers ?? {};
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining([expect.stringMatching(/authorization|api-key/)]));
    expect(JSON.stringify(sent)).not.toContain(KEY);
    const keyed = await askOnce(wire, (response) => stream(response, body));
    expect(JSON.stringify(keyed.server.requests[0]?.headers)).toContain(KEY);
  });

  test('the caller ends it at once, and what had come is kept', async () => {
    const ended = new AbortController();
    const { outcome } = await askOnce(
      wire,
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(wire.events.slice(0, wire.end).join(''));
      },
      { call: { signal: ended.signal, onDelta: (text) => (text === '' ? undefined : ended.abort()) } },
    );
    expect(outcome).toMatchObject({ code: 'run/aborted', partial: expect.stringContaining('{"title') });
  });
});
