import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Usage } from '../model.ts';
import { type Cost, costOf, costParts } from './price.ts';

const tokens = fc.nat(10_000_000);
const dollars = fc.double({ min: 0, max: 200, noNaN: true });
const factor = fc.double({ min: 0, max: 1, noNaN: true });
const cost = fc.record(
  {
    input: dollars,
    output: dollars,
    cache_read: dollars,
    cache_write: dollars,
    cache_write_1h: dollars,
    batch_discount: factor,
  },
  { requiredKeys: ['input', 'output'] },
);
/** Tokens by kind; the total is their sum. */
const kinds = fc.record({
  plain: tokens,
  read: tokens,
  write: tokens,
  hour: tokens,
  output: tokens,
  reasoning: factor,
});

test.each<[string, Usage, Cost, boolean, number]>([
  // https://openai.com/api/pricing: gpt-4.1 at $2, cached $0.50, output $8 for a million; half in a batch.
  ['OpenAI', usageOf({ plain: 2000, read: 8000, output: 500 }), { input: 2, output: 8, cache_read: 0.5 }, false, 0.012],
  [
    'OpenAI in a batch',
    usageOf({ plain: 2000, read: 8000, output: 500 }),
    { input: 2, output: 8, cache_read: 0.5, batch_discount: 0.5 },
    true,
    0.006,
  ],
  // https://claude.com/pricing: Sonnet 4.5 at $3, read $0.30, written $3.75 (5 minutes) and $6 (an hour), output $15.
  [
    'Anthropic',
    usageOf({ plain: 1000, read: 10_000, write: 2000, hour: 4000, output: 300, reasoning: 0.5 }),
    { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75, cache_write_1h: 6 },
    false,
    0.003 + 0.003 + 0.0075 + 0.024 + 0.0045,
  ],
  [
    'Anthropic in a batch',
    usageOf({ plain: 1000, read: 10_000, write: 2000, hour: 4000, output: 300 }),
    { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75, cache_write_1h: 6, batch_discount: 0.5 },
    true,
    0.021,
  ],
  // https://ai.google.dev/gemini-api/docs/pricing: Gemini 2.5 Pro at $1.25, cached $0.125, output with thinking $10.
  [
    'Google',
    usageOf({ plain: 40_000, read: 60_000, output: 2000, reasoning: 0.9 }),
    { input: 1.25, output: 10, cache_read: 0.125 },
    false,
    0.05 + 0.0075 + 0.02,
  ],
])('what %s bills', (_, usage, rates, batch, dollarsBilled) => {
  expect(costOf(usage, rates, { batch })).toBeCloseTo(dollarsBilled, 12);
});

test('the parts sum to the whole, and what is one price costs as one', () => {
  fc.assert(
    fc.property(kinds, cost, fc.boolean(), (all, rates, batch) => {
      const usage = usageOf(all);
      const sum = Object.values(costParts(usage, rates, { batch })).reduce((a, b) => a + b, 0);
      expect(costOf(usage, rates, { batch })).toBeCloseTo(sum, 9);
      const { input, output } = rates;
      expect(costOf(usage, { input, output })).toBeCloseTo(
        (usage.inputTokens * input + usage.outputTokens * output) / 1e6,
        6,
      );
    }),
  );
});

test('more tokens of any kind never cost less', () => {
  fc.assert(
    fc.property(kinds, cost, tokens, fc.boolean(), (all, rates, more, batch) => {
      const price = costOf(usageOf(all), rates, { batch });
      for (const kind of ['plain', 'read', 'write', 'hour', 'output'] as const) {
        expect(costOf(usageOf({ ...all, [kind]: all[kind] + more }), rates, { batch })).toBeGreaterThanOrEqual(
          price - 1e-9,
        );
      }
    }),
  );
});

test('a batch costs exactly its part of the full price', () => {
  fc.assert(
    fc.property(kinds, cost, (all, rates) => {
      const usage = usageOf(all);
      expect(costOf(usage, rates, { batch: true })).toBeCloseTo(costOf(usage, rates) * (rates.batch_discount ?? 1), 6);
    }),
  );
});

test('a breakdown that says more than the total makes nothing cheaper and nothing dearer than the total can be', () => {
  fc.assert(
    fc.property(kinds, cost, tokens, (all, rates, inputTokens) => {
      const price = costOf({ ...usageOf(all), inputTokens, outputTokens: 0 }, rates);
      const prices = [rates.input, rates.cache_read, rates.cache_write, rates.cache_write_1h].filter(
        (rate) => rate !== undefined,
      );
      expect(price).toBeGreaterThanOrEqual((inputTokens * Math.min(...prices)) / 1e6 - 1e-9);
      expect(price).toBeLessThanOrEqual((inputTokens * Math.max(...prices)) / 1e6 + 1e-9);
    }),
  );
  const rates = { input: 10, output: 0, cache_read: 1 };
  expect(costOf({ inputTokens: 1_000_000, outputTokens: 0, cachedTokens: 9_000_000 }, rates)).toBe(1);
});

test('thinking is a part of the output, and is not billed twice', () => {
  const usage = { inputTokens: 0, outputTokens: 1_000_000, cachedTokens: 0, reasoningTokens: 900_000 };
  expect(costOf(usage, { input: 1, output: 7 })).toBe(7);
});

function usageOf({
  plain,
  read,
  write = 0,
  hour = 0,
  output,
  reasoning = 0,
}: {
  readonly plain: number;
  readonly read: number;
  readonly write?: number;
  readonly hour?: number;
  readonly output: number;
  /** The part of the output. */
  readonly reasoning?: number;
}): Usage {
  return {
    inputTokens: plain + read + write + hour,
    outputTokens: output,
    cachedTokens: read,
    cacheWriteTokens: write,
    cacheWriteHourTokens: hour,
    reasoningTokens: Math.floor(output * reasoning),
  };
}
