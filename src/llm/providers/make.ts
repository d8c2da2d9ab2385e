import type { Provider } from '../model.ts';
import { openaiCompatible, type WireModel } from './openai-compatible.ts';

/** What speaks to a provider: a package of the AI SDK, Ollama's own API, or llama.cpp in a process of our own. */
export const PACKAGES = [
  '@ai-sdk/openai',
  '@ai-sdk/openai-compatible',
  '@ai-sdk/anthropic',
  '@ai-sdk/google',
  '@ai-sdk/mistral',
  'ollama',
  'node-llama-cpp',
] as const;
/** One of {@link PACKAGES}: an allow-list, because loading what a configuration names would run its code. */
export type ProviderPackage = (typeof PACKAGES)[number];

/** A configured provider with all its pointers followed. */
export interface ProviderSpec {
  /** The part of a model's name before the slash. */
  readonly name: string;
  readonly npm: ProviderPackage;
  /** Required for `@ai-sdk/openai-compatible`; the package's own when absent. Not used by `node-llama-cpp`. */
  readonly baseURL?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Where the key comes from, or should, for messages: `OPENAI_API_KEY`. */
  readonly keySource?: string | undefined;
  /** More headers to send. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Which of OpenAI's two APIs; `responses` when absent. Only for `@ai-sdk/openai`. */
  readonly api?: 'responses' | 'chat' | undefined;
  /** A GGUF file, absolute. Only for `node-llama-cpp`, where each model may name its own. */
  readonly file?: string | undefined;
  /** By the id that the provider uses. */
  readonly models: ReadonlyMap<string, WireModel>;
}

/** Make the provider of a configuration. Its package is loaded by the first answer. */
export function makeProvider(spec: ProviderSpec): Provider {
  const { name, baseURL = 'http://127.0.0.1', apiKey, keySource, models } = spec;
  return openaiCompatible({ name, baseURL, apiKey, keySource, models });
}
