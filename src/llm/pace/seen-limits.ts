import { msUntil, numberIn, serverTime } from '../client/moment.ts';

/** What a limit counts. */
export type LimitKind = 'requests' | 'tokens' | 'input' | 'output';

/** What a response said of one limit. */
export interface SeenLimit {
  readonly kind: LimitKind;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the whole limit is there again; `undefined` when it does not say. */
  readonly resetMs: number | undefined;
}

type Names = readonly [kind: LimitKind, limit: string, remaining: string, reset: string];

const openaiNames = (kind: LimitKind): Names => [
  kind,
  `x-ratelimit-limit-${kind}`,
  `x-ratelimit-remaining-${kind}`,
  `x-ratelimit-reset-${kind}`,
];
const anthropicNames = (kind: LimitKind, name: string): Names => [
  kind,
  `anthropic-ratelimit-${name}-limit`,
  `anthropic-ratelimit-${name}-remaining`,
  `anthropic-ratelimit-${name}-reset`,
];

/**
 * The headers of OpenAI (https://platform.openai.com/docs/guides/rate-limits, "Rate limits in headers"), which Groq,
 * Mistral and many servers share, and of Anthropic (https://docs.claude.com/en/api/rate-limits, "Response headers").
 */
const NAMES: readonly Names[] = [
  openaiNames('requests'),
  openaiNames('tokens'),
  anthropicNames('requests', 'requests'),
  anthropicNames('tokens', 'tokens'),
  anthropicNames('input', 'input-tokens'),
  anthropicNames('output', 'output-tokens'),
];

/** The limits that response headers tell of. What cannot be read is left out. */
export function seenLimits(headers: Readonly<Record<string, string>>, now: number): readonly SeenLimit[] {
  const told = NAMES.filter(([, limit]) => headers[limit] !== undefined);
  return told.flatMap(([kind, limitName, remainingName, resetName]) => {
    const [limit, remaining] = [numberIn(headers[limitName]), numberIn(headers[remainingName])];
    if (!(limit > 0) || !Number.isFinite(remaining)) return [];
    const resetMs = msUntil(headers[resetName], serverTime(headers, now));
    return [{ kind, limit, remaining: Math.min(limit, Math.max(0, remaining)), resetMs }];
  });
}
