import { googleBatches } from './batch/google.ts';
import type { Dialect } from './dialect.ts';
import { readGoogleModels } from './model-lists.ts';

/** `@ai-sdk/google`: the Gemini API, with its own safety settings. The schema goes as `responseJsonSchema`. */
export const GOOGLE: Dialect = {
  baseURL: 'https://generativelanguage.googleapis.com/v1beta',
  keyHeader: { name: 'x-goog-api-key', value: (key) => key },
  streams: true,
  jsonObject: true,
  async load({ name: _, api: __, models: ___, ...setup }) {
    const { createGoogle } = await import('@ai-sdk/google');
    const provider = createGoogle(setup);
    return (id) => provider.languageModel(id);
  },
  modelsQuery: '?pageSize=1000',
  batches: googleBatches,
  readModels: readGoogleModels,
};
