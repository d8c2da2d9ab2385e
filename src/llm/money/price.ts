import type { Usage } from '../model.ts';

/** US dollars for a million tokens. What is absent costs as much as `input` or `output`; `batch_discount` is a factor. */
export interface Cost {
  readonly input: number;
  readonly output: number;
  readonly cache_read?: number | undefined;
  readonly cache_write?: number | undefined;
  readonly cache_write_1h?: number | undefined;
  /** What a batch costs as a part of all this: 0.5. */
  readonly batch_discount?: number | undefined;
}

/** What a model's tokens cost at a time: kept with every call, so that a later price list changes no old bill. */
export interface Price {
  readonly cost: Cost;
  /** `models.json`, or the public list with its version. */
  readonly source: string;
  /** ISO date on which it was looked up. */
  readonly dated: string;
}

/** The price of a model's tokens by `provider/model`, for a prompt of so many; `null` when it is not known. */
export type PriceList = (model: string, usage: Pick<Usage, 'inputTokens'>) => Promise<Price | null>;

const MILLION = 1_000_000;

/** The parts of what an answer cost, in US dollars. */
export interface CostParts {
  /** Input that was neither read from a cache nor written to one. */
  readonly input: number;
  readonly cacheRead: number;
  /** Written to a cache for as long as the provider does by itself, and for an hour. */
  readonly cacheWrite: number;
  readonly cacheWriteHour: number;
  /** Thinking included. */
  readonly output: number;
}

/** Whether a batch is meant, at its discount. */
export interface CostOptions {
  readonly batch?: boolean;
}

/** What so many tokens cost, in US dollars: the sum of {@link costParts}. */
export function costOf(usage: Usage, cost: Cost, options: CostOptions = {}): number {
  const { input, cacheRead, cacheWrite, cacheWriteHour, output } = costParts(usage, cost, options);
  return input + cacheRead + cacheWrite + cacheWriteHour + output;
}

/**
 * What each kind of token cost, in US dollars.
 *
 * Where a breakdown says more than the total, the total counts, filled with the dearer parts first. An absent price of a
 * part is that of `input`; a batch without a known discount costs the full price.
 */
export function costParts(usage: Usage, cost: Cost, { batch = false }: CostOptions = {}): CostParts {
  const hour = Math.min(usage.cacheWriteHourTokens ?? 0, usage.inputTokens);
  const write = Math.min(usage.cacheWriteTokens ?? 0, usage.inputTokens - hour);
  const read = Math.min(usage.cachedTokens, usage.inputTokens - hour - write);
  const factor = (batch ? (cost.batch_discount ?? 1) : 1) / MILLION;
  return {
    input: (usage.inputTokens - hour - write - read) * cost.input * factor,
    cacheRead: read * (cost.cache_read ?? cost.input) * factor,
    cacheWrite: write * (cost.cache_write ?? cost.input) * factor,
    cacheWriteHour: hour * (cost.cache_write_1h ?? cost.cache_write ?? cost.input) * factor,
    output: usage.outputTokens * cost.output * factor,
  };
}

/** Whether tokens of this price cost nothing, whatever their number. */
export function isFree({ input, output, cache_read = 0, cache_write = 0, cache_write_1h = 0 }: Cost): boolean {
  return input + output + cache_read + cache_write + cache_write_1h === 0;
}
