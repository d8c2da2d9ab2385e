import { changeEntries } from './change-entries.ts';
import type { Desk } from './desk.ts';
import { history } from './history.ts';
import { readEntries } from './read-entries.ts';
import type { ScriptBible } from './script-bible.ts';

/** Open the bible of one script: reading, changing and history over one desk. */
export function openBible(desk: Desk): ScriptBible {
  return { kinds: desk.kinds, ...readEntries(desk), ...changeEntries(desk), ...history(desk) };
}
