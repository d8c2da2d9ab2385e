import { ScriptGenError } from '../core/index.ts';

/**
 * Read a JSON column. The type is the writer's word: a column is only ever written from that type.
 *
 * @throws ScriptGenError `storage/damaged` when the text is no JSON.
 */
export function readJson<T>(text: string): T {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ScriptGenError({
      code: 'storage/damaged',
      message: 'A stored value is not readable JSON.',
      hint: 'Nothing was changed. Restore the database from a backup.',
      cause,
    });
  }
}
