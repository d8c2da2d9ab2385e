import { join } from 'node:path';
import { ScriptGenError } from '../core/index.ts';
import { type Choice, chooseModels } from './choice.ts';
import type { ClientOptions } from './client.ts';
import type { ModelSettings, ModelsConfig } from './config.ts';
import { type ReadConfig, readModelsFile } from './config-file.ts';
import { overlay } from './config-overlay.ts';
import { type Endpoint, endpointOf, providerAt, requireKey } from './endpoint.ts';
import type { ModelRequest, Provider } from './model.ts';
import { splitModel } from './model-name.ts';
import type { Environment } from './placeholder.ts';
import type { Cost } from './price.ts';
import { createPrice } from './price-list.ts';
import { providerOf } from './provider-of.ts';
import { ROUTER_DEFAULTS } from './router-defaults.ts';
import type { RouterSettings } from './settings.ts';

/** Where to look for models. */
export interface LoadModelsOptions {
  /** The folder with the shipped `config/models.json`. */
  readonly root: string;
  /** The project's folder; a `models.json` in it is laid over the shipped one. */
  readonly projectDir: string;
  readonly env: Environment;
  /** A model the user named for this run, for every role. */
  readonly modelFlag?: string;
  /** Providers that are no servers: the offline writer. They take precedence over servers of the same name. */
  readonly extra?: readonly Provider[];
}

/** The models that can be asked, and which of them is. */
export interface Models {
  readonly providers: ReadonlyMap<string, Provider>;
  /** The model a role asks, with its settings. Both are part of every key. */
  readonly modelFor: (role: string) => Pick<ModelRequest, 'model' | 'params'>;
  /** Who decided: the flag, models.json, a key in the environment; `offline` when nobody did. */
  readonly source: Choice['source'];
  /** Remarks for the user, one line each. */
  readonly notes: readonly string[];
  /** What the configuration says of retries, time and prices, for `createClient`. */
  readonly client: Required<Pick<ClientOptions, 'router' | 'price'>>;
}

/**
 * Find the models: the shipped configuration, under the project's own, and who decides between them.
 *
 * The flag decides before models.json, models.json before a key in the environment; then the offline writer writes.
 * It never stands in for a model that was asked for: what cannot be asked is an error here, before any request.
 *
 * @throws ScriptGenError `config/invalid` (naming file, line, column, field), `model/unknown`, `model/unauthorized`.
 */
export function loadModels({ root, projectDir, env, modelFlag, extra = [] }: LoadModelsOptions): Models {
  const shipped = requireShipped(join(root, 'config/models.json'));
  const project = readModelsFile(join(projectDir, 'models.json'));
  const config = overlay(shipped.config, project?.config);
  const endpoints = endpointsOf(config, { env, folder: projectDir });
  const providers = new Map([
    ...[...endpoints.values()].map((end): [string, Provider] => [
      end.name,
      providerAt(end, config.router?.timeout?.total),
    ]),
    ...extra.map((provider): [string, Provider] => [provider.name, provider]),
  ]);

  const choice = chooseModels({ flag: modelFlag, project: project?.config, shipped: shipped.config, env });
  const resolved = (name: string): string => (name.includes('/') || providers.has(name) ? name : `openai/${name}`);
  const roles = new Map(Object.entries(choice.roles).map(([role, name]) => [role, resolved(name)]));
  const main = resolved(choice.model);
  for (const model of new Set([main, ...roles.values()])) {
    const end = endpoints.get(providerOf(providers, model).name);
    if (end !== undefined) requireKey(end);
  }
  const settingsOf = (model: string): ModelSettings | undefined => {
    const { provider, id } = splitModel(model);
    return endpoints.get(provider)?.settings.models?.[id];
  };
  const costFor = (model: string): Cost | undefined =>
    settingsOf(model)?.cost ?? endpoints.get(splitModel(model).provider)?.settings.cost;

  return {
    providers,
    modelFor: (role) => {
      const model = roles.get(role) ?? main;
      return { model, params: paramsOf(settingsOf(model)) };
    },
    source: choice.source,
    notes: [...shipped.notes, ...(project?.notes ?? []), ...choice.notes],
    client: { router: routerOf(config), price: createPrice(costFor) },
  };
}

function routerOf({ router = {} }: ModelsConfig): Partial<RouterSettings> {
  const { num_retries: retries, timeout } = router;
  return {
    ...(retries === undefined ? {} : { retries }),
    ...(timeout?.total === undefined ? {} : { timeouts: { ...ROUTER_DEFAULTS.timeouts, totalMs: timeout.total } }),
  };
}

function requireShipped(file: string): ReadConfig {
  const read = readModelsFile(file);
  if (read !== undefined) return read;
  throw new ScriptGenError({
    code: 'config/invalid',
    message: `${file} is missing.`,
    hint: 'It is part of the package: install it again.',
  });
}

/** The providers that have a base URL. One whose variable is not set is as good as not configured. */
function endpointsOf(
  config: ModelsConfig,
  from: { readonly env: Environment; readonly folder: string },
): ReadonlyMap<string, Endpoint> {
  const found = Object.entries(config.provider ?? {}).map(([name, settings]) => endpointOf(name, settings, from));
  return new Map(found.filter((end) => end !== undefined).map((end) => [end.name, end]));
}

/** What a model is asked with, as far as its configuration says. */
function paramsOf(settings: ModelSettings | undefined): ModelRequest['params'] {
  const { temperature, limit } = settings ?? {};
  return {
    ...(typeof temperature === 'number' ? { temperature } : {}),
    ...(limit?.output === undefined ? {} : { maxOutputTokens: limit.output }),
  };
}
