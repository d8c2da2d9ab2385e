import { ScriptGenError } from '../../core/index.ts';
import type { Provider } from '../model.ts';
import { makeProvider, type ProviderPackage, type ProviderSpec } from '../providers/make.ts';
import type { WireModel } from '../providers/wire-model.ts';
import type { ModelSettings, ProviderSettings } from './config-provider.ts';
import { structuredOf } from './model-settings.ts';
import { type Environment, pointersIn, resolveValue, type Source, sourceOf } from './placeholder.ts';
import { shownAddress } from './shown-address.ts';

/** A configured provider with its pointers followed: where it is, and what key it takes. */
export interface Endpoint {
  readonly name: string;
  readonly npm: ProviderPackage;
  /** Absent for what runs in a process of our own. */
  readonly baseURL: string | undefined;
  readonly apiKey: string | undefined;
  /** Where the key is to come from, if it takes one: `OPENAI_API_KEY`. */
  readonly keySource: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** What is to be read for the key and the headers, and is not there. */
  readonly missing: readonly string[];
  readonly settings: ProviderSettings;
}

/** Where each package's own provider is. Read in the packages, versions 4 of `@ai-sdk/*`; Ollama's docs, "API". */
const HOMES: Readonly<Partial<Record<ProviderPackage, string>>> = {
  '@ai-sdk/openai': 'https://api.openai.com/v1',
  '@ai-sdk/anthropic': 'https://api.anthropic.com/v1',
  '@ai-sdk/google': 'https://generativelanguage.googleapis.com/v1beta',
  '@ai-sdk/mistral': 'https://api.mistral.ai/v1',
  ollama: 'http://127.0.0.1:11434',
};

/**
 * Follow the pointers of a provider; `undefined` when its base URL points at nothing.
 *
 * @throws ScriptGenError `config/invalid` for a base URL that is none.
 */
export function endpointOf(name: string, settings: ProviderSettings, from: Source): Endpoint | undefined {
  const { npm = '@ai-sdk/openai-compatible', options: { apiKey, headers = {} } = {} } = settings;
  const baseURL = npm === 'node-llama-cpp' ? undefined : baseOf(name, settings, from);
  if (baseURL === undefined && npm !== 'node-llama-cpp') return undefined;
  const read = Object.entries(headers).map(([header, value]) => ({ header, value, text: resolveValue(value, from) }));
  const key = apiKey === undefined ? undefined : resolveValue(apiKey, from);
  const absent = [
    ...(apiKey === undefined || key !== undefined ? [] : [apiKey]),
    ...read.flatMap(({ value, text }) => (text === undefined ? [value] : [])),
  ];
  return {
    name,
    npm,
    baseURL,
    apiKey: key,
    keySource: apiKey === undefined ? undefined : sources(apiKey),
    headers: Object.fromEntries(read.flatMap(({ header, text }) => (text === undefined ? [] : [[header, text]]))),
    missing: absent.map(sources),
    settings,
  };
}

/** The base URL of a provider, or what it points at; `undefined` when that is nothing. */
function baseOf(name: string, { npm, options }: ProviderSettings, from: Source): string | undefined {
  const location = options?.baseURL ?? HOMES[npm ?? '@ai-sdk/openai-compatible'] ?? '';
  const read = resolveValue(location, from);
  if (read === undefined) return undefined;
  const baseURL = npm === 'ollama' ? ollamaURL(read) : read;
  if (/^https?:\/\/[^/]/.test(baseURL) && URL.canParse(baseURL)) return baseURL;
  throw new ScriptGenError({
    code: 'config/invalid',
    message: `The base URL of the provider "${name}" is ${location === '' ? 'missing' : `no http address: ${shownAddress(location)}`}.`,
    hint: `Set "provider.${name}.options.baseURL" in models.json, for example "http://127.0.0.1:8080/v1".`,
  });
}

/** `OLLAMA_HOST` as Ollama reads it (envconfig/config.go, Host): without a scheme the port is 11434; all addresses are this machine. */
export function ollamaURL(host: string): string {
  const hasScheme = /^https?:\/\//.test(host);
  const url = hasScheme ? host : `http://${host.startsWith(':') ? '127.0.0.1' : ''}${host}`;
  if (!URL.canParse(url)) return host;
  const { protocol, hostname, port, pathname } = new URL(url);
  const here = hostname === '0.0.0.0' || hostname === '[::]' ? '127.0.0.1' : hostname;
  const ending = port || (hasScheme || /:80\b/.test(url) ? '' : '11434');
  return `${protocol}//${here}${ending && `:${ending}`}${pathname.replace(/\/+$/, '')}`;
}

function sources(value: string): string {
  return pointersIn(value).map(sourceOf).join(' and ');
}

/** Whether a server is on this machine, where no key is needed. */
export function isLoopback(baseURL: string): boolean {
  const { hostname } = new URL(baseURL);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** Whether a provider can be asked: it has the key that it takes, or needs none because it is on this machine. */
export function hasKey({ baseURL, missing }: Endpoint): boolean {
  return missing.length === 0 || baseURL === undefined || isLoopback(baseURL);
}

/**
 * Check that a provider has the key it takes.
 *
 * @throws ScriptGenError `model/unauthorized`, before anything is sent.
 */
export function requireKey(endpoint: Endpoint): void {
  if (hasKey(endpoint)) return;
  const names = endpoint.missing.join(' and ');
  throw new ScriptGenError({
    code: 'model/unauthorized',
    message: `The provider "${endpoint.name}" needs a key, and ${names} is not set.`,
    hint: `Set ${names}; or ask for the model offline-writer@1, which needs no key.`,
  });
}

/** The provider of an endpoint. It refuses to answer without the key it takes. */
export function providerAt(endpoint: Endpoint): Provider {
  const provider = makeProvider(specOf(endpoint));
  return {
    ...provider,
    async answer(request, call) {
      requireKey(endpoint);
      return provider.answer(request, call);
    },
  };
}

/** What a provider is made from. */
export function specOf(endpoint: Endpoint): ProviderSpec {
  const { name, baseURL, apiKey, keySource, headers, settings } = endpoint;
  const { options: { api, file } = {}, models = {} } = settings;
  const npm = packageFor(endpoint);
  return {
    name,
    npm,
    baseURL,
    apiKey,
    keySource,
    headers,
    api: npm === endpoint.npm ? api : 'chat',
    file,
    models: new Map(Object.entries(models).map(([id, model]) => [id, wireOf(model, npm)])),
  };
}

/** OpenAI's own package is for OpenAI: what stands in its place elsewhere speaks chat completions, unless it is said to know more. */
function packageFor({ npm, baseURL, settings }: Endpoint): ProviderPackage {
  if (npm !== '@ai-sdk/openai' || settings.options?.api === 'responses') return npm;
  return baseURL !== undefined && new URL(baseURL).hostname !== 'api.openai.com' ? '@ai-sdk/openai-compatible' : npm;
}

function wireOf(settings: ModelSettings, npm: ProviderPackage): WireModel {
  const { reasoning = false, limit, file } = settings;
  const promptCache = settings.prompt_cache ?? (npm === '@ai-sdk/anthropic' ? 'explicit' : undefined);
  return {
    structuredOutput: structuredOf(settings),
    reasoning,
    ...(promptCache === undefined ? {} : { promptCache }),
    ...(limit?.context === undefined ? {} : { context: limit.context }),
    ...(file === undefined ? {} : { file }),
  };
}

/** A source whose files are named from the root already. */
export function fromEnvironment(env: Environment): Source {
  return { env, folder: '/' };
}
