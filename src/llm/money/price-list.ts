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
  const listed = new Map<string, { readonly minute: number; readonly rates: Promise<ModelPrice | null> }>();
  /** Prices change at most by the minute (some are lower at night), and to look one up takes as long as a journal hit. */
  const ratesAt = (model: string, now: number): Promise<ModelPrice | null> => {
    const minute = Math.floor(now / MINUTE_MS);
    const known = listed.get(model);
    if (known?.minute === minute) return known.rates;
    if (listed.size >= MOST_MODELS) listed.clear();
    const rates = listedRates(model, new Date(now));
    listed.set(model, { minute, rates });
    return rates;
  };
  return async (model, { inputTokens }) => {
    const now = clock.now();
    const dated = new Date(now).toISOString();
    const own = configured(model);
    if (own !== undefined) return { cost: own, source: 'models.json', dated };
    const rates = await ratesAt(model, now);
    const cost = rates === null ? null : costFrom(rates, inputTokens, BATCH_AT_HALF.has(splitModel(model).provider));
    return cost === null ? null : { cost, source: LIST, dated };
  };
}

const MINUTE_MS = 60_000;
/** Models whose prices are kept. Names come from callers, so there is no end to them. */
const MOST_MODELS = 500;

const BATCH_AT_HALF = new Set(['openai', 'anthropic', 'google', 'mistral']);

/** The public list is asked for exactly this provider: it would take `my-openai-proxy` for OpenAI. */
async function listedRates(model: string, timestamp: Date): Promise<ModelPrice | null> {
  const { calcPrice, findProvider } = await import('@pydantic/genai-prices');
  const { provider, id } = splitModel(model);
  const listed = findProvider({ providerId: provider });
  if (listed?.id !== provider) return null;
  return calcPrice({ input_tokens: 0 }, id, { provider: listed, timestamp })?.model_price ?? null;
}

function costFrom(rates: ModelPrice, inputTokens: number, isBatchAtHalf: boolean): Cost | null {
  if (BEYOND_TOKENS.some((part) => rates[part] !== undefined)) return null;
  const rate = (key: string): number | undefined => rateFor(rates[key], inputTokens);
  const input = rate('input_mtok');
  const output = rate('output_mtok');
  if (input === undefined || output === undefined) return null;
  return {
    ...{ input, output, cache_read: rate('cache_read_mtok'), cache_write: rate('cache_write_mtok') },
    ...{ cache_write_1h: rate('cache_write_1h_mtok'), batch_discount: isBatchAtHalf ? 0.5 : undefined },
  };
}

/** A tier holds for the whole prompt as soon as it is longer than where the tier starts. */
function rateFor(rate: ModelPrice[string], inputTokens: number): number | undefined {
  if (rate === undefined || typeof rate === 'number') return rate;
  const { base, tiers } = rate;
  return tiers.reduce((found, { start, price }) => (inputTokens > start ? price : found), base);
}
