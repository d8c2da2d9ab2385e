import { type ChangeSet, inForce } from '../../bibles/index.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import type { Wiring } from '../wiring.ts';
import { type Undone, undo } from './undo.ts';
import { changeWords, loadNames } from './words.ts';

/** A change, and what it was in words. */
export interface LoggedChange extends ChangeSet {
  /** `MAYA v5`, `card of scene 9 v2`, `edit of scene 4`. */
  readonly what: readonly string[];
  /** Whether it was taken back, and that not taken back again. */
  readonly isUndone: boolean;
}

/** The part of a project that knows what was changed in a script, and takes it back. */
export interface ProjectHistory {
  /** What was changed together in a script, newest first: entries, scene cards, and what people decided about its text. */
  listChanges(script?: string, options?: { readonly limit?: number }): Promise<readonly LoggedChange[]>;
  /**
   * Take back a whole set of changes: the last that stands unless given. Of entries and cards, what was changed since in
   * other fields stays. An undo is a change, and can be undone.
   * @throws ScriptGenError `bible/not-found` for no such change, `bible/conflict` or `markup/conflict` for what was
   * changed again since, `markup/locked` for what is locked: then nothing is taken back.
   */
  undo(changeSet?: string, how?: ChangeOptions, script?: string): Promise<Undone>;
}

/** Open that part of a project. */
export function openHistory({ getScript, deskOf }: Wiring): ProjectHistory {
  return {
    listChanges: async (name, { limit } = {}) => {
      const desk = await deskOf(await getScript(name));
      const names = await loadNames(desk);
      const sets = await desk.store.listChangeSets(desk.script.id, limit === undefined ? {} : { limit });
      const standing = inForce(sets);
      return sets.map((set) => ({ ...set, what: changeWords(set, names), isUndone: !standing.has(set.id) }));
    },
    undo: async (changeSet, how = {}, name) => undo(await deskOf(await getScript(name)), changeSet, how),
  };
}
