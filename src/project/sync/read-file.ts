import { type Note, ScriptGenError } from '../../core/index.ts';
import { decodeText, loadBytes } from '../../document/index.ts';
import { parseFountain, type Screenplay } from '../../screenplay/index.ts';
import { sha256Bytes } from '../export-files.ts';

/** A file that a person may have changed. */
export interface ReadFile {
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly text: string;
  readonly screenplay: Screenplay;
  readonly notes: readonly Note[];
}

/** The lines by which version control marks what it could not merge. */
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |$)/;

/**
 * Read an edited file.
 *
 * @throws ScriptGenError `input/invalid` when it is not there or cannot be read; `sync/refused` when it is no text, or has
 * the marks of an unfinished merge in it, with the line in its `details`.
 */
export async function readFile(path: string, name: string): Promise<ReadFile> {
  const bytes = await loadBytes(path, { name });
  if (bytes.includes(0) && bytes[0] !== 0xff && bytes[0] !== 0xfe)
    throw refused(`${name} is no text`, 'Take it back from your editor, or write it anew: scriptgen build');
  const { text, notes } = decodeText(bytes);
  const line = text.split(/\r\n|[\r\n]/).findIndex((one) => CONFLICT.test(one)) + 1;
  if (line > 0)
    throw new ScriptGenError({
      code: 'sync/refused',
      message: `${name} has an unfinished merge in it: conflict marks in line ${line}.`,
      hint: 'Decide the conflict in your editor, then sync again. Nothing was taken in.',
      details: { line },
    });
  return { hash: sha256Bytes(bytes), text, screenplay: parseFountain(text).screenplay, notes };
}

/** A file that is not taken in. */
export function refused(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'sync/refused', message: `${message}.`, hint });
}
