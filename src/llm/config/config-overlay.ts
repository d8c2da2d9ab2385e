import type { ModelsConfig } from './config.ts';
import type { ProviderSettings } from './config-provider.ts';

/**
 * Lay one configuration over another: the upper one's words hold, providers and their models add up by name.
 * Budgets are the exception: of two caps the lower one holds, so that a project cannot spend what its user forbade.
 */
export function overlay(lower: ModelsConfig, upper: ModelsConfig | undefined): ModelsConfig {
  if (upper === undefined) return lower;
  return {
    ...lower,
    ...upper,
    roles: { ...lower.roles, ...upper.roles },
    aliases: { ...lower.aliases, ...upper.aliases },
    provider: overlayProviders(lower.provider ?? {}, upper.provider ?? {}),
    router: {
      ...lower.router,
      ...upper.router,
      retry: { ...lower.router?.retry, ...upper.router?.retry },
      timeout: { ...lower.router?.timeout, ...upper.router?.timeout },
    },
    cache: { ...lower.cache, ...upper.cache },
    budget: overlayBudget(lower.budget ?? {}, upper.budget ?? {}),
    batch: { ...lower.batch, ...upper.batch },
  };
}

type Budget = NonNullable<ModelsConfig['budget']>;

function overlayBudget(lower: Budget, upper: Budget): Budget {
  const caps = (['run_usd', 'day_usd', 'project_usd', 'warn_at'] as const).flatMap((name) => {
    const values = [lower[name], upper[name]].filter((value) => value !== undefined);
    return values.length === 0 ? [] : [[name, Math.min(...values)] as const];
  });
  return { ...lower, ...upper, ...Object.fromEntries(caps) };
}

function overlayProviders(
  lower: Readonly<Record<string, ProviderSettings>>,
  upper: Readonly<Record<string, ProviderSettings>>,
): Record<string, ProviderSettings> {
  const laid = Object.entries(upper).map(([name, above]): [string, ProviderSettings] => {
    const below = lower[name];
    return [
      name,
      {
        ...below,
        ...above,
        options: optionsOf(below, above),
        models: overlayModels(below?.models ?? {}, above.models ?? {}),
      },
    ];
  });
  return { ...lower, ...Object.fromEntries(laid) };
}

type ModelMap = NonNullable<ProviderSettings['models']>;

/** What the upper file does not say of a model holds as below: a new price does not take its limits away. */
function overlayModels(lower: ModelMap, upper: ModelMap): ModelMap {
  const laid = Object.entries(upper).map(([id, above]) => {
    const below = lower[id];
    return [
      id,
      { ...below, ...above, ...(below?.limit || above.limit ? { limit: { ...below?.limit, ...above.limit } } : {}) },
    ];
  });
  return { ...lower, ...Object.fromEntries(laid) };
}

/** A key goes to the server it was configured with: another base URL without a key of its own gets none. */
function optionsOf(below: ProviderSettings | undefined, above: ProviderSettings): ProviderSettings['options'] {
  return above.options?.baseURL === undefined ? { ...below?.options, ...above.options } : above.options;
}
