import type { ModelsConfig } from '../config.ts';
import type { ModelSettings } from '../config-provider.ts';
import {
  addressOf,
  countOf,
  createDraft,
  type Draft,
  fieldsOf,
  given,
  headersOf,
  type Imported,
  itemsOf,
  numberOf,
  plainName,
  remarkRest,
  secretOf,
  textOf,
  variableFor,
} from './draft.ts';
import { isOutOfReach, knownProvider } from './known-providers.ts';

/** Make a models.json of a LiteLLM proxy's `config.yaml` (docs.litellm.ai/docs/proxy/configs). */
export function importLitellm(source: unknown): Imported {
  const draft = createDraft();
  const { remark } = draft;
  const all = fieldsOf(source);
  remarkRest(all, { known: ['model_list', 'router_settings', 'litellm_settings'], where: '', remark });
  const groups = new Map<string, string[]>();
  const names = providerNames();
  for (const [index, entry] of itemsOf(all['model_list']).entries()) {
    const where = `model_list[${index}]`;
    const added = addDeployment(draft, fieldsOf(entry), { where, names });
    if (added === undefined) continue;
    const group = groups.get(added.group) ?? [];
    if (group.length > 0)
      remark(
        `${added.group} has several deployments: the first is asked, the others are its fallbacks. Load is not shared.`,
      );
    groups.set(added.group, [...new Set([...group, added.model])]);
  }
  const alias = (name: string): string => (groups.has(name) ? plainName(name) : name);
  const aliases = [...groups].map(([name, models]) => [plainName(name), models] as const);
  const router = routerOf(draft, { all, alias });
  const [first] = aliases;
  draft.set({
    ...(first && { model: first[0], aliases: Object.fromEntries(aliases) }),
    ...(router && { router }),
  });
  return draft.done();
}

interface Deployment {
  readonly group: string;
  readonly model: string;
}

type Names = (wanted: string, identity: string) => string;

function addDeployment(
  draft: Draft,
  entry: Readonly<Record<string, unknown>>,
  { where, names }: { readonly where: string; readonly names: Names },
): Deployment | undefined {
  const { remark } = draft;
  const group = textOf(entry['model_name']);
  const params = fieldsOf(entry['litellm_params']);
  const [prefix, id] = splitPrefix(textOf(params['model']) ?? '');
  if (group === undefined || id === '') {
    remark(`${where} has no model_name or no litellm_params.model and was left out.`);
    return undefined;
  }
  if (isOutOfReach(prefix)) {
    remark(`${where}: models of ${prefix} cannot be asked here, and ${group} was left out.`);
    return undefined;
  }
  const known = knownProvider(prefix);
  const info = fieldsOf(entry['model_info']);
  const at = `${where}.litellm_params`;
  remarkRest(entry, { known: ['model_name', 'litellm_params', 'model_info'], where, remark });
  remarkRest(params, { known: KNOWN_PARAMS, where: at, remark });
  const baseURL = addressOf(params['api_base'] ?? params['base_url'], { where: `${at}.api_base`, remark });
  if (known === undefined && baseURL === undefined) {
    remark(`${where}: ${prefix} is no provider that is known here, and has no api_base; ${group} was left out.`);
    return undefined;
  }
  const wanted = baseURL === undefined ? (known?.name ?? prefix) : plainName(hostOf(baseURL));
  // A second key needs a provider of its own, which only a package with an address of its own can be.
  const isOne = baseURL === undefined && known?.npm === '@ai-sdk/openai-compatible';
  const identity = isOne ? prefix : `${prefix} ${baseURL} ${String(params['api_key'])}`;
  const provider = names(wanted, identity);
  const apiKey = secretOf(params['api_key'], {
    variable:
      baseURL === undefined
        ? (known?.variable ?? variableFor(`${provider}_API_KEY`))
        : variableFor(`${provider}_API_KEY`),
    where: `${at}.api_key`,
    remark,
  });
  const headers = headersOf(params['extra_headers'], { provider, where: `${at}.extra_headers`, remark });
  const options = given({ baseURL, apiKey, headers });
  const npm = known?.npm ?? '@ai-sdk/openai-compatible';
  draft.provider(provider, { npm, ...(options && { options }) });
  draft.model(provider, id, settingsOf(params, info));
  return { group, model: `${provider}/${id}` };
}

