import { costOf } from '../../llm/index.ts';
import type { Call } from '../../steps/index.ts';

/** The part of a call that tells what it saved. */
type Priced = Pick<Call, 'usage' | 'price' | 'cost' | 'lane'>;

const MILLION = 1_000_000;

/**
 * US dollars that the prefix cache saved: what its tokens would have cost as plain input, less what writing to it cost
 * extra. Below zero for a call that only wrote; 0 when the price is not known.
 */
export function savedByCache({ usage, price, lane }: Priced): number {
  if (price === undefined) return 0;
  const { input, cache_read = input, cache_write = input, cache_write_1h = cache_write } = price.cost;
  const { cachedTokens, cacheWriteTokens = 0, cacheWriteHourTokens = 0 } = usage;
  const read = cachedTokens * (input - cache_read);
  const written = cacheWriteTokens * (cache_write - input) + cacheWriteHourTokens * (cache_write_1h - input);
  const factor = lane === 'batch' ? (price.cost.batch_discount ?? 1) : 1;
  return ((read - written) * factor) / MILLION;
}

/** US dollars that the batch lane saved against the interactive price; 0 when the price is not known. */
export function savedByBatch({ usage, price, cost, lane }: Priced): number {
  if (lane !== 'batch' || price === undefined || cost === null) return 0;
  return Math.max(0, costOf(usage, price.cost) - cost);
}
