import { NO_USAGE, type Usage } from '../model.ts';
import { fieldsOf } from './said.ts';

/** Tokens as an SDK package counts them, with what the server said in `raw`. */
interface CountedUsage {
  readonly inputTokens: Partial<Record<'total' | 'noCache' | 'cacheRead' | 'cacheWrite', unknown>>;
  readonly outputTokens: Partial<Record<'total' | 'text' | 'reasoning', unknown>>;
  readonly raw?: unknown;
}

/**
 * Tokens as an SDK package read them, with what it leaves in `raw`. Zeros when the server counted nothing.
 *
 * A total is never smaller than the sum of its parts: where a server counts thinking beside the output (xAI) or what is
 * cached beside the input, the total is raised, because all of it is paid.
 */
export function usageOf({ inputTokens, outputTokens, raw }: CountedUsage): Usage {
  const told = fieldsOf(raw);
  const cachedTokens = count(inputTokens.cacheRead) || count(told['prompt_cache_hit_tokens']);
  const { short, hour } = cacheWrites(inputTokens.cacheWrite, told['cache_creation']);
  const reasoning = count(outputTokens.reasoning);
  // What OpenAI's counting leaves over beside the prompt is output, thinking included.
  const rest = told['prompt_tokens'] === undefined ? 0 : count(told['total_tokens']) - count(told['prompt_tokens']);
  return usageFrom({
    inputTokens: count(inputTokens.total),
    outputTokens: Math.max(count(outputTokens.total), rest),
    cachedTokens,
    cacheWriteTokens: short,
    cacheWriteHourTokens: hour,
    reasoningTokens: reasoning,
  });
}

/** The `usage` of a chat completion. */
export function chatUsage(raw: unknown): Usage {
  const { prompt_tokens, prompt_tokens_details, completion_tokens, completion_tokens_details } = fieldsOf(raw);
  const cacheRead = fieldsOf(prompt_tokens_details)['cached_tokens'];
  const reasoning = fieldsOf(completion_tokens_details)['reasoning_tokens'];
  return usageOf({
    inputTokens: { total: prompt_tokens, cacheRead },
    outputTokens: { total: completion_tokens, reasoning },
    raw,
  });
}

/** Make counts agree: totals at least the sum of their parts, and no part that is zero. */
export function usageFrom(counts: Required<Usage>): Usage {
  const { cachedTokens, cacheWriteTokens, cacheWriteHourTokens, reasoningTokens } = counts;
  const inputTokens = Math.max(counts.inputTokens, cachedTokens + cacheWriteTokens + cacheWriteHourTokens);
  const outputTokens = Math.max(counts.outputTokens, reasoningTokens);
  if (inputTokens === 0 && outputTokens === 0) return NO_USAGE;
  return {
    inputTokens,
    outputTokens,
    cachedTokens,
    ...(cacheWriteTokens === 0 ? {} : { cacheWriteTokens }),
    ...(cacheWriteHourTokens === 0 ? {} : { cacheWriteHourTokens }),
    ...(reasoningTokens === 0 ? {} : { reasoningTokens }),
  };
}

/**
 * What an unfinished stream has counted so far, from one of its raw events; `undefined` when it counts nothing.
 *
 * Anthropic counts the input in its first event, Google in every one, OpenAI's Responses in the one that says `failed`.
 */
export function usageInEvent(event: unknown): Usage | undefined {
  const root = fieldsOf(event);
  const google = fieldsOf(root['usageMetadata']);
  if (google['promptTokenCount'] !== undefined) {
    const thoughts = count(google['thoughtsTokenCount']);
    return usageFrom({
      ...NO_PARTS,
      inputTokens: count(google['promptTokenCount']),
      outputTokens: count(google['candidatesTokenCount']) + thoughts,
      cachedTokens: count(google['cachedContentTokenCount']),
      reasoningTokens: thoughts,
    });
  }
  const usage = fieldsOf(fieldsOf(root['message'] ?? root['response'])['usage'] ?? root['usage']);
  if (usage['input_tokens'] === undefined && usage['prompt_tokens'] === undefined) return undefined;
  const anthropicCached = count(usage['cache_read_input_tokens']);
  const { short, hour } = cacheWrites(usage['cache_creation_input_tokens'], usage['cache_creation']);
  const details = fieldsOf(usage['input_tokens_details'] ?? usage['prompt_tokens_details']);
  return usageFrom({
    ...NO_PARTS,
    inputTokens: count(usage['input_tokens'] ?? usage['prompt_tokens']) + anthropicCached + short + hour,
    outputTokens: count(usage['output_tokens'] ?? usage['completion_tokens']),
    cachedTokens: anthropicCached || count(details['cached_tokens']),
    cacheWriteTokens: short,
    cacheWriteHourTokens: hour,
  });
}

const NO_PARTS: Required<Usage> = {
  ...NO_USAGE,
  cacheWriteTokens: 0,
  cacheWriteHourTokens: 0,
  reasoningTokens: 0,
};

/** Anthropic's `cache_creation` says how long each part is kept; what it leaves unsaid is kept for five minutes. */
function cacheWrites(total: unknown, creation: unknown): { readonly short: number; readonly hour: number } {
  const parts = fieldsOf(creation);
  const hour = count(parts['ephemeral_1h_input_tokens']);
  const short = Math.max(count(parts['ephemeral_5m_input_tokens']), count(total) - hour);
  return { short, hour };
}

/** A number of tokens, whatever a server wrote there. */
function count(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}
