import type { Fault } from './fault-table.ts';

const HINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Is the server running? Nothing listens there.',
  ENOTFOUND: 'Is the host name right, and is there a network?',
  EAI_AGAIN: 'Is there a network? The name could not be looked up.',
  EPROTO: 'Does the server speak https? Perhaps its address begins with http://.',
};
const CERTIFICATE = 'Its certificate is not trusted: name its authority in NODE_EXTRA_CA_CERTS.';

/** A fault without a response: the connection was not made, or broke before anything came. `who` names host and port. */
export function networkFault(error: unknown, who: string): Fault {
  const code = networkCode(error);
  if (code?.startsWith('ERR_INVALID')) {
    return {
      code: 'model/rejected',
      message: `${who} cannot be asked (${code}).`,
      hint: 'Check its base URL and headers.',
    };
  }
  const hint = code === undefined ? undefined : /CERT/.test(code) ? CERTIFICATE : HINTS[code];
  return {
    code: 'model/unreachable',
    message: `No answer from ${who}${code === undefined ? '' : ` (${code})`}.`,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The system's name of the fault, from the innermost cause that has one. */
export function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = error instanceof AggregateError ? networkCode(error.errors[0]) : networkCode(error.cause);
  if (inner !== undefined) return inner;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
