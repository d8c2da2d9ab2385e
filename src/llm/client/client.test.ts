import { expect, test } from 'vitest';
import type { ErrorCode } from '../../core/index.ts';
import { scriptedModel } from '../../testing/index.ts';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import type { LlmClient, ModelRequest, Provider, Usage } from '../model.ts';
import { isModelError, ModelError } from '../model-error.ts';
import type { Cost, Price, PriceList } from '../money/price.ts';
import type { ModelInfo } from '../settings.ts';
import { createClient } from './client.ts';

const REQUEST: ModelRequest = {
  model: 'scripted/org/model',
  params: {},
  messages: [{ role: 'user', content: 'Question?' }],
  schema: {},
  task: { name: 't', input: {} },
};
const NEVER = new AbortController().signal;

test('the provider is the part before the first slash, and is given the whole request', async () => {
  const model = scriptedModel(() => ({ a: 1 }));
  const answer = await createClient({ providers: byName(model) }).ask(REQUEST, NEVER);
  expect(answer).toMatchObject({ text: '{"a":1}', attempts: 1, cost: null });
  expect(model.requests).toEqual([REQUEST]);
});

test('what is no language model costs nothing, and its name needs no slash', async () => {
  const writer: Provider = { ...scriptedModel(() => 'x', { name: 'offline-writer@1' }), isLanguageModel: false };
  const client = createClient({ providers: byName(writer), price: async () => priced({ input: 7, output: 7 }) });
  expect(await client.ask({ ...REQUEST, model: 'offline-writer@1' }, NEVER)).toMatchObject({ cost: 0 });
  expect(await client.mostCost?.({ ...REQUEST, model: 'offline-writer@1' })).toBe(0);
});

test('a price list that fails does not lose an answer that is paid', async () => {
  const price = async (): Promise<never> => Promise.reject(new Error('no list'));
  const client = createClient({ providers: byName(scriptedModel(() => 'x')), price });
  expect(await client.ask(REQUEST, NEVER)).toMatchObject({ text: 'x', cost: null });
});

test('an answer keeps its price, and its cost holds the failed requests that were paid', async () => {
  const usage = { inputTokens: 1_000_000, outputTokens: 0, cachedTokens: 0 };
  const { client } = clientOf([fault('model/interrupted', usage), fault('model/unavailable')]);
  const answer = await client.ask(REQUEST, NEVER);
  expect(answer).toMatchObject({ attempts: 3, price: { cost: { input: 2, output: 4 }, source: 'models.json' } });
  expect(answer.cost).toBeCloseTo(2 + 3 * 2e-6 + 4e-6, 10);
});

test('when the price of a paid request is not known, neither is that of the whole', async () => {
  const usage = { inputTokens: 9, outputTokens: 9, cachedTokens: 0 };
  const { client } = clientOf([fault('model/interrupted', usage)], async () => null);
  const answer = await client.ask(REQUEST, NEVER);
  expect(answer.cost).toBeNull();
  expect(answer).not.toHaveProperty('price');
});

test('an answer whose price is known does not hide that of a failed request which is not', async () => {
  const usage = { inputTokens: 9, outputTokens: 9, cachedTokens: 0 };
  const price = async (model: string): Promise<Price | null> =>
    model === 'scripted/peer' ? priced({ input: 1, output: 1 }) : null;
  const left = [new ModelError({ code: 'model/quota', message: 'empty', usage })];
  const providers = byName(scriptedModel(() => left.shift() ?? 'x'));
  const router = { fallbacks: new Map([[REQUEST.model, ['scripted/peer']]]) };
  const answer = await createClient({ providers, price, router }).ask(REQUEST, NEVER);
  expect(answer).toMatchObject({ servedBy: 'scripted/peer', cost: null, price: { cost: { input: 1 } } });
});

test('an ask that fails tells every request, and what all of them took', async () => {
  const usage = { inputTokens: 1000, outputTokens: 10, cachedTokens: 0, reasoningTokens: 5 };
  const { client } = clientOf(Array.from({ length: 5 }, () => fault('model/interrupted', usage, 'half')));
  const error: unknown = await client.ask(REQUEST, NEVER).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'model/interrupted',
    partial: 'half',
    usage: { inputTokens: 5000, outputTokens: 50, cachedTokens: 0, reasoningTokens: 25 },
  });
  if (!isModelError(error)) throw error;
  expect(error.attempts).toHaveLength(5);
  expect(error.attempts[0]).toMatchObject({ model: 'scripted/org/model', usage });
  expect(error.cost).toBeCloseTo(5 * (1000 * 2e-6 + 10 * 4e-6), 10);
});

test('an ask that cost nothing does not say that it cost something unknown', async () => {
  const { client } = clientOf([fault('model/rejected')]);
  await expect(client.ask(REQUEST, NEVER)).rejects.toMatchObject({ cost: undefined, usage: undefined });
});

test('the most that an answer can cost is the prompt uncached and the output limit used up', async () => {
  const price = async (): Promise<Price> => priced({ input: 2, output: 4, cache_read: 0.2, cache_write: 2.5 });
  const { client } = clientOf([], price);
  const content = 'word '.repeat(10_000);
  const long = { ...REQUEST, messages: [{ role: 'user' as const, content }], params: { maxOutputTokens: 1000 } };
  const most = await client.mostCost?.(long);
  expect(most).toBeGreaterThan((10_000 * 2.5 + 1000 * 4) / 1e6);
  expect(most).toBeLessThan((13_000 * 2.5 + 1000 * 4) / 1e6);
  expect(await client.mostCost?.({ ...long, params: {} })).toBeNull();
});

test('the most that an answer can cost is that of the dearest model that may give it', async () => {
  const price = async (model: string): Promise<Price | null> =>
    model === 'scripted/none'
      ? null
      : priced(model === 'scripted/dear' ? { input: 0, output: 90 } : { input: 0, output: 1 });
  const mostWith = (chain: readonly string[]): Promise<number | null> | undefined => {
    const router = { fallbacks: new Map([[REQUEST.model, chain]]) };
    const modelInfo = (model: string): ModelInfo => ({ deployment: model, limits: {}, output: 1_000_000 });
    return createClient({ providers: byName(scriptedModel(() => 'x')), price, router, modelInfo }).mostCost?.(REQUEST);
  };
  expect(await mostWith([])).toBe(1);
  expect(await mostWith(['scripted/dear'])).toBe(90);
  expect(await mostWith(['scripted/none'])).toBeNull();
});

test('a stop leaves a request in flight alone', async () => {
  const stop = new AbortController();
  const model = scriptedModel(() => {
    stop.abort();
    return 'x';
  });
  const client = createClient({ providers: byName(model) });
  expect(await client.ask(REQUEST, NEVER, { stop: stop.signal })).toMatchObject({ text: 'x' });
});

function byName(provider: Provider): ReadonlyMap<string, Provider> {
  return new Map([[provider.name, provider]]);
}

function priced(cost: Cost): Price {
  return { cost, source: 'models.json', dated: '2026-01-01' };
}

function fault(code: ErrorCode, usage?: Usage, partial?: string): ModelError {
  return new ModelError({ code, message: 'a fault', usage, partial });
}

/** A client whose model fails like this, then answers; it does not wait. */
function clientOf(
  faults: readonly ModelError[],
  price: PriceList = async () => priced({ input: 2, output: 4 }),
): { readonly client: LlmClient } {
  const left = [...faults];
  const providers = byName(scriptedModel(() => left.shift() ?? 'x'));
  const clock: Clock = { ...SYSTEM_CLOCK, random: () => 0 };
  return { client: createClient({ providers, price, clock }) };
}
