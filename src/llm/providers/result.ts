import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { ScriptGenError } from '../../core/index.ts';
import { NO_USAGE, type Provider, type Usage } from '../model.ts';
import { redact } from '../redact.ts';
import type { FaultContext } from './faults.ts';

/**
 * What an SDK result means here: its text, why it ended, and its tokens.
 *
 * @throws ScriptGenError `model/refused` for a refusal and for a content filter, `model/unavailable` for half an answer.
 */
export function readResult(
  { content, finishReason, usage }: LanguageModelV4GenerateResult,
  { model, who, secret }: FaultContext,
): Awaited<ReturnType<Provider['answer']>> {
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  switch (finishReason.unified) {
    case 'content-filter': {
      const why =
        finishReason.raw === 'content_filter' ? `A content filter of ${who} stopped the answer` : `${model} refused`;
      const said = redact(text, secret).replace(/\s+/g, ' ').trim().slice(0, 300);
      throw new ScriptGenError({
        code: 'model/refused',
        message: said === '' ? `${why}.` : `${why}: ${said}`,
        hint: 'Change what the scene asks for, or use another model.',
      });
    }
    case 'stop':
    case 'length':
      return { text, finishReason: finishReason.unified, usage: readUsage(usage) };
    case 'interrupted':
      throw new ScriptGenError({ code: 'model/unavailable', message: `The answer of ${who} broke off.` });
    case 'tool-calls':
    case 'error':
    case 'other':
      return { text, finishReason: 'other', usage: readUsage(usage) };
  }
}

function readUsage({ inputTokens, outputTokens }: LanguageModelV4GenerateResult['usage']): Usage {
  const counted = inputTokens.total !== undefined || outputTokens.total !== undefined;
  if (!counted) return NO_USAGE;
  return {
    inputTokens: inputTokens.total ?? 0,
    outputTokens: outputTokens.total ?? 0,
    cachedTokens: inputTokens.cacheRead ?? 0,
  };
}
