import { sql } from 'kysely';
import type { Json } from '../../core/index.ts';
import { stepKey } from '../../steps/index.ts';
import { readJson } from '../json-column.ts';

/** A journalled request, if it goes on from another answer; `null` for all others, which need not be looked into. */
export const requestIfGoesOn = sql<string | null>`case when request like '%"assistant"%' then request end`;

/** The keys of the questions that a question goes on from: without the last answer and what was said to it. */
export function originsOf(text: string): readonly string[] {
  const request = readJson<Json>(text);
  if (typeof request !== 'object' || request === null || !('messages' in request)) return [];
  const { messages } = request;
  if (!Array.isArray(messages)) return [];
  const keys: string[] = [];
  for (let length = messages.length - 2; length > 0 && messages[length]?.role === 'assistant'; length -= 2)
    keys.push(stepKey({ ...request, messages: messages.slice(0, length) }));
  return keys;
}
