import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { canonicalJson, type Json } from '../../core/index.ts';
import type { Message } from '../model.ts';

/**
 * Messages with a schema written into the system message, for servers that do not take one or do not show it to the model.
 *
 * At its end, so that everything before it stays a common prefix.
 */
export function withSchema(messages: readonly Message[], schema: Json): readonly Message[] {
  const content = `Answer with one JSON value and nothing else. It must match this JSON Schema:\n${canonicalJson(schema)}`;
  const last = messages.findLastIndex(({ role }) => role === 'system');
  if (last === -1) return [{ role: 'system', content }, ...messages];
  return messages.map((message, index) =>
    index === last ? { ...message, content: `${message.content}\n\n${content}` } : message,
  );
}

/** Messages as the SDK wants them. */
export function promptOf(messages: readonly Message[]): LanguageModelV4Prompt {
  return messages.map(({ role, content }) =>
    role === 'system' ? { role, content } : { role, content: [{ type: 'text', text: content }] },
  );
}
