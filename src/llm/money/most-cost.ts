import { reachableFrom } from '../client/fallback.ts';
import { providerOf } from '../client/provider-of.ts';
import type { Stack } from '../client/stack.ts';
import type { ModelRequest } from '../model.ts';
import { estimateRequest } from '../tokens/request-size.ts';
import { priceOf } from './bill.ts';
import { costOf, isFree } from './price.ts';

/** How much longer than estimated a prompt may turn out. */
const MARGIN = 1.2;

/**
 * The most that an answer can cost in US dollars, by whichever of the models that may give it; `null` when it is not known.
 *
 * The whole prompt uncached, or written to a cache where that is dearer, and the output limit used up.
 */
export async function mostCostOf(stack: Stack, request: ModelRequest): Promise<number | null> {
  const costs = await Promise.all(
    [...reachableFrom(request.model, stack.router)].map((model) => mostCostBy(stack, model, request)),
  );
  return costs.reduce((most, cost) => (most === null || cost === null ? null : Math.max(most, cost)), 0);
}

async function mostCostBy(stack: Stack, model: string, request: ModelRequest): Promise<number | null> {
  if (!providerOf(stack.providers, model).isLanguageModel) return 0;
  const { output, context } = stack.modelInfo(model);
  const inputTokens = Math.ceil(estimateRequest(request) * stack.learned.tokenFactor(model) * MARGIN);
  const own =
    model === request.model ? (request.params.maxOutputTokens ?? output) : (output ?? request.params.maxOutputTokens);
  const outputTokens = own ?? (context === undefined ? undefined : Math.max(0, context - inputTokens));
  const price = await priceOf(stack.price, model, { inputTokens, outputTokens: 0, cachedTokens: 0 });
  if (price === null) return null;
  const { cost } = price;
  if (isFree(cost)) return 0;
  if (outputTokens === undefined) return null;
  const input = Math.max(cost.input, cost.cache_write ?? 0, cost.cache_write_1h ?? 0);
  return costOf({ inputTokens, outputTokens, cachedTokens: 0 }, { input, output: cost.output });
}
