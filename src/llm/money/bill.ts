import type { Completion, Usage } from '../model.ts';
import type { Attempt, ModelError } from '../model-error.ts';
import { costOf, isFree, type Price, type PriceList } from './price.ts';

/** The price of an answer's tokens, or `null`: a price list that fails must not lose an answer that is paid. */
export async function priceOf(list: PriceList, model: string, usage: Usage): Promise<Price | null> {
  try {
    return await list(model, usage);
  } catch {
    return null;
  }
}

/**
 * What so much use cost in US dollars at a price; `null` when it is not known.
 *
 * A server that counted no tokens has not answered for nothing: without a count, only a model that is free has a price.
 */
export function costAt(price: Price | null, usage: Usage): number | null {
  if (price === null) return null;
  if (isFree(price.cost)) return 0;
  return usage.inputTokens + usage.outputTokens === 0 ? null : costOf(usage, price.cost);
}

/** A failed request as it is kept, with what it cost. */
export async function failedAttempt(
  error: ModelError,
  { model, ms, list }: { readonly model: string; readonly ms: number; readonly list: PriceList | undefined },
): Promise<Attempt> {
  const { code, message, status, usage } = error;
  const cost = usage === undefined || list === undefined ? undefined : costAt(await priceOf(list, model, usage), usage);
  return {
    ...{ model, code, message, ms },
    ...(status === undefined ? {} : { status }),
    ...(usage === undefined ? {} : { usage }),
    ...(cost === undefined ? {} : { cost }),
  };
}

/** What failed requests cost together, in US dollars; `null` when that of one is not known. */
export function costOfAttempts(attempts: readonly Attempt[]): number | null {
  return attempts.reduce<number | null>((sum, { cost = 0 }) => (sum === null || cost === null ? null : sum + cost), 0);
}

/** The tokens of failed requests together; `undefined` when none were counted. */
export function usageOfAttempts(attempts: readonly Attempt[]): Usage | undefined {
  return attempts.reduce<Usage | undefined>(
    (sum, { usage }) => (sum && usage ? addUsage(sum, usage) : (sum ?? usage)),
    undefined,
  );
}

/** The error that an ask ends with: all of its requests, their tokens and their cost. */
export function withAttempts(error: ModelError, attempts: readonly Attempt[]): ModelError {
  if (attempts.length === 0) return error;
  return error.with({
    attempts: [...attempts],
    usage: usageOfAttempts(attempts),
    ...(attempts.some(({ cost }) => cost !== undefined) ? { cost: costOfAttempts(attempts) } : {}),
  });
}

const PARTS = ['cacheWriteTokens', 'cacheWriteHourTokens', 'reasoningTokens'] as const;

function addUsage(a: Usage, b: Usage): Completion['usage'] {
  const parts = PARTS.filter((part) => a[part] !== undefined || b[part] !== undefined);
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    ...Object.fromEntries(parts.map((part) => [part, (a[part] ?? 0) + (b[part] ?? 0)])),
  };
}
