import { ScriptGenError } from '../../core/index.ts';
import type { ClientOptions } from '../client/client.ts';
import { providerOf } from '../client/provider-of.ts';
import type { ModelRequest, Provider } from '../model.ts';
import { splitModel } from '../model-name.ts';
import type { Cost } from '../money/price.ts';
import { createPrice } from '../money/price-list.ts';
import { type ChoiceSource, chooseModels } from './choice.ts';
import type { ModelsConfig } from './config.ts';
import { placeIn, readLayers } from './config-layers.ts';
import { overlay } from './config-overlay.ts';
import { findLocalModel, ggufConfig } from './detect/local-models.ts';
import { type Endpoint, endpointOf, fromEnvironment, providerAt, requireKey } from './endpoint.ts';
import { fallbacksOf } from './fallbacks.ts';
import { type ConfiguredModel, listModels } from './model-list.ts';
import { costFor, infoOf, paramsOf, settingsOf } from './model-settings.ts';
import { namesOf } from './names.ts';
import type { Environment } from './placeholder.ts';
import { routerSettings } from './router-settings.ts';
import { checkTrust } from './trust.ts';

/** Where to look for models. */
export interface LoadModelsOptions {
  /** The folder with the shipped `config/models.json`. */
  readonly root: string;
  /** The project's folder; a `models.json` in it is laid over the shipped one and the user's own. */
  readonly projectDir: string;
  readonly env: Environment;
  /** A model the user named for this run, for every role. */
  readonly modelFlag?: string;
  /** Providers that are no servers, or a program's own. They take precedence over configured ones of the same name. */
  readonly extra?: readonly Provider[];
  /** Whether to look for a model on this machine when nothing else decides; yes when absent, unless `SCRIPTGEN_DETECT` is 0. */
  readonly detect?: boolean;
  /** An error in the place of the offline writer. */
  readonly requireModel?: boolean;
  /** Whether a model whose key is missing is an error; yes when absent. Only to list models is no reason. */
  readonly checkKeys?: boolean;
}

/** The models that can be asked, and which of them is. */
export interface Models {
  readonly providers: ReadonlyMap<string, Provider>;
  /** The model a role asks, with its settings. Both are part of every key. */
  readonly modelFor: (role: string) => Pick<ModelRequest, 'model' | 'params'>;
  /** The model that is asked again about an answer that does not fit; absent where each role's own is. */
  readonly repair?: Pick<ModelRequest, 'model' | 'params'>;
  /** The settings of any model, as those of a role: for a model that is named by hand. Aliases are resolved. */
  readonly requestFor: (name: string) => Pick<ModelRequest, 'model' | 'params'>;
  /** Who decided: the flag, models.json, a key in the environment, what was found here; `offline` when nobody did. */
  readonly source: ChoiceSource;
  /** Remarks for the user, one line each. */
  readonly notes: readonly string[];
  /** What the configuration says of retries, limits and prices, for `createClient`. */
  readonly client: Required<Pick<ClientOptions, 'router' | 'price' | 'modelInfo'>>;
  /** Whether the configuration lets a model be asked in batches; the provider must be able to. */
  readonly takesBatches: (model: string) => boolean;
  /** Bytes of answers to keep in memory in front of the journal; absent when not configured. */
  readonly cache: { readonly maxBytes?: number };
  /** Milliseconds: without a new question before a batch is handed in, and between two looks at it; absent when not configured. */
  readonly batch: {
    readonly collectMs: number | undefined;
    readonly pollMs: { readonly first: number | undefined; readonly longest: number | undefined };
  };
  /** US dollars; and the part of a cap at which a run warns. */
  readonly budget: {
    readonly caps: { readonly run?: number; readonly day?: number; readonly project?: number };
    readonly warnAt: number;
  };
  /** Every model that a configuration lists. */
  readonly list: () => readonly ConfiguredModel[];
}

/**
 * Find the models: the shipped configuration, under the user's, under the project's, and who decides between them.
 *
 * The flag decides before models.json, models.json before a key in the environment, that before a server or a file on this
 * machine; then the offline writer writes. It never stands in for a model that was asked for: what cannot be asked is an
 * error here, before any request.
 *
 * @throws ScriptGenError `config/invalid` (naming file, line, column, field), `model/unknown`, `model/unauthorized`.
 */
