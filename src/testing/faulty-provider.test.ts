import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isModelError, type ModelRequest, type Provider } from '../llm/index.ts';
import { type FaultRates, faultyProvider, scriptedModel } from './index.ts';

const inner = scriptedModel(() => ({ title: 'A ferry in the fog' }));

function request(text: string): ModelRequest {
  return {
    model: 'm/m',
    params: {},
    messages: [{ role: 'user', content: text }],
    schema: {},
    task: { name: 't', input: {} },
  };
}

function outcome(provider: Provider, text: string): Promise<string> {
  return provider.answer(request(text), { signal: new AbortController().signal }).then(
    () => 'answered',
    (error: unknown) => (isModelError(error) ? error.code : 'another error'),
  );
}

const RATES: FaultRates = { 'model/unavailable': 0.3, 'model/rate-limited': 0.2, 'model/interrupted': 0.1 };

test('the same seed fails the same way, in whatever order questions come', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `question ${index}`);
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.shuffledSubarray(names, { minLength: 12 }), async (seed, order) => {
      const outcomes = async (texts: readonly string[]): Promise<Record<string, string>> => {
        const provider = faultyProvider(inner, { seed, rates: RATES });
        return Object.fromEntries(await Promise.all(texts.map(async (text) => [text, await outcome(provider, text)])));
      };
      expect(await outcomes(order)).toEqual(await outcomes(names));
    }),
    { numRuns: 30 },
  );
});

test('faults come about as often as they are to, and asking again draws again', async () => {
  const provider = faultyProvider(inner, { seed: 3, rates: RATES });
  const counts = new Map<string, number>();
  for (let time = 0; time < 2000; time += 1) {
    const code = await outcome(provider, 'the same question');
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [code, rate] of [...Object.entries(RATES), ['answered', 0.4] as const]) {
    expect((counts.get(code) ?? 0) / 2000, code).toBeGreaterThan(rate - 0.04);
    expect((counts.get(code) ?? 0) / 2000, code).toBeLessThan(rate + 0.04);
  }
  expect(provider.injected).toHaveLength(2000 - (counts.get('answered') ?? 0));
});

test('an answer that is lost was paid, and half of it had come', async () => {
  const provider = faultyProvider(inner, { seed: 1, rates: { 'model/interrupted': 1 } });
  const heard: string[] = [];
  const error: unknown = await provider
    .answer(request('x'), { signal: new AbortController().signal, onDelta: (text) => heard.push(text) })
    .catch((reason: unknown) => reason);
  if (!isModelError(error)) throw error;
  expect(error.usage?.outputTokens).toBeGreaterThan(0);
  expect('{"title":"A ferry in the fog"}'.startsWith(error.partial ?? 'none')).toBe(true);
  expect(heard).toEqual([error.partial]);
});

test('an ask that is refused costs nothing, and tells status and when to come again', async () => {
  const before = inner.requests.length;
  const provider = faultyProvider(inner, { seed: 1, rates: { 'model/rate-limited': 1 } });
  const told: object[] = [];
  const error: unknown = await provider
    .answer(request('x'), { signal: new AbortController().signal, onResponse: (response) => told.push(response) })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'model/rate-limited',
    status: 429,
    headers: { 'retry-after': '1' },
    usage: undefined,
    retryable: true,
  });
  expect(told).toEqual([{ status: 429, headers: { 'retry-after': '1' } }]);
  expect(inner.requests.length).toBe(before);
});

test.each<[object, string]>([
  [{ 'model/unavailable': 0.7, 'model/quota': 0.7 }, '1.4'],
  [{ 'model/unavailable': -0.1 }, '-0.1'],
  [{ 'model/nonsense': 0.1 }, 'model/nonsense'],
])('rates that cannot be are refused: %o', (rates, said) => {
  expect(() => faultyProvider(inner, { seed: 1, rates: rates as FaultRates })).toThrow(said);
});
