import { canonicalJson } from '../core/index.ts';
import type { ModelRequest } from '../llm/index.ts';

/** What of a request decides which prefix it has in common with another. */
type Sent = Pick<ModelRequest, 'model' | 'schema' | 'messages'>;

/**
 * The share of the input, from 0 to 1, that stands in a prefix which an earlier request of this list had too: as much
 * as a provider's prefix cache can serve, if it forgets nothing.
 *
 * A request is its schema and then its messages, as providers lay it out and bill it
 * (https://platform.openai.com/docs/guides/prompt-caching, "Structured outputs"), so only requests to the same model with
 * the same schema have anything in common. Measured in characters; a provider's least length and block size are not
 * taken off.
 */
export function prefixShare(requests: readonly Sent[]): number {
  const before = new Map<string, string[]>();
  let all = 0;
  let shared = 0;
  for (const { model, schema, messages } of requests) {
    const shape = canonicalJson(schema);
    const kind = `${model}\u0000${shape}`;
    const text = shape + messages.map(({ role, content }) => `${role}\u0000${content}`).join('\u0000');
    const earlier = before.get(kind) ?? [];
    shared += earlier.reduce((most, other) => Math.max(most, commonStart(text, other)), 0);
    all += text.length;
    before.set(kind, [...earlier, text]);
  }
  return all === 0 ? 0 : shared / all;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
