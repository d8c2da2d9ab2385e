import type { ModelPrice } from '@pydantic/genai-prices';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { splitModel } from '../model-name.ts';
import type { Cost, PriceList } from './price.ts';

/** The public list and its version, as it stands on every price. */
const LIST = 'genai-prices 0.1.8';

/** What is charged besides tokens for every call: a price without it would be too low, so such a price is not known. */
const BEYOND_TOKENS = [
  'requests_kcount',
  'output_reasoning_mtok',
  'output_citation_mtok',
  'input_text_messages_kcount',
];

/**
 * Make a list of prices: the configured cost of a model first, else the public price list of genai-prices.
 *
 * A price that changes with the size of the prompt is the one for this size. The discount of a batch is the half that
 * OpenAI (https://platform.openai.com/docs/guides/batch), Anthropic (https://docs.claude.com/en/docs/build-with-claude/batch-processing),
 * Google (https://ai.google.dev/gemini-api/docs/batch-api) and Mistral (https://docs.mistral.ai/capabilities/batch) give.
 */
export function createPrice(
  configured: (model: string) => Cost | undefined = () => undefined,
  clock: Pick<Clock, 'now'> = SYSTEM_CLOCK,
): PriceList {
  return async (model, { inputTokens }) => {
    const dated = new Date(clock.now()).toISOString();
    const own = configured(model);
    if (own !== undefined) return { cost: own, source: 'models.json', dated };
    const cost = await listedCost(model, inputTokens, new Date(dated));
    return cost === null ? null : { cost, source: LIST, dated };
  };
}

const BATCH_AT_HALF = new Set(['openai', 'anthropic', 'google', 'mistral']);

/** The public list is asked for exactly this provider: it would take `my-openai-proxy` for OpenAI. */
async function listedCost(model: string, inputTokens: number, timestamp: Date): Promise<Cost | null> {
  const { calcPrice, findProvider } = await import('@pydantic/genai-prices');
  const { provider, id } = splitModel(model);
  const listed = findProvider({ providerId: provider });
  if (listed?.id !== provider) return null;
  const rates = calcPrice({ input_tokens: inputTokens }, id, { provider: listed, timestamp })?.model_price;
  if (rates === undefined || BEYOND_TOKENS.some((part) => rates[part] !== undefined)) return null;
  const rate = (key: string): number | undefined => rateFor(rates[key], inputTokens);
  const input = rate('input_mtok');
  const output = rate('output_mtok');
  if (input === undefined || output === undefined) return null;
  return {
    ...{ input, output, cache_read: rate('cache_read_mtok'), cache_write: rate('cache_write_mtok') },
    ...{ cache_write_1h: rate('cache_write_1h_mtok'), batch_discount: BATCH_AT_HALF.has(provider) ? 0.5 : undefined },
  };
}

/** A tier holds for the whole prompt as soon as it is longer than where the tier starts. */
function rateFor(rate: ModelPrice[string], inputTokens: number): number | undefined {
  if (rate === undefined || typeof rate === 'number') return rate;
  const { base, tiers } = rate;
  return tiers.reduce((found, { start, price }) => (inputTokens > start ? price : found), base);
}
