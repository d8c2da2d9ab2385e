import { type Completion, NO_USAGE } from '../model.ts';
import { ModelError } from '../model-error.ts';
import { type FaultContext, quote } from './fault-table.ts';
import type { Gathered } from './gather.ts';

/** Words for "it broke off" that servers write where a reason to stop belongs: vLLM, DeepSeek, OpenRouter, and none at all. */
const BROKEN_OFF = new Set([undefined, '', 'abort', 'cancelled', 'error', 'insufficient_system_resource']);

/**
 * What an answer means that came without an error.
 *
 * @throws ModelError `model/interrupted` when the end is missing, `model/refused`, `model/filtered`, and
 * `model/context-exceeded` when the answer filled what the model can read and write together.
 */
export function completionOf(gathered: Gathered, context: FaultContext): Completion {
  const { text, usage, finish, firstTokenMs } = gathered;
  const failed = { ...(text === '' ? {} : { partial: text }), usage };
  const brokenOff = (): ModelError =>
    new ModelError({ code: 'model/interrupted', message: `The answer of ${context.who} broke off.`, ...failed });
  const done = (finishReason: Completion['finishReason']): Completion => ({
    text,
    finishReason,
    usage: usage ?? NO_USAGE,
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  });
  switch (finish?.unified) {
    case 'stop':
      return done('stop');
    case 'length':
      if (finish.raw !== 'model_context_window_exceeded') return done('length');
      throw new ModelError({
        code: 'model/context-exceeded',
        message: `Prompt and answer together are too long for ${context.model}.`,
        hint: 'Use a model with a larger context.',
        ...failed,
      });
    case 'content-filter':
      throw stopped(gathered, context);
    case 'tool-calls':
      return done('other');
    case 'other':
      if (BROKEN_OFF.has(finish.raw)) throw brokenOff();
      return done('other');
    case 'error':
    case 'interrupted':
    case undefined:
      throw brokenOff();
  }
}

/** A refusal of the model itself, with its words, or a filter that stopped it. */
function stopped({ text, usage, finish, explanation }: Gathered, context: FaultContext): ModelError {
  // OpenAI ends a refusal as if it were an answer; Anthropic calls it by its name. All else is a filter.
  const refused = ['stop', 'refusal', 'unsaid', undefined].includes(finish?.raw);
  const why = refused ? `${context.model} refused` : `A content filter of ${context.who} stopped the answer`;
  const reason = refused ? '' : ` (${finish?.raw})`;
  return new ModelError({
    code: refused ? 'model/refused' : 'model/filtered',
    message: `${why}${reason}${quote(explanation ?? (refused ? text : ''), context)}`,
    hint: 'Change what the scene asks for, or use another model.',
    ...(text === '' ? {} : { partial: text }),
    usage,
  });
}
