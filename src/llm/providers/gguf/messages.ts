import { canonicalJson, type Json } from '../../../core/index.ts';
import type { Message } from '../../model.ts';

/**
 * Messages with the answer's schema at the end of the system message.
 *
 * A grammar only forbids: without these words the model knows neither the names of the fields that come nor what is
 * said about them. At the end, so that everything before stays a common prefix, which need not be read again.
 */
export function withSchema(messages: readonly Message[], schema: Json): readonly Message[] {
  const words = `Answer with one JSON value and nothing else. It must match this JSON Schema:\n${canonicalJson(schema)}`;
  const last = messages.findLastIndex(({ role }) => role === 'system');
  if (last === -1) return [{ role: 'system', content: words }, ...messages];
  return messages.map((message, index) =>
    index === last ? { ...message, content: `${message.content}\n\n${words}` } : message,
  );
}
