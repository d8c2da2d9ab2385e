import type { Usage } from './model.ts';
import { splitModel } from './model-name.ts';

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

/** The cost of one answer in US dollars by `provider/model`; `null` when it is not known, never 0 for that. */
export type AnswerCost = (model: string, usage: Usage) => Promise<number | null>;

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
export function createPrice(configured: (model: string) => Cost | undefined = () => undefined): AnswerCost {
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