export async function loadModels(options: LoadModelsOptions): Promise<Models> {
  const { projectDir, env, modelFlag, extra = [], requireModel = false, checkKeys = true } = options;
  const layers = readLayers(options);
  checkTrust(layers, { env, projectDir });
  const { shipped, user, project } = layers;
  const configured = user === undefined ? project?.config : overlay(user.config, project?.config);
  let config = overlay(overlay(overlay(shipped.config, ggufConfig(env)), user?.config), project?.config);
  const from = fromEnvironment(env);
  const choice = await chooseModels({
    flag: modelFlag,
    configured,
    shipped: shipped.config,
    endpoints: [...endpointsOf(config, from).values()],
    env,
    look: async () => {
      if (!(options.detect ?? true) || isDetectOff(env)) return undefined;
      const found = await findLocalModel({ env });
      if (found !== undefined) config = overlay(config, found.config);
      return found;
    },
  });

  const endpoints = endpointsOf(config, from);
  const providers = new Map([
    ...[...endpoints.values()].map((end): [string, Provider] => [end.name, providerAt(end)]),
    ...extra.map((provider): [string, Provider] => [provider.name, provider]),
  ]);
  const at = (path: readonly PropertyKey[]): string => placeIn(layers, path);
  const names = namesOf(config, { providers: new Set(providers.keys()), at });
  const first = (name: string): string => names.resolve(name)[0] ?? name;
  const named = Object.entries(choice.roles).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const used = [choice.model, ...named.map(([, name]) => name)];
  const fallbacks = fallbacksOf({ config, names, endpoints, extra, at }, used);
  const roles = new Map(named.map(([role, name]) => [role, first(name)]));
  const main = first(choice.model);
  for (const model of new Set([main, ...roles.values()])) {
    const end = endpoints.get(providerOf(providers, model).name);
    if (checkKeys && end !== undefined && !extra.some(({ name }) => name === end.name)) requireKey(end);
    if (requireModel && !providerOf(providers, model).isLanguageModel) throw noModel();
  }
  const doubts = used.flatMap((name) => {
    const meant = names.doubt(name);
    return meant === undefined ? [] : [`${name} is taken for openai/${name}; did you mean the alias ${meant}?`];
  });
  const requestFor = (name: string): Pick<ModelRequest, 'model' | 'params'> => {
    const model = first(name);
    return { model, params: paramsOf(settingsOf(endpoints, model)) };
  };
  const { run_usd: run, day_usd: day, project_usd: all, warn_at: warnAt = 0.8 } = config.budget ?? {};
  const maxMb = config.cache?.max_mb;

  const repair = roles.get('repair');

  return {
    providers,
    // Who judges reads as the dramaturge does, and is better another model than who wrote.
    modelFor: (role) => requestFor(roles.get(role) ?? (role === 'judge' ? roles.get('dramaturge') : undefined) ?? main),
    ...(repair === undefined ? {} : { repair: requestFor(repair) }),
    requestFor,
    source: choice.source,
    notes: [
      ...[shipped, user, project].flatMap((layer) => layer?.notes ?? []),
      ...choice.notes,
      ...doubts,
      ...fallbacks.notes,
    ],
    client: {
      router: routerSettings(config, fallbacks.chains),
      price: createPrice((model) =>
        providers.get(splitModel(model).provider)?.isLanguageModel === false ? FREE : costFor(endpoints, model),
      ),
      modelInfo: (model) => infoOf(endpoints, model),
    },
    takesBatches: (model) => settingsOf(endpoints, model)?.batch ?? true,
    cache: maxMb === undefined ? {} : { maxBytes: Math.round(maxMb * 1_000_000) },
    batch: {
      collectMs: config.batch?.collect_ms,
      pollMs: { first: config.batch?.poll_ms, longest: config.batch?.max_poll_ms },
    },
    budget: {
      caps: {
        ...(run === undefined ? {} : { run }),
        ...(day === undefined ? {} : { day }),
        ...(all === undefined ? {} : { project: all }),
      },
      warnAt,
    },
    list: () => listModels(endpoints, { main, roles }),
  };
}

/** A program may hand over an environment of its own, so the process's counts too: one variable turns it off everywhere. */
/** What is no language model is nobody's bill. */
const FREE: Cost = { input: 0, output: 0 };

function isDetectOff(env: Environment): boolean {
  return (env['SCRIPTGEN_DETECT'] ?? process.env['SCRIPTGEN_DETECT']) === '0';
}

/** The providers that have a base URL. One whose variable is not set is as good as not configured. */
function endpointsOf(config: ModelsConfig, from: ReturnType<typeof fromEnvironment>): ReadonlyMap<string, Endpoint> {
  const found = Object.entries(config.provider ?? {}).map(([name, settings]) => endpointOf(name, settings, from));
  return new Map(found.filter((end) => end !== undefined).map((end) => [end.name, end]));
}

function noModel(): ScriptGenError {
  return new ScriptGenError({
    code: 'model/unknown',
    message: 'No language model is configured or found, and one is required.',
    hint: 'Set a key such as OPENAI_API_KEY, start a local server, or name a model in models.json. The offline writer is no language model.',
  });
}
