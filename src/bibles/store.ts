import type { Outline } from './card.ts';
import type { Author, Content, Entry, EntryState, EntryVersion, NewEntry } from './entry.ts';
import type { SearchHit, SearchOptions } from './search.ts';

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
  /** The series or season that it belongs to, by id: its bible counts here too. */
  readonly parent?: string;
}

/** One entry in a set of changes. */
export type EntryWrite =
  /** A new entry. */
  | { readonly type: 'create'; readonly entry: NewEntry }
  /** A new version of an entry that names the head version that its writer read, so that two writers cannot overwrite each other. */
  | { readonly type: 'update'; readonly id: string; readonly expected: number; readonly content: Content };

/** Changes that are made together or not at all. */
export interface ChangeSetWrite {
  readonly script: string;
  readonly writes: readonly EntryWrite[];
  readonly author: Author;
  readonly reason: string;
  /**
   * Take a write whose version is not the head any more when it touches no field that was changed since: the new version
   * has both. Otherwise such a write is a conflict.
   */
  readonly merge?: boolean;
  /** The change set that this one takes back. */
  readonly undoes?: string;
}

/** Changes that were made together. */
export interface ChangeSet {
  readonly id: string;
  readonly script: string;
  readonly author: Author;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The change set that it took back. */
  readonly undoes?: string;
  /** The versions that it wrote, in order. */
  readonly versions: readonly { readonly entry: string; readonly version: number }[];
}

/** What a write made of the entries: their heads, in the order of the writes. */
export interface Written {
  /** Absent when every write said what its head says: then nothing was written. */
  readonly changeSet?: string;
  readonly entries: readonly Entry[];
}

/**
 * Where scripts, their bibles and outlines are kept. Nothing here is ever deleted by a write: an update adds a version,
 * a removal is a version too, and bringing something back is an update with old content.
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
  loadOutline(scriptId: string): Promise<Outline>;
  /**
   * The script's own entries in these states (accepted ones unless given), in creation order. Those of the series above
   * are not among them: {@link inheritEntries} puts both together.
   */
  listEntries(scriptId: string, states?: readonly EntryState[]): Promise<readonly Entry[]>;
  /** The head of one entry, whatever its state. */
  getEntry(id: string): Promise<Entry | undefined>;
  /**
   * Write a set of changes in one transaction. Content equal to the head writes nothing and gives the head.
   * @throws ScriptGenError `bible/conflict` when a head has moved (its `details` are a {@link Conflict}),
   * `bible/not-found` for an unknown id, `bible/locked` when an agent changes a locked field.
   */
  write(changes: ChangeSetWrite): Promise<Written>;
  /** Versions of one entry, newest first: all, or at most `limit` of those below `before`. */
  listVersions(
    entryId: string,
    page?: { readonly limit?: number; readonly before?: number },
  ): Promise<readonly EntryVersion[]>;
  /** One version of an entry. */
  getVersion(entryId: string, version: number): Promise<EntryVersion | undefined>;
  /** What was written together, newest first. */
  listChangeSets(scriptId: string, page?: { readonly limit?: number }): Promise<readonly ChangeSet[]>;
  getChangeSet(id: string): Promise<ChangeSet | undefined>;
  /** Find words in a script's entries, old versions, scene cards and scenes, best first. */
  search(scriptId: string, query: string, options?: SearchOptions): Promise<readonly SearchHit[]>;
}

/** Two changes of one entry that cannot both stand as they are. */
export interface Conflict {
  readonly entry: string;
  /** What both were made from. */
  readonly base: Content;
  /** What was to be written. */
  readonly ours: Content;
  /** The head. */
  readonly theirs: Content;
  /** The head's version. */
  readonly head: number;
  /** The fields that both changed, and not alike; empty when they could be merged. */
  readonly overlap: readonly string[];
}
