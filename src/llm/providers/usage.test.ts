import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usageInEvent, usageOf } from './usage.ts';

const tokens = fc.option(fc.integer({ min: -5, max: 5000 }), { nil: undefined });

test('a total is never smaller than the sum of its parts, whatever a server counts', () => {
  fc.assert(
    fc.property(
      fc.array(tokens, { minLength: 9, maxLength: 9 }),
      ([total, read, write, out, thought, short, hour, all, prompt]) => {
        const usage = usageOf({
          inputTokens: { total, noCache: undefined, cacheRead: read, cacheWrite: write },
          outputTokens: { total: out, text: undefined, reasoning: thought },
          raw: {
            ...(short === undefined && hour === undefined
              ? {}
              : {
                  cache_creation: { ephemeral_5m_input_tokens: short ?? null, ephemeral_1h_input_tokens: hour ?? null },
                }),
            ...(all === undefined ? {} : { total_tokens: all }),
            ...(prompt === undefined ? {} : { prompt_tokens: prompt }),
          },
        });
        const { inputTokens, outputTokens, cachedTokens, cacheWriteTokens = 0, cacheWriteHourTokens = 0 } = usage;
        expect(inputTokens).toBeGreaterThanOrEqual(cachedTokens + cacheWriteTokens + cacheWriteHourTokens);
        expect(outputTokens).toBeGreaterThanOrEqual(usage.reasoningTokens ?? 0);
        expect(inputTokens).toBeGreaterThanOrEqual(total ?? 0);
        expect(outputTokens).toBeGreaterThanOrEqual(out ?? 0);
        expect(cacheWriteTokens + cacheWriteHourTokens).toBeGreaterThanOrEqual(write ?? 0);
        expect(Object.values(usage).every((count) => count >= 0)).toBe(true);
      },
    ),
  );
});

test('thinking that a server counts beside the output is output', () => {
  const usage = usageOf({
    inputTokens: { total: 100, noCache: 100, cacheRead: 0, cacheWrite: undefined },
    outputTokens: { total: 10, text: 0, reasoning: 300 },
    raw: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 410 },
  });
  expect(usage).toEqual({ inputTokens: 100, outputTokens: 310, cachedTokens: 0, reasoningTokens: 300 });
});

test("what DeepSeek's cache gave is counted by its own name", () => {
  const usage = usageOf({
    inputTokens: { total: 100, noCache: 100, cacheRead: 0, cacheWrite: undefined },
    outputTokens: { total: 10, text: 10, reasoning: 0 },
    raw: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110, prompt_cache_hit_tokens: 64 },
  });
  expect(usage).toMatchObject({ inputTokens: 100, outputTokens: 10, cachedTokens: 64 });
});

test.each<[string, unknown, object | undefined]>([
  ['a piece of text', { type: 'content_block_delta', delta: { text: 'x' } }, undefined],
  ['what is no object', null, undefined],
  [
    'a Response that failed',
    {
      type: 'response.failed',
      response: { usage: { input_tokens: 9, output_tokens: 2, input_tokens_details: { cached_tokens: 4 } } },
    },
    { inputTokens: 9, outputTokens: 2, cachedTokens: 4 },
  ],
  [
    'the first event of a message',
    {
      type: 'message_start',
      message: {
        usage: { input_tokens: 1, cache_read_input_tokens: 2, cache_creation_input_tokens: 4, output_tokens: 1 },
      },
    },
    { inputTokens: 7, outputTokens: 1, cachedTokens: 2, cacheWriteTokens: 4 },
  ],
])('%s counts what it counts', (_, event, usage) => {
  expect(usageInEvent(event)).toEqual(usage);
});
