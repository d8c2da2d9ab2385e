import { ScriptGenError } from '../../core/index.ts';

/** The code of a SQLite or file-system error: `SQLITE_BUSY`, `EACCES`. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether another connection holds the lock; waiting helps. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/**
 * Say a database failure in the reader's words; anything else is returned as it is.
 *
 * Result codes: https://sqlite.org/rescode.html
 */
export function explain(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(path, error);
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR|EXIST|NOENT)$/.test(code)) {
    return unwritable(error, {
      message: `${path} cannot be written.`,
      hint: 'Check that the folder exists or can be made, and that you may write to it and to the file.',
    });
  }
  if (/^SQLITE_(FULL|IOERR)|^ENOSPC$/.test(code)) {
    return unwritable(error, {
      message: `${path} cannot be written: the disk is full or failing.`,
      hint: 'Make room on the disk and try again.',
    });
  }
  if (isBusy(error)) {
    return unwritable(error, {
      message: `${path} has been locked by another program for 5 seconds.`,
      hint: 'Close the program that has it open, and try again.',
    });
  }
  return error;
}

/** A file that cannot be read as a ScriptGen database. */
export function damaged(path: string, cause?: unknown): ScriptGenError {
  return new ScriptGenError({
    code: 'storage/damaged',
    message: `${path} is damaged or is no ScriptGen database.`,
    hint: `Nothing was changed. Restore ${path} from a backup, or move it away to start anew.`,
    cause,
  });
}

function unwritable(cause: unknown, details: { readonly message: string; readonly hint: string }): ScriptGenError {
  return new ScriptGenError({ code: 'storage/unwritable', ...details, cause });
}
