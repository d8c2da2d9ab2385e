import { canonicalJson } from '../core/index.ts';
import type { ModelRequest } from '../llm/index.ts';

/** What of a request decides which prefix it has in common with another. */
type Sent = Pick<ModelRequest, 'model' | 'schema' | 'messages'>;

/**
 * The share of the input, from 0 to 1, that stands in a prefix which an earlier request of this list had too: as much
 * as a provider's prefix cache can serve, if it forgets nothing.
 *
 * Only requests to the same model with the same response schema are compared, because providers put the schema before
 * the messages (https://platform.openai.com/docs/guides/prompt-caching). The schema itself is not counted. Measured in
 * characters, which estimates count four to a token; a provider's least length and block size are not taken off.
 */
export function prefixShare(requests: readonly Sent[]): number {
  const before = new Map<string, string[]>();
  let all = 0;
  let shared = 0;
  for (const { model, schema, messages } of requests) {
    const kind = canonicalJson([model, schema]);
    const text = messages.map(({ role, content }) => `${role}\u0000${content}`).join('\u0000');
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
