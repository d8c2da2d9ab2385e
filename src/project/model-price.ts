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
  const none = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  const [input, output] = await Promise.all([
    client.price(model, { ...none, inputTokens: 1000 }),
    client.price(model, { ...none, outputTokens: 1000 }),
  ]);
  return input === null || output === null ? null : { input: input * 1000, output: output * 1000 };
}
