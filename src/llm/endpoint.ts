import { ScriptGenError } from '../core/index.ts';
import type { ModelSettings, ProviderSettings } from './config.ts';
import type { Provider } from './model.ts';
import { type Environment, resolveValue, sourceOf } from './placeholder.ts';
import { withDeadline } from './providers/deadline.ts';
import { makeProvider } from './providers/make.ts';
import { whoIs } from './providers/who.ts';
import type { WireModel } from './providers/wire-model.ts';

const DEFAULT_TIMEOUT_MS = 300_000;

/** A configured provider with its pointers followed: where it is, and what key it takes. */
export interface Endpoint {
  readonly name: string;
  readonly baseURL: string;
  readonly apiKey: string | undefined;
  /** Where the key is to come from, if it takes one: `OPENAI_API_KEY`. */
  readonly keySource: string | undefined;
  readonly settings: ProviderSettings;
}

/**
 * Follow the pointers of a provider; `undefined` when its base URL points at nothing.
 *
 * @throws ScriptGenError `config/invalid` for a base URL that is none.
 */
export function endpointOf(
  name: string,
  settings: ProviderSettings,
  from: { readonly env: Environment; readonly folder: string },
): Endpoint | undefined {
  const { baseURL: location = '', apiKey } = settings.options ?? {};
  const baseURL = resolveValue(location, from);
  if (baseURL === undefined) return undefined;
  if (!/^https?:\/\/[^/]/.test(baseURL) || !URL.canParse(baseURL)) {
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `The base URL of the provider "${name}" is ${location === '' ? 'missing' : `no http address: ${location}`}.`,
      hint: `Set "provider.${name}.options.baseURL" in models.json, for example "http://127.0.0.1:8080/v1".`,
    });
  }
  return {
    name,
    baseURL,
    apiKey: apiKey === undefined ? undefined : resolveValue(apiKey, from),
    keySource: apiKey === undefined ? undefined : sourceOf(apiKey),
    settings,
  };
}

/** Whether a server is on this machine, where no key is needed. */
export function isLoopback(baseURL: string): boolean {
  const { hostname } = new URL(baseURL);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/**
 * Check that a provider has the key it takes.
 *
 * @throws ScriptGenError `model/unauthorized`, before anything is sent.
 */
export function requireKey({ name, baseURL, apiKey, keySource }: Endpoint): void {
  if (keySource === undefined || apiKey !== undefined || isLoopback(baseURL)) return;
  throw new ScriptGenError({
    code: 'model/unauthorized',
    message: `The provider "${name}" needs a key, and ${keySource} is not set.`,
    hint: `Set ${keySource}; or ask for the model offline-writer@1, which needs no key.`,
  });
}

/** The provider of an endpoint. It refuses to answer without the key it takes. */
export function providerAt(endpoint: Endpoint, timeoutMs: number | undefined): Provider {
  const { name, baseURL, apiKey, keySource, settings } = endpoint;
  const models = Object.entries(settings.models ?? {}).map(([id, model]): [string, WireModel] => [id, wireOf(model)]);
  const provider = makeProvider({
    ...{ name, npm: '@ai-sdk/openai-compatible', baseURL, apiKey, keySource },
    models: new Map(models),
  });
  const deadline = { totalMs: timeoutMs ?? DEFAULT_TIMEOUT_MS, who: whoIs(name, baseURL) };
  return {
    ...provider,
    async answer(request, call) {
      requireKey(endpoint);
      return withDeadline(deadline, call.signal, (signal) => provider.answer(request, { ...call, signal }));
    },
  };
}

function wireOf({ structured_output: structured = 'json_schema', reasoning = false }: ModelSettings): WireModel {
  if (typeof structured === 'string') return { structuredOutput: structured, reasoning };
  return { structuredOutput: structured ? 'json_schema' : 'none', reasoning };
}
