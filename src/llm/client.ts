import { ScriptGenError } from '../core/index.ts';
import type { LlmClient, Provider } from './model.ts';
import { splitModel } from './model-name.ts';
import { type AnswerCost, createPrice } from './price.ts';
import { RETRY_DEFAULTS, type RetrySettings, withRetry } from './retry.ts';

/** What a client is made of. */
export interface ClientOptions {
  /** By name: the part of a model's name before the first slash. */
  readonly providers: ReadonlyMap<string, Provider>;
  readonly retry?: Partial<RetrySettings>;
  /** The public price list by default. */
  readonly price?: AnswerCost;
}

/** Make the one door to every model. */
export function createClient({ providers, retry, price = createPrice() }: ClientOptions): LlmClient {
  const settings = { ...RETRY_DEFAULTS, ...retry };
  return {
    async ask(request, signal, { stop } = {}) {
      const provider = providerOf(providers, request.model);
      const start = performance.now();
      const { value, attempts } = await withRetry(() => provider.answer(request, { signal }), {
        settings,
        signals: { signal, stop },
      });
      // The answer is paid: a price list that fails must not lose it.
      const cost = provider.isLanguageModel ? await price(request.model, value.usage).catch(() => null) : 0;
      return { ...value, cost, attempts, ms: performance.now() - start };
    },
  };
}

/**
 * The provider that a model's name begins with.
 *
 * @throws ScriptGenError `model/unknown`, naming the known ones.
 */
export function providerOf(providers: ReadonlyMap<string, Provider>, model: string): Provider {
  const { provider } = splitModel(model);
  const found = providers.get(provider);
  if (found !== undefined) return found;
  throw new ScriptGenError({
    code: 'model/unknown',
    message: `There is no provider "${provider}" for the model "${model}".`,
    hint: `Known providers: ${[...providers.keys()].sort().join(', ')}. Add others to models.json.`,
  });
}
