import { ScriptGenError } from '../../core/index.ts';
import { timeout } from './deadline.ts';

const HINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Is the server running? Nothing listens there.',
  ENOTFOUND: 'Is the host name right, and is there a network?',
  EAI_AGAIN: 'Is there a network? The name could not be looked up.',
};

/** A fault without a response: the connection was not made, or broke. `who` names host and port. */
export function networkFault(error: Error, who: string): ScriptGenError {
  const code = networkCode(error);
  // Node's fetch gives up by itself after 300 s without headers or between two parts of a body.
  if (code?.startsWith('UND_ERR_') && code.endsWith('_TIMEOUT'))
    return timeout(`${who} did not answer in time (${code}).`);
  return new ScriptGenError({
    code: 'model/unavailable',
    message: `No answer from ${who}${code === undefined ? '' : ` (${code})`}.`,
    hint: code === undefined ? undefined : HINTS[code],
  });
}

/** The system's name of the fault, from the innermost cause that has one. */
export function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = error instanceof AggregateError ? networkCode(error.errors[0]) : networkCode(error.cause);
  if (inner !== undefined) return inner;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
