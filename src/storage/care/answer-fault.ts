import type { FinishReason } from '../../llm/index.ts';

const REASONS: ReadonlySet<unknown> = new Set<FinishReason>(['stop', 'length', 'content-filter', 'other']);

/** What keeps a value from being an answer, as the rest of a sentence about it; `undefined` for one that is sane. */
export function faultOf(answer: unknown): string | undefined {
  if (!isObject(answer)) return 'is no answer';
  const { text, finishReason, usage, cost, attempts, ms } = answer;
  if (typeof text !== 'string') return 'has no text';
  if (!REASONS.has(finishReason)) return 'has no known finish reason';
  if (!isObject(usage)) return 'has no usage';
  const counts = ['inputTokens', 'outputTokens', 'cachedTokens'].map((name) => usage[name]);
  if (!counts.every(isAmount)) return 'has a usage that is no count of tokens';
  if (cost !== null && !isAmount(cost)) return 'has a cost that is no amount of money';
  if (!isAmount(attempts) || !isAmount(ms)) return 'does not say how it was got';
  return undefined;
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
