import type { Provider } from '../model.ts';
import { gatherChat } from './chat-stream.ts';
import type { Dialect } from './dialect.ts';
import { readOpenAiModels } from './model-lists.ts';
import { sdkProvider } from './sdk-provider.ts';
import type { WireModel } from './wire-model.ts';

export type { StructuredOutput, WireModel } from './wire-model.ts';

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
  return sdkProvider({ ...spec, npm: '@ai-sdk/openai-compatible', models }, OPENAI_COMPATIBLE);
}

/** `@ai-sdk/openai-compatible`: asks for its usage in the stream, and for thinking models by another name of the limit. */
export const OPENAI_COMPATIBLE: Dialect = {
  baseURL: '',
  keyHeader: { name: 'authorization', value: (key) => `Bearer ${key}` },
  jsonObject: true,
  gather: gatherChat,
  async load({ models, ...setup }) {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return (id) =>
      createOpenAICompatible({
        ...setup,
        includeUsage: true,
        supportsStructuredOutputs: true,
        transformRequestBody: ({ max_tokens, ...body }) =>
          max_tokens === undefined
            ? body
            : { ...body, [models.get(id)?.reasoning ? 'max_completion_tokens' : 'max_tokens']: max_tokens },
      }).chatModel(id);
  },
  readModels: readOpenAiModels,
};
