import { anthropicBatch } from './anthropic-batch.ts';
import { googleBatch } from './google-batch.ts';
import type { Batches } from './lifecycle.ts';
import { openaiBatch } from './openai-batch.ts';
import type { BatchApi } from './options.ts';
import type { BatchAnswer, BatchRequest } from './request.ts';

/** Answer a request for batches. `model` is the one that Google's path names. */
export function answerBatch(
  api: BatchApi,
  request: BatchRequest,
  { model, batches }: { readonly model: string | undefined; readonly batches: Batches },
): BatchAnswer {
  if (api === 'anthropic') return anthropicBatch(request, batches);
  return api === 'google' ? googleBatch(request, model, batches) : openaiBatch(request, batches);
}
