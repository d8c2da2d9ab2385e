import type { Provider } from '../model.ts';
import { ANTHROPIC } from './anthropic.ts';
import { chatProvider } from './chat/chat-provider.ts';
import { GOOGLE } from './google.ts';
import { MISTRAL } from './mistral.ts';
import { ollama } from './ollama.ts';
import { OPENAI } from './openai.ts';
import { sdkProvider } from './sdk-provider.ts';
import type { WireModel } from './wire-model.ts';

/**
 * What speaks to a provider: a package of the AI SDK, Ollama's own API, or llama.cpp in a process of our own.
 *
 * `@ai-sdk/openai-compatible` is the wire that this package speaks: chat completions, spoken here without it.
 */
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

/**
 * Make the provider of a configuration. Its package is loaded by the first answer.
 *
 * A redirect is never followed, no key is looked for in the environment, and one answer is one request.
 */
export function makeProvider(spec: ProviderSpec): Provider {
  switch (spec.npm) {
    case '@ai-sdk/openai':
      return sdkProvider(spec, OPENAI);
    case '@ai-sdk/anthropic':
      return sdkProvider(spec, ANTHROPIC);
    case '@ai-sdk/google':
      return sdkProvider(spec, GOOGLE);
    case '@ai-sdk/mistral':
      return sdkProvider(spec, MISTRAL);
    case '@ai-sdk/openai-compatible':
      return chatProvider(spec);
    case 'ollama':
      return ollama(spec);
    case 'node-llama-cpp':
      return gguf(spec);
  }
}

/** llama.cpp is loaded by the first answer, in a process of its own: most commands need neither. */
function gguf(spec: ProviderSpec): Provider {
  let made: Promise<Provider> | undefined;
  return {
    name: spec.name,
    isLanguageModel: true,
    async answer(request, call) {
      made ??= import('./gguf/gguf-provider.ts').then(({ ggufProvider }) => ggufProvider(spec));
      return (await made).answer(request, call);
    },
    close: async () => (await made)?.close?.(),
  };
}
