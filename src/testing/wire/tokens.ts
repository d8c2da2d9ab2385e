import type { Frame, WireUsage } from './wire.ts';

/** Characters that one token stands for, about. */
const CHARS_PER_TOKEN = 4;
/** Characters in one event of a stream, unless that would be too many events. */
const DELTA_CHARS = 12;
const MOST_DELTAS = 2000;

/** Tokens of a text: one for four characters, at least one. */
export function countTokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARS_PER_TOKEN));
}

/** Tokens of an answer with thinking before it, nothing of it cached. */
export function usageOf(prompt: string, text: string, thinking: string | undefined): WireUsage {
  const reasoningTokens = thinking === undefined ? 0 : countTokens(thinking);
  return {
    inputTokens: countTokens(prompt),
    outputTokens: countTokens(text) + reasoningTokens,
    cachedTokens: 0,
    cacheWriteTokens: 0,
    cacheWriteHourTokens: 0,
    reasoningTokens,
  };
}

/**
 * The part of a prompt that a provider with an automatic prefix cache has read from it.
 *
 * OpenAI caches prefixes of 1024 tokens and more, in steps of 128 (platform.openai.com/docs/guides/prompt-caching); half
 * of a long prompt is a plausible share.
 */
export function automaticallyCached(inputTokens: number): number {
  return inputTokens < 2048 ? 0 : Math.floor(inputTokens / 256) * 128;
}

/** A text in the pieces in which it is streamed. No piece ends inside a character. */
export function deltasOf(text: string): readonly string[] {
  const size = Math.max(DELTA_CHARS, Math.ceil(text.length / MOST_DELTAS));
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + size;
    const inside = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    pieces.push(text.slice(from, inside ? end + 1 : end));
    from = inside ? end + 1 : end;
  }
  return pieces;
}

/** Frames that carry a text, each billed for its own part of it. */
export function deltaFrames(text: string, write: (piece: string) => Pick<Frame, 'data' | 'event'>): readonly Frame[] {
  let chars = 0;
  let billed = 0;
  return deltasOf(text).map((piece) => {
    chars += piece.length;
    const outputTokens = Math.ceil(chars / CHARS_PER_TOKEN) - billed;
    billed += outputTokens;
    return { part: 'delta', outputTokens, ...write(piece) };
  });
}
