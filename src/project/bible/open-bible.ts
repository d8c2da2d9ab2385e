import { changeEntries } from './change-entries.ts';
import { type Desk, kindNamed } from './desk.ts';
import { editText } from './edit-text.ts';
import { bibleFolder } from './folder.ts';
import { history } from './history.ts';
import { readEntries } from './read-entries.ts';
import type { ScriptBible } from './script-bible.ts';

/** Open the bible of one script: reading, changing and history over one desk. */
export function openBible(desk: Desk): ScriptBible {
  const { kinds } = desk;
  return {
    kinds,
    kind: (name) => kindNamed(kinds, name),
    ...readEntries(desk),
    ...changeEntries(desk),
    ...history(desk),
    ...editText(desk),
    ...bibleFolder(desk),
  };
}
