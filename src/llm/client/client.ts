import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import type { Completion, LlmClient, ModelAnswer, ModelRequest, Provider } from '../model.ts';
import { isModelError } from '../model-error.ts';
import type { ModelMemory } from '../model-memory.ts';
import { costAt, costOfAttempts, priceOf, withAttempts } from '../money/bill.ts';
import { mostCostOf } from '../money/most-cost.ts';
import type { PriceList } from '../money/price.ts';
import { createPrice } from '../money/price-list.ts';
import { createDeployments } from '../pace/deployment.ts';
import type { ModelInfo, RouterSettings } from '../settings.ts';
import { askModel } from './ask-model.ts';
import { type Asking, beginAsk } from './asking.ts';
import { toFailure } from './failure.ts';
import { fallbackFor, requestTo } from './fallback.ts';
import { createLearned } from './learned.ts';
import { providerOf } from './provider-of.ts';
import { ROUTER_DEFAULTS } from './router-defaults.ts';
import type { Stack } from './stack.ts';
import { tell } from './tell.ts';

/** What a client is made of. */
export interface ClientOptions {
  /** By name: the part of a model's name before the first slash. */
  readonly providers: ReadonlyMap<string, Provider>;
  /** A deployment of its own for every model, and no limits that are known, by default. */
  readonly modelInfo?: (model: string) => ModelInfo;
  /** {@link ROUTER_DEFAULTS} for what is absent. */
  readonly router?: Partial<RouterSettings>;
  /** The public price list by default. */
  readonly price?: PriceList;
  readonly clock?: Clock;
  /** Where what is learned about models is kept; in this client alone by default. */
  readonly memory?: ModelMemory;
}

/**
 * Make the one door to every model.
 *
 * From the outside in: fallback by the kind of fault, the only retry loop, the cooldown and the limits of each deployment,
 * the four time-outs, the provider; and back out, what it cost.
 */
export function createClient({
  providers,
  modelInfo = (model) => ({ deployment: model, limits: {} }),
  router: settings,
  price = createPrice(),
  clock = SYSTEM_CLOCK,
  memory,
}: ClientOptions): LlmClient {
  const router: RouterSettings = { ...ROUTER_DEFAULTS, ...settings };
  const deployment = createDeployments(router, clock);
  const stack: Stack = { providers, modelInfo, deployment, router, price, clock, learned: createLearned(memory) };
  let asks = 0;
  return {
    async ask(request, signal, options = {}) {
      const start = clock.elapsed();
      const asking = beginAsk(clock, signal, options);
      asks += 1;
      const order = asks;
      await stack.learned.ready();
      try {
        const { model, completion } = await askAny(stack, request, order, asking);
        const answer = await answerOf(stack, model, completion, asking);
        return { ...answer, ms: clock.elapsed() - start, ...(model === request.model ? {} : { servedBy: model }) };
      } catch (error) {
        throw withAttempts(toFailure(error, request.model), asking.attempts);
      }
    },
    async mostCost(request) {
      await stack.learned.ready();
      return mostCostOf(stack, request);
    },
  };
}

/** Ask the model, and then those that may stand in for it after the fault that it had. */
async function askAny(
  stack: Stack,
  first: ModelRequest,
  order: number,
  asking: Asking,
): Promise<{ readonly model: string; readonly completion: Completion }> {
  const tried = new Set<string>();
  for (let request = first; ; ) {
    const { model } = request;
    tried.add(model);
    const next = (code: Parameters<typeof fallbackFor>[0]): string | undefined =>
      fallbackFor(code, stack.router, { tried, failed: model, first: first.model });
    try {
      const hasFallback = next('model/unavailable') !== undefined;
      return { model, completion: await askModel(stack, { request, hasFallback, order }, asking) };
    } catch (error) {
      const to = isModelError(error) ? next(error.code) : undefined;
      if (!isModelError(error) || to === undefined || asking.left() <= 0) throw error;
      asking.check(error);
      tell(asking.options.onFallback, { code: error.code, from: model, to });
      request = requestTo(to, first, stack.modelInfo(to));
    }
  }
}

/** The answer with what it took. */
async function answerOf(
  stack: Stack,
  model: string,
  completion: Completion,
  { attempts, requests, waitedMs }: Asking,
): Promise<Omit<ModelAnswer, 'ms' | 'servedBy'>> {
  const isPriced = providerOf(stack.providers, model).isLanguageModel;
  const price = isPriced ? await priceOf(stack.price, model, completion.usage) : null;
  const own = isPriced ? costAt(price, completion.usage) : 0;
  const failed = costOfAttempts(attempts);
  return {
    ...completion,
    cost: own === null || failed === null ? null : own + failed,
    attempts: requests,
    ...(price === null ? {} : { price }),
    ...(waitedMs > 0 ? { waitedMs } : {}),
  };
}
