import type { Provider } from '../../model.ts';
import type { WireModel } from '../wire-model.ts';
import { chatProvider } from './chat-provider.ts';

export type { StructuredOutput, WireModel } from '../wire-model.ts';

/** A server that speaks OpenAI's chat completions. */
export interface OpenAiCompatibleOptions {
  /** The provider's name: the part of a model's name before the slash. */
  readonly name: string;
  /** Usually ends in `/v1`. */
  readonly baseURL: string;
  readonly apiKey?: string | undefined;
  /** Where the key comes from, or should, for messages: `OPENAI_API_KEY`. */
  readonly keySource?: string | undefined;
  /** By the id that the provider uses. */
  readonly models?: ReadonlyMap<string, WireModel>;
}

/** Make a provider of a server that speaks OpenAI's chat completions. */
export function openaiCompatible({ models = new Map(), ...spec }: OpenAiCompatibleOptions): Provider {
  return chatProvider({ ...spec, npm: '@ai-sdk/openai-compatible', models });
}
