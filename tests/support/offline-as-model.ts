import type { ModelRequest, Provider } from '../../src/llm/index.ts';
import { createOfflineWriter } from '../../src/offline/index.ts';

/** The offline writer under the name of a language model, that counts what it is asked. */
export interface CountedModel extends Provider {
  readonly requests: readonly ModelRequest[];
}

/** Make one. `before` is called with each request before it is answered, and may change the answer's text or throw. */
export function offlineAsModel(before?: (request: ModelRequest) => string | undefined): CountedModel {
  const writer = createOfflineWriter();
  const requests: ModelRequest[] = [];
  return {
    name: 'counted',
    isLanguageModel: true,
    requests,
    answer: async (request, call) => {
      requests.push(request);
      const text = before?.(request);
      const answer = await writer.answer(request, call);
      return text === undefined ? answer : { ...answer, text };
    },
  };
}
