import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';
import type { Usage } from '../model.ts';
import { readEvents } from './event-stream.ts';
import type { Gathered, GatherOptions } from './gather.ts';
import type { HttpAnswer } from './http-response.ts';
import { fieldsOf, parsed } from './said.ts';
import { chatUsage } from './usage.ts';

/** An event that is neither a part of a chat completion nor a fault. */
export class NoChatEvent extends Error {
  override readonly name = 'NoChatEvent';
}

/**
 * Read a streamed chat completion to its end, or to its first error. Never throws.
 *
 * The SDK would take each event through five streams and two schemas: several times the work, for every token. This reads
 * what it does (`@ai-sdk/openai-compatible` 3, `OpenAICompatibleChatLanguageModel.doStream`), but for tools, of which none
 * are ever offered.
 */
export async function gatherChat(read: HttpAnswer['read'], { onDelta, started }: GatherOptions): Promise<Gathered> {
  let text = '';
  let refused = false;
  let firstTokenMs: number | undefined;
  let usage: Usage | undefined;
  let raw: string | undefined;
  let failure: Gathered['failure'];
  const delta = (piece: string): void => {
    firstTokenMs ??= performance.now() - started;
    text += piece;
    onDelta?.(piece);
  };
  const take = (data: string): boolean => {
    if (data === '[DONE]') return false;
    const event = fieldsOf(parsed(data));
    if (event['error'] || !Array.isArray(event['choices'])) {
      failure = { error: isFault(event) ? event : new NoChatEvent() };
      return true;
    }
    if (event['usage']) usage = chatUsage(event['usage']);
    const choice = fieldsOf(event['choices'][0]);
    if (typeof choice['finish_reason'] === 'string') raw = choice['finish_reason'];
    const { content, refusal, reasoning_content, reasoning } = fieldsOf(choice['delta']);
    if (reasoning_content || reasoning) delta('');
    if (typeof content === 'string') {
      if (content !== '') delta(content);
    } else if (Array.isArray(content)) for (const part of content) delta(textOf(part));
    if (typeof refusal === 'string' && refusal !== '') {
      refused = true;
      delta(refusal);
    }
    return false;
  };
  try {
    await readEvents(read, take);
  } catch (error) {
    failure ??= { error };
  }
  return {
    text,
    usage,
    ...(raw === undefined ? {} : { finish: { unified: finishOf(raw, refused), raw } }),
    ...(failure === undefined ? {} : { failure }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  };
}

/** What servers say when something went wrong: `{error}`, `{object: "error", message}` (vLLM), `{detail}` (FastAPI). */
function isFault(event: Readonly<Record<string, unknown>>): boolean {
  return event['error'] !== undefined || event['object'] === 'error' || event['detail'] !== undefined;
}

/** The text of a part of an answer; thinking has none that is kept. */
function textOf(part: unknown): string {
  const { type, text } = fieldsOf(part);
  return type === 'text' && typeof text === 'string' ? text : '';
}

function finishOf(raw: string, refused: boolean): LanguageModelV4FinishReason['unified'] {
  switch (raw) {
    case 'stop':
      return refused ? 'content-filter' : 'stop';
    case 'length':
      return 'length';
    case 'content_filter':
      return 'content-filter';
    default:
      return 'other';
  }
}
