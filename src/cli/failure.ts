import { ERRORS, type ErrorCode, isScriptGenError, ScriptGenError } from '../core/error.ts';
import { paintFor } from './format.ts';
import type { Io } from './io.ts';
import { oneLine } from './text.ts';

/** What a person can do after a run that was stopped. */
export const AFTER_STOP = 'run the same command again to go on; nothing paid for is asked again';

/** An `input/invalid` error: the command line itself is at fault. */
export function invalid(message: string, hint?: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}

/** How a failure is to be told. */
export interface FailureStyle {
  readonly json: boolean;
  readonly color: boolean;
}

/**
 * Tell an error: a block on stderr, and with `json` one line on stdout too.
 * The stack of an error that was not thrown on purpose is shown with `SCRIPTGEN_DEBUG=1`.
 * @returns The exit code.
 */
export function tellFailure(io: Io, error: unknown, { json, color }: FailureStyle): number {
  const told = isScriptGenError(error) ? known(error) : unexpected(error);
  if (json) io.stdout.write(`${JSON.stringify({ type: 'error', ...told.said })}\n`);
  const { code, message, hint } = told.said;
  io.stderr.write(errorBlock({ code, message, hint, exit: told.exit }, color));
  if (!isScriptGenError(error) && io.env['SCRIPTGEN_DEBUG'] === '1' && error instanceof Error) {
    io.stderr.write(`${error.stack ?? ''}\n`);
  }
  return told.exit;
}

interface Block {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
  readonly exit: number;
}

/** An error as it stands on stderr: message, hint, and code with exit code. */
export function errorBlock({ code, message, hint, exit }: Block, color: boolean): string {
  const paint = paintFor(color);
  return [
    `${paint('bad', 'error:')} ${oneLine(message)}`,
    ...(hint === undefined ? [] : [`${paint('accent', 'hint:')} ${oneLine(hint)}`]),
    `${paint('dim', `(code ${code}, exit ${exit})`)}\n`,
  ].join('\n');
}

interface Told {
  readonly said: {
    readonly code: ErrorCode | 'unexpected';
    readonly message: string;
    readonly hint: string | undefined;
  };
  readonly exit: number;
}

function known(error: ScriptGenError): Told {
  const hint = error.code === 'run/aborted' ? AFTER_STOP : error.hint;
  return { said: { code: error.code, message: error.message, hint }, exit: ERRORS[error.code].exit };
}

function unexpected(error: unknown): Told {
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'this is a fault in ScriptGen; run again with SCRIPTGEN_DEBUG=1 to see where it comes from';
  return { said: { code: 'unexpected', message: message === '' ? 'unknown error' : message, hint }, exit: 1 };
}
