import type { Models } from '../llm/index.ts';

/** US dollars for a million tokens. */
export interface MillionPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * What a model's tokens cost, by the configuration or else the public list; `null` when it is not known.
 *
 * Of a price that rises with the length of the prompt it is the first step: a thousand tokens are looked up.
 */
export async function priceOf({ client }: Models, model: string): Promise<MillionPrice | null> {
  const price = await client.price(model, { inputTokens: 1000 });
  return price && { input: price.cost.input, output: price.cost.output };
}
