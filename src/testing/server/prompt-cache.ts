import { canonicalJson, type Json } from '../../core/index.ts';
import { at, type Body, bodyOf, listOf } from '../wire/body.ts';
import { countTokens } from '../wire/tokens.ts';
import type { WireUsage } from '../wire/wire.ts';

/** Tokens below which Anthropic caches nothing: docs.claude.com/en/docs/build-with-claude/prompt-caching. */
const LEAST = 1024;

/** The cached parts of an input. */
export type Cached = Pick<WireUsage, 'cachedTokens' | 'cacheWriteTokens' | 'cacheWriteHourTokens'>;

/**
 * What Anthropic would read from its cache and write to it: everything up to each block marked with `cache_control`.
 *
 * `seen` holds the prefixes that were written before, and takes the new ones.
 */
export function cacheByBreakpoints(body: Body, seen: Set<string>): Cached {
  let text = '';
  const marks: { readonly prefix: string; readonly tokens: number; readonly hour: boolean }[] = [];
  for (const block of blocksOf(body)) {
    const { cache_control: mark, ...content } = bodyOf(block);
    text += canonicalJson(content);
    if (mark !== undefined) marks.push({ prefix: text, tokens: countTokens(text), hour: at(mark, 'ttl') === '1h' });
  }
  const worth = marks.filter(({ tokens }) => tokens >= LEAST);
  const known = worth.findLastIndex(({ prefix }) => seen.has(prefix));
  let done = worth[known]?.tokens ?? 0;
  const cached = { cachedTokens: done, cacheWriteTokens: 0, cacheWriteHourTokens: 0 };
  for (const { prefix, tokens, hour } of worth.slice(known + 1)) {
    cached[hour ? 'cacheWriteHourTokens' : 'cacheWriteTokens'] += tokens - done;
    done = tokens;
    seen.add(prefix);
  }
  return cached;
}

/** Tools, system and messages in the order in which they are cached. */
function blocksOf(body: Body): readonly Json[] {
  const turns = listOf(body['messages']).flatMap((turn) => contentOf(bodyOf(turn)['content']));
  return [...listOf(body['tools']), ...contentOf(body['system']), ...turns];
}

function contentOf(content: Json | undefined): readonly Json[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : listOf(content);
}
