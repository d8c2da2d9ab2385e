import { nearest, ScriptGenError } from '../../core/index.ts';
import type { Provider } from '../model.ts';
import { splitModel } from '../model-name.ts';
import type { FallbackChains } from '../settings.ts';
import type { ModelsConfig } from './config.ts';
import { type Endpoint, hasKey } from './endpoint.ts';
import { circular, type Names } from './names.ts';

/** The lists of a configuration's router that name models to ask instead. */
type FallbackList = 'fallbacks' | 'context_window_fallbacks' | 'content_policy_fallbacks';

/** What fallbacks are checked against. */
export interface FallbackSource {
  readonly config: ModelsConfig;
  readonly names: Names;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  readonly extra: readonly Provider[];
  /** The place of a field. */
  readonly at: (path: readonly PropertyKey[]) => string;
}

/** Models to ask instead, and a remark for each that cannot be asked now. */
export interface Fallbacks {
  readonly chains: Readonly<Record<FallbackList, FallbackChains>>;
  readonly notes: readonly string[];
}

/**
 * The fallbacks of a configuration: what its router says, and before that the rest of every alias in use.
 *
 * One whose provider has no key now is left out with a remark: it could only hide what the first model said.
 *
 * @throws ScriptGenError `config/invalid` for a model of no provider, for one that is no language model, and for a circle.
 */
export function fallbacksOf(source: FallbackSource, used: readonly string[]): Fallbacks {
  const notes = new Set<string>();
  checkAliases(source);
  const usable = (model: string): boolean => {
    const end = source.endpoints.get(splitModel(model).provider);
    if (end !== undefined && hasKey(end)) return true;
    notes.add(`${model} is no fallback now: ${end?.missing.join(' and ') ?? 'its base URL'} is not set.`);
    return false;
  };
  const askable = (chain: FallbackChains): FallbackChains => {
    const kept = [...chain].map(([model, others]) => [model, others.filter(usable)] as const);
    return new Map(kept.filter(([, others]) => others.length > 0));
  };
  const general = new Map<string, readonly string[]>();
  for (const [first = '', ...others] of used.map(source.names.resolve)) add(general, first, others);
  for (const [model, others] of chainOf(source, 'fallbacks')) add(general, model, others);
  const chains = {
    fallbacks: askable(general),
    context_window_fallbacks: askable(chainOf(source, 'context_window_fallbacks')),
    content_policy_fallbacks: askable(chainOf(source, 'content_policy_fallbacks')),
  };
  return { chains, notes: [...notes] };
}

/** One list of the router as a map, without circles. */
function chainOf(source: FallbackSource, list: FallbackList): FallbackChains {
  const chain = new Map<string, readonly string[]>();
  for (const [model, others] of entriesOf(source, list)) add(chain, model, others);
  refuseCircle(source, list, chain);
  return chain;
}

function add(chain: Map<string, readonly string[]>, model: string, others: readonly string[]): void {
  const all = [...(chain.get(model) ?? []), ...others];
  chain.set(
    model,
    [...new Set(all)].filter((other) => other !== model),
  );
}

/** The entries of one list, checked and with names resolved: the model that failed, and the models to ask instead. */
function entriesOf(source: FallbackSource, list: FallbackList): readonly (readonly [string, readonly string[]])[] {
  const maps = source.config.router?.[list] ?? [];
  return maps.flatMap((map, index) =>
    Object.entries(map).map(([name, others]) => {
      const path = ['router', list, index, name];
      const [model = name] = source.names.resolve(name);
      checkModel(source, model, path);
      const models = others.flatMap((other, place) => {
        const resolved = source.names.resolve(other);
        for (const one of resolved) checkModel(source, one, [...path, place]);
        return resolved;
      });
      if (models.includes(model)) throw circular(`${source.at(path)}: router.${list}`, [model, model]);
      return [model, models] as const;
    }),
  );
}

function checkAliases(source: FallbackSource): void {
  for (const name of Object.keys(source.config.aliases ?? {})) {
    const [, ...rest] = source.names.resolve(name);
    for (const model of rest) checkModel(source, model, ['aliases', name]);
  }
}

function checkModel(
  { config, endpoints, extra, at }: FallbackSource,
  model: string,
  path: readonly PropertyKey[],
): void {
  const { provider } = splitModel(model);
  const where = `${at(path)}: ${path.map(String).join('.')}`;
  if (extra.some(({ name, isLanguageModel }) => name === provider && !isLanguageModel))
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `${where}: ${provider} is no language model, and never stands in for one.`,
      hint: 'Ask for it by --model, or in "model", when you want it to write.',
    });
  if (endpoints.has(provider) || extra.some(({ name }) => name === provider)) return;
  const names = [...Object.keys(config.provider ?? {}), ...extra.map(({ name }) => name)];
  if (names.includes(provider)) return;
  const near = nearest(provider, names);
  throw new ScriptGenError({
    code: 'config/invalid',
    message: `${where}: there is no provider "${provider}" for the model "${model}".`,
    hint: near === undefined ? 'Add it under "provider" in models.json.' : `Did you mean ${near}?`,
  });
}

function refuseCircle({ at }: FallbackSource, list: FallbackList, chain: FallbackChains): void {
  const done = new Set<string>();
  const walk = (model: string, via: readonly string[]): void => {
    const way = [...via, model];
    if (via.includes(model)) throw circular(`${at(['router', list])}: router.${list}`, way.slice(way.indexOf(model)));
    if (done.has(model)) return;
    for (const other of chain.get(model) ?? []) walk(other, way);
    done.add(model);
  };
  for (const model of chain.keys()) walk(model, []);
}
