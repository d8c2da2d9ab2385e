import { reachableFrom } from '../llm/fallback.ts';
import { type ModelRequest, type Models, ROUTER_DEFAULTS, splitModel } from '../llm/index.ts';
import type { Prompts } from '../prompts/index.ts';
import { createEstimator, type Estimator, type Ledger, likelyMost } from '../steps/index.ts';

/** What runs of a project will cost, as far as can be said. */
export interface RunCosts {
  readonly estimator: Estimator;
  /** US dollars that a call will hardly exceed, whichever model answers in the end; `null` when a price is not known. */
  readonly costOf: (request: ModelRequest) => Promise<number | null>;
  /** A model that a run may ask, fallbacks included, whose price is not known. */
  readonly unpriced: () => Promise<string | undefined>;
}

/** A thousand tokens each way: any number does to see whether there is a price. */
const SOME = { inputTokens: 1000, outputTokens: 1000 };

/** Cost what is asked by the prices of a configuration and the lengths of earlier answers. */
export function createRunCosts(models: Models, prompts: Prompts, ledger: Pick<Ledger, 'sum'>): RunCosts {
  const { price } = models.client;
  const router = { ...ROUTER_DEFAULTS, ...models.client.router };
  const isLanguageModel = (model: string): boolean =>
    models.providers.get(splitModel(model).provider)?.isLanguageModel ?? true;
  const estimator = createEstimator(ledger, async (model, usage) =>
    isLanguageModel(model) ? price(model, usage) : NOTHING,
  );
  return {
    estimator,
    costOf: async (request) => {
      const costs = await Promise.all(
        [...reachableFrom(request.model, router)].map((model) => likelyMost(estimator, { ...request, model })),
      );
      return costs.reduce((most, cost) => (most === null || cost === null ? null : Math.max(most, cost)), 0);
    },
    unpriced: async () => {
      const asked = [...prompts.values()].map(({ role }) => models.modelFor(role).model);
      for (const model of new Set(asked.flatMap((first) => [...reachableFrom(first, router)])))
        if ((await estimator.cost(model, SOME)) === null) return model;
      return undefined;
    },
  };
}

/** What is no language model costs nothing. */
const NOTHING = { cost: { input: 0, output: 0 }, source: 'no language model', dated: '' };
