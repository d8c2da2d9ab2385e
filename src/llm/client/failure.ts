import { ERRORS, type ErrorCode, isScriptGenError } from '../../core/index.ts';
import { isModelError, ModelError } from '../model-error.ts';

const TRANSIENT: ReadonlySet<ErrorCode> = new Set([
  'model/rate-limited',
  'model/unavailable',
  'model/unreachable',
  'model/timeout',
  'model/interrupted',
]);

/** Whether the same question may be answered a little later by the same model. */
export function isTransient(code: ErrorCode): boolean {
  return TRANSIENT.has(code);
}

/**
 * What a provider threw as the error of a model. Of what is none of ours only the kind is told: an SDK's error holds
 * keys, prompts and responses in its message, its cause and its stack.
 */
export function toFailure(reason: unknown, model: string): ModelError {
  if (isModelError(reason)) return reason;
  if (isScriptGenError(reason) && Object.hasOwn(ERRORS, reason.code)) {
    const { code, message, hint, details } = reason;
    return new ModelError({ code, message, hint, details });
  }
  const kind = reason instanceof Error && /^\w{1,40}$/.test(reason.name) ? reason.name : typeof reason;
  return new ModelError({
    code: 'model/rejected',
    message: `The provider of ${model} failed with an error of its own (${kind}).`,
    hint: 'A provider is to throw ModelError with a "model/…" code; see Provider.',
  });
}
