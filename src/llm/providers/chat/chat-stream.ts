import type { Usage } from '../../model.ts';
import { createEventReader } from '../event-stream.ts';
import type { Gathered, GatherOptions } from '../gather.ts';
import { fieldsOf, parsed } from '../said.ts';
import { chatUsage } from '../usage.ts';
import { finishOf, textsOf } from './chat-parts.ts';

/** An event that is neither a part of a chat completion nor a fault. */
export class NoChatEvent extends Error {
  override readonly name = 'NoChatEvent';
}

/** Follows a streamed chat completion to its end, or to its first error. */
export interface ChatReader {
  /** Take the next piece of the stream. Whether enough was seen: an error has come. */
  readonly take: (text: string) => boolean;
  /** The stream has ended: all that came. */
  readonly end: () => Gathered;
}

/**
 * Begin to read a streamed chat completion.
 *
 * The SDK would take each event through five streams and two schemas: several times the work, for every token. This reads
 * what it does (`@ai-sdk/openai-compatible` 3, `OpenAICompatibleChatLanguageModel.doStream`), but for tools, of which none
 * are ever offered.
 */
export function createChatReader({ onDelta, started }: GatherOptions): ChatReader {
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
  const events = createEventReader((data) => {
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
    if (content !== '') for (const piece of textsOf(content)) delta(piece);
    if (typeof refusal === 'string' && refusal !== '') {
      refused = true;
      delta(refusal);
    }
    return false;
  });
  return {
    take: events.take,
    end() {
      events.end();
      return {
        text,
        usage,
        ...(raw === undefined ? {} : { finish: { unified: finishOf(raw, refused), raw } }),
        ...(failure === undefined ? {} : { failure }),
        ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
      };
    },
  };
}

/** What servers say when something went wrong: `{error}`, `{object: "error", message}` (vLLM), `{detail}` (FastAPI). */
function isFault(event: Readonly<Record<string, unknown>>): boolean {
  return event['error'] !== undefined || event['object'] === 'error' || event['detail'] !== undefined;
}
