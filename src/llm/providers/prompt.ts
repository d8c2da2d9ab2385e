import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { canonicalJson, type Json } from '../../core/index.ts';
import type { Message } from '../model.ts';

/**
 * Messages as the SDK wants them.
 *
 * A schema is written into the system message, for servers that do not take one: the SDK would drop it silently.
 * At its end, so that everything before it stays a common prefix.
 */
export function promptOf(messages: readonly Message[], schema: Json | undefined): LanguageModelV4Prompt {
  if (schema === undefined) return messages.map(turnOf);
  const instruction = `Answer with one JSON value and nothing else. It must match this JSON Schema:\n${canonicalJson(schema)}`;
  const last = messages.findLastIndex(({ role }) => role === 'system');
  if (last === -1) return [{ role: 'system', content: instruction }, ...messages.map(turnOf)];
  return messages.map((message, index) =>
    turnOf(index === last ? { ...message, content: `${message.content}\n\n${instruction}` } : message),
  );
}

function turnOf({ role, content }: Message): LanguageModelV4Prompt[number] {
  return role === 'system' ? { role, content } : { role, content: [{ type: 'text', text: content }] };
}
