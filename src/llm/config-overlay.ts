import type { ModelsConfig, ProviderSettings } from './config.ts';

/** Lay one configuration over another: the upper one's words hold, providers and their models add up by name. */
export function overlay(lower: ModelsConfig, upper: ModelsConfig | undefined): ModelsConfig {
  if (upper === undefined) return lower;
  const timeout = { ...lower.router?.timeout, ...upper.router?.timeout };
  return {
    ...lower,
    ...upper,
    roles: { ...lower.roles, ...upper.roles },
    provider: overlayProviders(lower.provider ?? {}, upper.provider ?? {}),
    router: { ...lower.router, ...upper.router, timeout },
  };
}

function overlayProviders(
  lower: Readonly<Record<string, ProviderSettings>>,
  upper: Readonly<Record<string, ProviderSettings>>,
): Record<string, ProviderSettings> {
  const laid = Object.entries(upper).map(([name, above]): [string, ProviderSettings] => {
    const below = lower[name];
    return [
      name,
      { ...below, ...above, options: optionsOf(below, above), models: { ...below?.models, ...above.models } },
    ];
  });
  return { ...lower, ...Object.fromEntries(laid) };
}

/** A key goes to the server it was configured with: another base URL without a key of its own gets none. */
function optionsOf(below: ProviderSettings | undefined, above: ProviderSettings): ProviderSettings['options'] {
  return above.options?.baseURL === undefined ? { ...below?.options, ...above.options } : above.options;
}
