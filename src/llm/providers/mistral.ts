import type { Dialect } from './dialect.ts';
import { readOpenAiModels } from './model-lists.ts';

/** `@ai-sdk/mistral`: chat completions, the schema as a strict `json_schema`. */
export const MISTRAL: Dialect = {
  baseURL: 'https://api.mistral.ai/v1',
  keyHeader: { name: 'authorization', value: (key) => `Bearer ${key}` },
  streams: true,
  jsonObject: true,
  async load({ name: _, api: __, models: ___, ...setup }) {
    const { createMistral } = await import('@ai-sdk/mistral');
    const provider = createMistral(setup);
    return (id) => provider.chat(id);
  },
  options: () => ({ providerOptions: { mistral: { strictJsonSchema: true } } }),
  readModels: readOpenAiModels,
};
