import type { Note } from '../../core/note.ts';
import { sarifLog } from './sarif.ts';

/** How notes are written. */
export interface PrintNotesOptions {
  /** `text` (unless given) has a line for each note and one for its fix; `sarif` is SARIF 2.1.0, as code hosts and editors read it. */
  readonly format?: 'text' | 'json' | 'sarif';
  /** The file the notes are about, as it is to be shown. */
  readonly path?: string;
}

/**
 * Write notes, of the check or of a parser. As text: `path:line:column severity message (rule)`, with what is not known
 * left out. No notes give no text, and an empty list in the other formats.
 */
export function printNotes(notes: readonly Note[], options: PrintNotesOptions = {}): string {
  switch (options.format ?? 'text') {
    case 'text':
      return notes.map((note) => textLines(note, options.path)).join('');
    case 'json':
      return `${JSON.stringify(notes, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifLog(notes, options.path), null, 2)}\n`;
  }
}

function textLines({ rule, severity, message, line, column, fix }: Note, path: string | undefined): string {
  const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  const head = place === '' ? severity : `${place} ${severity}`;
  return `${head} ${message} (${rule})\n${fix === undefined ? '' : `  ${fix}\n`}`;
}
