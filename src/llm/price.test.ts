import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf, createPrice } from './price.ts';

const tokens = fc.nat(10_000_000);
const usage = fc.record({ inputTokens: tokens, outputTokens: tokens, cachedTokens: tokens });
const dollars = fc.double({ min: 0, max: 200, noNaN: true });
const cost = fc.record({ input: dollars, output: dollars });

test('a million tokens of each kind cost what the table says', () => {
  const million = { inputTokens: 2_000_000, cachedTokens: 1_000_000, outputTokens: 1_000_000 };
  expect(costOf(million, { input: 3, output: 15, cache_read: 0.3 })).toBeCloseTo(18.3, 10);
});

test('the parts sum to the whole', () => {
  fc.assert(
    fc.property(usage, cost, (all, rates) => {
      const input = costOf({ ...all, outputTokens: 0 }, rates);
      const output = costOf({ ...all, inputTokens: 0 }, rates);
      expect(costOf(all, rates)).toBeCloseTo(input + output, 6);
    }),
  );
});

test('more tokens never cost less, and a cached token never more than another', () => {
  fc.assert(
    fc.property(usage, cost, tokens, (all, rates, more) => {
      const price = costOf(all, rates);
      expect(costOf({ ...all, inputTokens: all.inputTokens + more }, rates)).toBeGreaterThanOrEqual(price);
      expect(costOf({ ...all, outputTokens: all.outputTokens + more }, rates)).toBeGreaterThanOrEqual(price);
      expect(costOf(all, { ...rates, cache_read: rates.input / 10 })).toBeLessThanOrEqual(price + 1e-9);
    }),
  );
});

test('more cached tokens than input tokens do not make the rest cheaper', () => {
  const rates = { input: 10, output: 0, cache_read: 1 };
  expect(costOf({ inputTokens: 1_000_000, outputTokens: 0, cachedTokens: 9_000_000 }, rates)).toBe(1);
});

const SOME = { inputTokens: 1000, outputTokens: 100, cachedTokens: 0 };

test('the configured cost goes before the public list, which knows the large providers', async () => {
  const configured = createPrice((model) => (model === 'openai/gpt-4.1' ? { input: 1, output: 0 } : undefined));
  expect(await configured('openai/gpt-4.1', SOME)).toBe(0.001);
  // $2 and $8 for a million: https://openai.com/api/pricing, gpt-4.1.
  expect(await createPrice()('openai/gpt-4.1', SOME)).toBeCloseTo(0.0028, 10);
});

test.each(['openai/no-such-model', 'local/gpt-4.1', 'my-openai-proxy/gpt-4.1', 'nobody/nothing'])(
  'the price of %s is not known, which is not 0',
  async (model) => expect(await createPrice()(model, SOME)).toBeNull(),
);

test('without a count of tokens only a free model has a price', async () => {
  const none = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  expect(await createPrice(() => ({ input: 1, output: 1 }))('a/b', none)).toBeNull();
  expect(await createPrice(() => ({ input: 0, output: 0 }))('a/b', none)).toBe(0);
});
