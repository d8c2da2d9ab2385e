import { sha256 } from '../../core/index.ts';
import { openaiBatches } from './batch/openai.ts';
import type { Dialect } from './dialect.ts';
import { readOpenAiModels } from './model-lists.ts';

/**
 * `@ai-sdk/openai`: the Responses API, or chat completions.
 *
 * `store: false`, so that OpenAI keeps no copy. The cache key is made from the system message: requests that begin alike go
 * to the machine that has the beginning.
 */
export const OPENAI: Dialect = {
  baseURL: 'https://api.openai.com/v1',
  keyHeader: { name: 'authorization', value: (key) => `Bearer ${key}` },
  streams: true,
  jsonObject: true,
  async load({ name: _, api, models: __, ...setup }) {
    const { createOpenAI } = await import('@ai-sdk/openai');
    const provider = createOpenAI(setup);
    return (id) => (api === 'chat' ? provider.chat(id) : provider.responses(id));
  },
  options({ messages }, { reasoning }) {
    const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
    return {
      providerOptions: {
        openai: {
          store: false,
          promptCacheKey: sha256(system.join('\n')).slice(0, 32),
          ...(reasoning === true ? { forceReasoning: true } : {}),
        },
      },
    };
  },
  batches: openaiBatches,
  readModels: readOpenAiModels,
};
