import type { Message, ModelRequest } from '../model.ts';
import { isModelError } from '../model-error.ts';
import { estimateTokens } from '../tokens/tokens.ts';
import { fieldsOf } from './said.ts';

/** The smallest context that is asked for: Ollama's own default, 4096 and less, is too small for a scene. */
const LEAST = 8192;
/** Tokens to leave for an answer whose length nobody limits. */
const ANSWER = 4096;
/** A model may need a third more tokens for a text than is estimated. */
const RARER = 4 / 3;
/** No vocabulary needs so small a part of the tokens that are estimated. */
const SURELY_LESS = 0.6;
/** Prompts below this many estimated tokens are never taken for cut: the estimate is too rough for them. */
const ROUGH = 1024;

/**
 * Say how much context to ask for, by the model's id.
 *
 * As configured; else enough for prompt and answer, in powers of two from 8192 and never less than before, because Ollama
 * loads a model anew for every other size. No more than the model can, which `show` is asked once where it matters.
 */
export function contextSizes(
  show: (id: string, signal: AbortSignal) => Promise<unknown>,
): (
  id: string,
  of: { readonly request: ModelRequest; readonly context: number | undefined; readonly signal: AbortSignal },
) => Promise<number> {
  const last = new Map<string, number>();
  const most = new Map<string, number>();
  return async (id, { request, context, signal }) => {
    if (context !== undefined) return context;
    const wanted = tokensOf(request.messages) + (request.params.maxOutputTokens ?? ANSWER);
    const size = Math.max(LEAST, last.get(id) ?? 0, 2 ** Math.ceil(Math.log2(wanted * RARER)));
    if (size > (last.get(id) ?? 0) && !most.has(id)) most.set(id, await mostOf(() => show(id, signal)));
    last.set(id, Math.min(size, most.get(id) ?? size));
    return last.get(id) ?? size;
  };
}

/** What a model can at most, as `/api/show` says it: `model_info["llama.context_length"]`. */
async function mostOf(show: () => Promise<unknown>): Promise<number> {
  try {
    const info = fieldsOf(fieldsOf(await show())['model_info']);
    const [, length] = Object.entries(info).find(([name]) => name.endsWith('.context_length')) ?? [];
    return typeof length === 'number' && length > 0 ? length : Number.POSITIVE_INFINITY;
  } catch (error) {
    // A server without this question answers without its limit; one that has not the model says so here.
    if (isModelError(error) && error.code === 'model/rejected') return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** Whether far fewer tokens were read than were sent. `counted` is 0 where the server did not count. */
export function wasCut(messages: readonly Message[], counted: number): boolean {
  const sent = tokensOf(messages);
  return counted > 0 && sent >= ROUGH && counted < sent * SURELY_LESS;
}

function tokensOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
}
