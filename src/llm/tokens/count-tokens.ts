import { estimateTokens } from './tokens.ts';

/** Counts the tokens of a text. */
type Counter = (text: string) => number;

/** The optional peer with the vocabulary o200k, which OpenAI's models have. Not a literal: it need not be there. */
const PEER = 'gpt-tokenizer/encoding/o200k_base';

/**
 * Make a counter that loads its vocabulary when it first counts; without one it estimates.
 *
 * The vocabulary takes about half a second and 90 MB, so nothing counts by it that can do with an estimate.
 */
export function createTokenCounter(
  load: () => Promise<unknown> = () => import(PEER),
): (text: string) => Promise<number> {
  let counter: Promise<Counter> | undefined;
  return async (text) => {
    counter ??= load().then(counterOf, () => estimateTokens);
    return (await counter)(text);
  };
}

/** The exact number of o200k tokens with the optional peer gpt-tokenizer, else as `estimateTokens` says. */
export const countTokens: (text: string) => Promise<number> = createTokenCounter();

function counterOf(loaded: unknown): Counter {
  const count =
    loaded !== null && typeof loaded === 'object' && 'countTokens' in loaded ? loaded.countTokens : undefined;
  if (typeof count !== 'function') return estimateTokens;
  return (text) => {
    const counted: unknown = count(text);
    return typeof counted === 'number' ? counted : estimateTokens(text);
  };
}