const COSTS = [
  'input_cost_per_token',
  'output_cost_per_token',
  'cache_read_input_token_cost',
  'cache_creation_input_token_cost',
];
const KNOWN_PARAMS = [
  ...['model', 'api_base', 'base_url', 'api_key', 'extra_headers', 'rpm', 'tpm', 'max_parallel_requests'],
  ...['temperature', 'max_tokens', ...COSTS],
];

function settingsOf(params: Readonly<Record<string, unknown>>, info: Readonly<Record<string, unknown>>): ModelSettings {
  const price = (name: string): number | undefined => {
    const perToken = numberOf(params[name]) ?? numberOf(info[name]);
    return perToken === undefined ? undefined : Math.round(perToken * 1e12) / 1e6;
  };
  const input = price('input_cost_per_token');
  const output = price('output_cost_per_token');
  const cache = given({
    cache_read: price('cache_read_input_token_cost'),
    cache_write: price('cache_creation_input_token_cost'),
  });
  const limits = given<NonNullable<ModelSettings['limits']>>({
    rpm: countOf(params['rpm']),
    tpm: countOf(params['tpm']),
    max_parallel_requests: countOf(params['max_parallel_requests']),
  });
  const limit = given<NonNullable<ModelSettings['limit']>>({
    context: countOf(info['max_input_tokens']),
    output: countOf(params['max_tokens']) ?? countOf(info['max_output_tokens']),
  });
  const temperature = numberOf(params['temperature']);
  return {
    ...(temperature !== undefined && temperature <= 2 ? { temperature } : {}),
    ...(limits && { limits }),
    ...(limit && { limit }),
    ...(input !== undefined && output !== undefined ? { cost: { input, output, ...cache } } : {}),
  };
}

function routerOf(
  { remark }: Draft,
  { all, alias }: { readonly all: Readonly<Record<string, unknown>>; readonly alias: (name: string) => string },
): ModelsConfig['router'] | undefined {
  const router = fieldsOf(all['router_settings']);
  const lite = fieldsOf(all['litellm_settings']);
  const lists = ['fallbacks', 'context_window_fallbacks', 'content_policy_fallbacks'] as const;
  const numbers = ['num_retries', 'cooldown_time', 'allowed_fails'];
  remarkRest(router, { known: [...lists, ...numbers, 'timeout'], where: 'router_settings', remark });
  remarkRest(lite, { known: [...lists, ...numbers, 'request_timeout'], where: 'litellm_settings', remark });
  const value = (name: string): unknown => router[name] ?? lite[name];
  const fallbacks = lists.flatMap((name) => {
    const maps = itemsOf(value(name)).map((map) =>
      Object.fromEntries(
        Object.entries(fieldsOf(map)).map(([model, others]) => [alias(model), itemsOf(others).map(String).map(alias)]),
      ),
    );
    return maps.length === 0 ? [] : [[name, maps] as const];
  });
  const retries = numberOf(value('num_retries'));
  const seconds = numberOf(router['timeout']) ?? numberOf(lite['request_timeout']);
  const allowed = countOf(value('allowed_fails'));
  const cooldown = numberOf(value('cooldown_time'));
  const made = {
    ...(retries === undefined ? {} : { num_retries: Math.min(20, Math.floor(retries)) }),
    ...(cooldown === undefined ? {} : { cooldown_time: cooldown }),
    ...(allowed === undefined ? {} : { allowed_fails: allowed }),
    ...(seconds ? { timeout: { total: Math.ceil(seconds * 1000) } } : {}),
    ...Object.fromEntries(fallbacks),
  };
  return Object.keys(made).length === 0 ? undefined : made;
}

/** A name for each provider, key and address: those that differ in one of them are providers of their own. */
function providerNames(): Names {
  const taken = new Map<string, string>();
  return (wanted, identity) => {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted}-${number}`;
      const owner = taken.get(name);
      if (owner !== undefined && owner !== identity) continue;
      taken.set(name, identity);
      return name;
    }
  };
}

/** `anthropic/claude` is a model of Anthropic; a name without a prefix is one of OpenAI. */
function splitPrefix(model: string): readonly [string, string] {
  const slash = model.indexOf('/');
  return slash === -1 ? ['openai', model] : [model.slice(0, slash), model.slice(slash + 1)];
}

function hostOf(address: string): string {
  if (!URL.canParse(address)) return 'server';
  const { hostname, port } = new URL(address);
  return port === '' ? hostname : `${hostname}-${port}`;
}
