import { type ErrorCode, ScriptGenError } from '../core/error.ts';

/** An error about a file. */
export function fileError(
  message: string,
  hint: string,
  { code = 'input/invalid', cause }: FileErrorDetails = {},
): ScriptGenError {
  return new ScriptGenError({ code, message, hint, cause });
}

/** What an error about a file can carry beside its words. */
export interface FileErrorDetails {
  readonly code?: ErrorCode;
  readonly cause?: unknown;
}

/** The system's code of a failed call (`ENOENT`); `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
