import { canonicalJson, type Json } from '../core/index.ts';
import type { ModelRequest, Provider } from '../llm/index.ts';

/** A provider that answers what it is told to, and remembers what it was asked. */
export interface ScriptedModel extends Provider {
  readonly requests: readonly ModelRequest[];
}

/**
 * Make a language model that answers by a function.
 *
 * A value is written as JSON, a text is answered as it is (so that broken answers can be scripted), an error is thrown.
 * Tokens are counted as a quarter of the characters.
 */
export function scriptedModel(
  answers: (request: ModelRequest) => Json | Error | Promise<Json | Error>,
  { name = 'scripted' }: { readonly name?: string } = {},
): ScriptedModel {
  const requests: ModelRequest[] = [];
  return {
    name,
    isLanguageModel: true,
    requests,
    async answer(request) {
      requests.push(request);
      const answer = await answers(request);
      if (answer instanceof Error) throw answer;
      const text = typeof answer === 'string' ? answer : canonicalJson(answer);
      const asked = request.messages.reduce((sum, { content }) => sum + content.length, 0);
      return {
        text,
        finishReason: 'stop',
        usage: { inputTokens: Math.ceil(asked / 4), outputTokens: Math.ceil(text.length / 4), cachedTokens: 0 },
      };
    },
  };
}
