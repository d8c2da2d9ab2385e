import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { costAt } from './bill.ts';
import { costOf } from './price.ts';
import { createPrice } from './price-list.ts';

const SMALL = { inputTokens: 1000 };
const CLOCK = { now: () => Date.UTC(2026, 10, 26) };

test('the configured cost goes before the public list, which knows the large providers', async () => {
  const own = { input: 1, output: 0 };
  const configured = createPrice((model) => (model === 'openai/gpt-4.1' ? own : undefined), CLOCK);
  const dated = '2026-11-26T00:00:00.000Z';
  expect(await configured('openai/gpt-4.1', SMALL)).toEqual({ cost: own, source: 'models.json', dated });
  // $2, cached $0.50, and $8 for a million: https://openai.com/api/pricing, gpt-4.1.
  expect(await configured('openai/gpt-4.1-2025-04-14', SMALL)).toMatchObject({
    cost: { input: 2, output: 8, cache_read: 0.5, batch_discount: 0.5 },
    source: expect.stringContaining('genai-prices'),
    dated,
  });
});

test('a prompt beyond a tier is priced as the tier says, all of it', async () => {
  // https://ai.google.dev/gemini-api/docs/pricing: Gemini 2.5 Pro costs double from 200,001 tokens on, $1.25 and $10 below.
  const price = createPrice();
  expect((await price('google/gemini-2.5-pro', { inputTokens: 200_000 }))?.cost).toMatchObject({
    input: 1.25,
    output: 10,
  });
  const beyond = await price('google/gemini-2.5-pro', { inputTokens: 200_001 });
  expect(beyond?.cost).toMatchObject({ input: 2.5, output: 15, cache_read: 0.25 });
});

test('a price that is lower at night is lower from the minute on when night begins', async () => {
  // https://api-docs.deepseek.com/quick_start/pricing: until September 2025 half price from 16:30 UTC on.
  let now = Date.UTC(2025, 7, 1, 16, 29, 59);
  const price = createPrice(undefined, { now: () => now });
  expect((await price('deepseek/deepseek-chat', SMALL))?.cost.output).toBe(1.1);
  now += 1000;
  expect((await price('deepseek/deepseek-chat', SMALL))?.cost.output).toBe(0.55);
});

test('writing to a cache has its prices where the list knows them', async () => {
  // https://claude.com/pricing: Opus 4.7 at $5, read $0.50, written $6.25 and $10, output $25.
  expect((await createPrice()('anthropic/claude-opus-4-7', SMALL))?.cost).toMatchObject({
    ...{ input: 5, output: 25, cache_read: 0.5, cache_write: 6.25, cache_write_1h: 10, batch_discount: 0.5 },
  });
});

test('it agrees with the public list about what an answer costs', async () => {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const usage = { inputTokens: 300_000, outputTokens: 2000, cachedTokens: 100_000, cacheWriteTokens: 50_000 };
  const tokens = { input_tokens: 300_000, output_tokens: 2000, cache_read_tokens: 100_000, cache_write_tokens: 50_000 };
  for (const [provider, id] of [
    ['anthropic', 'claude-sonnet-4-5'],
    ['anthropic', 'claude-haiku-4-5'],
    ['google', 'gemini-2.5-flash'],
    ['openai', 'gpt-5.5'],
    ['mistral', 'mistral-large-latest'],
  ]) {
    const price = await createPrice()(`${provider}/${id}`, usage);
    const listed = calcPrice(tokens, id ?? '', { providerId: provider ?? '' })?.total_price;
    expect(listed).toBeGreaterThan(0);
    if (price !== null && (price.cost.cache_write !== undefined || provider !== 'anthropic')) {
      expect(costOf(usage, price.cost)).toBeCloseTo(listed ?? Number.NaN, 9);
    }
  }
});

test.each(['openai/no-such-model', 'local/gpt-4.1', 'my-openai-proxy/gpt-4.1', 'nobody/nothing'])(
  'the price of %s is not known, which is not 0',
  async (model) => expect(await createPrice()(model, SMALL)).toBeNull(),
);

test('a model that also costs by the request has no price that is only of tokens', async () => {
  expect(await createPrice()('perplexity/sonar', SMALL)).toBeNull();
});

test('without a count of tokens only a free model has a price', () => {
  const none = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  const price = { source: 'models.json', dated: '2026-01-01' };
  expect(costAt({ ...price, cost: { input: 1, output: 1 } }, none)).toBeNull();
  expect(costAt({ ...price, cost: { input: 0, output: 0 } }, none)).toBe(0);
  expect(costAt(null, { ...none, inputTokens: 5 })).toBeNull();
});

test('prices name the version of the list that they come from', async () => {
  const file = join(resolve(import.meta.dirname, '../../..'), 'node_modules/@pydantic/genai-prices/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  expect((await createPrice()('openai/gpt-4.1', SMALL))?.source).toBe(`genai-prices ${version}`);
});
