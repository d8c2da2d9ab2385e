import type { Outline } from './card.ts';
import type { Author, Bible, Entry, EntryVersion, NewEntry } from './entry.ts';

/** The sizes a script can have. */
export const FORMATS = ['short', 'feature', 'tv-hour', 'sitcom'] as const;
/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** A story in a project: the logline it came from and what it is called. */
export interface Script {
  readonly id: string;
  /** File-name form of the title, unique in the project. Never changes. */
  readonly slug: string;
  readonly title: string;
  readonly logline: string;
  readonly premise: string;
  readonly format: Format;
  readonly scenes: number;
}

/** A write that names what it saw, so that two writers cannot overwrite each other. */
export interface EntryWrite {
  readonly id: string;
  /** The head version that the writer read. */
  readonly expected: number;
  readonly name: string;
  readonly document: Entry['document'];
  readonly author: Author;
  readonly reason: string;
}

/**
 * Where scripts, their bibles and outlines are kept. Nothing here is ever deleted by a write:
 * an update adds a version, a revert is an update with an old document.
 */
export interface BibleStore {
  /** All scripts, oldest first. */
  listScripts(): Promise<readonly Script[]>;
  /** The script with this id or slug. */
  getScript(idOrSlug: string): Promise<Script | undefined>;
  /**
   * Keep a developed script: its row, the first version of every entry, and its outline, in one transaction.
   * A script that exists already is left as it is (and so are the edits made to it since).
   */
  createScript(script: Script, entries: readonly NewEntry[], outline: Outline, author: Author): Promise<void>;
  /** Every head version of the script's entries, in creation order. */
  loadBible(scriptId: string): Promise<Bible>;
  loadOutline(scriptId: string): Promise<Outline>;
  /**
   * Write a new version. A document equal to the head writes nothing and returns the head.
   * @throws ScriptGenError `bible/conflict` when `expected` is not the head, `bible/not-found` for an unknown id.
   */
  updateEntry(write: EntryWrite): Promise<Entry>;
  /** All versions of one entry, newest first. */
  listVersions(entryId: string): Promise<readonly EntryVersion[]>;
}
