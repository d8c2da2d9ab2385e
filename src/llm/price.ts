import type { Usage } from './model.ts';
import { splitModel } from './model-name.ts';

/** US dollars for a million tokens. Without `cache_read`, cached input costs as much as other input. */
export interface Cost {
  readonly input: number;
  readonly output: number;
  readonly cache_read?: number | undefined;
}

/** The price of one answer in US dollars by `provider/model`; `null` when it is not known, never 0 for that. */
export type Price = (model: string, usage: Usage) => Promise<number | null>;

const MILLION = 1_000_000;

/** What so many tokens cost, in US dollars. A breakdown that exceeds its total does not make anything cheaper. */
export function costOf(usage: Usage, cost: Cost): number {
  const cached = Math.min(usage.cachedTokens, usage.inputTokens);
  const input = (usage.inputTokens - cached) * cost.input + cached * (cost.cache_read ?? cost.input);
  return (input + usage.outputTokens * cost.output) / MILLION;
}

/**
 * Make the price of answers: the configured cost of a model first, else the public price list of genai-prices.
 *
 * A server that counted no tokens has not answered for nothing: without a count, only a model that is free has a price.
 */
export function createPrice(configured: (model: string) => Cost | undefined = () => undefined): Price {
  return async (model, usage) => {
    const cost = configured(model);
    if (cost !== undefined && cost.input === 0 && cost.output === 0) return 0;
    if (usage.inputTokens + usage.outputTokens === 0) return null;
    return cost === undefined ? listPrice(model, usage) : costOf(usage, cost);
  };
}

/** The public list is asked for exactly this provider: it would take `my-openai-proxy` for OpenAI. */
async function listPrice(model: string, usage: Usage): Promise<number | null> {
  const { calcPrice, findProvider } = await import('@pydantic/genai-prices');
  const { provider, id } = splitModel(model);
  const listed = findProvider({ providerId: provider });
  if (listed?.id !== provider) return null;
  const tokens = {
    input_tokens: usage.inputTokens,
    cache_read_tokens: Math.min(usage.cachedTokens, usage.inputTokens),
    output_tokens: usage.outputTokens,
  };
  return calcPrice(tokens, id, { provider: listed })?.total_price ?? null;
}
