import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { anthropicBatches } from './batch/anthropic.ts';
import type { Dialect } from './dialect.ts';
import { readAnthropicModels } from './model-lists.ts';

/** Sent when the request has no limit: the package would send as much as the model can write. */
const MOST_OUTPUT = 8192;
/** The newest version of the API there is: https://docs.claude.com/en/api/versioning. */
const VERSION = '2023-06-01';

/** `@ai-sdk/anthropic`: always our own output limit, and breakpoints for the prefix cache where the model is said to want them. */
export const ANTHROPIC: Dialect = {
  baseURL: 'https://api.anthropic.com/v1',
  keyHeader: { name: 'x-api-key', value: (key) => key },
  headers: { 'anthropic-version': VERSION },
  streams: true,
  jsonObject: false,
  async load({ name: _, api: __, models: ___, ...setup }) {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    const provider = createAnthropic(setup);
    return (id) => provider.languageModel(id);
  },
  options: ({ params }) => ({ maxOutputTokens: params.maxOutputTokens ?? MOST_OUTPUT }),
  prompt: (prompt, { promptCache }) => (promptCache === 'explicit' ? withBreakpoints(prompt) : prompt),
  modelsQuery: '?limit=1000',
  batches: anthropicBatches,
  readModels: readAnthropicModels,
};

/** Let the cache keep everything up to the end of the system message, and up to the end of the first question. */
function withBreakpoints(prompt: LanguageModelV4Prompt): LanguageModelV4Prompt {
  const system = prompt.findLastIndex(({ role }) => role === 'system');
  const user = prompt.findIndex(({ role }) => role === 'user');
  return prompt.map((message, index) =>
    index === system || index === user
      ? { ...message, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } }
      : message,
  );
}
