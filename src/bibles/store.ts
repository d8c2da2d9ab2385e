import type { Json } from '../core/index.ts';
import type { Versions } from './branch.ts';
import type { Outline, SceneCard } from './card.ts';
import type { Author, Content, Entry, EntryState, EntryVersion, NewEntry } from './entry.ts';
import type { RecordKind, RecordVersion, ScriptRecord } from './record.ts';
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

/** A branch that is to be made of a script. */
export interface NewBranch {
  readonly name: string;
  /** The entries of the series above, in the versions that are to count in it. */
  readonly above: Versions;
  readonly author: Author;
}

/** One thing that is written in a set of changes. */
export type SourceWrite = EntryWrite | CardWrite | RecordWrite;

/** A new version of a scene's card. */
export interface CardWrite {
  readonly type: 'card';
  readonly id: string;
  /** The version that its writer read; 0 for a new card. */
  readonly expected: number;
  /** `null` takes it out of the outline. Its version is set by the store. */
  readonly card: SceneCard | null;
  /** The card that it stands behind, by id; `null` for the first place. It stays where it is, or comes last, unless given. */
  readonly after?: string | null;
  /** The place that an older version had, instead of `after`. */
  readonly position?: string;
}

/** A new version of a record. */
export interface RecordWrite {
  readonly type: 'record';
  readonly kind: RecordKind;
  readonly id: string;
  /** The version that its writer read; 0 for a new one. */
  readonly expected: number;
  /** `null` takes it away. */
  readonly document: Json | null;
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
  readonly writes: readonly SourceWrite[];
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
  /** The versions of entries that it wrote, in order. */
  readonly versions: readonly { readonly entry: string; readonly version: number }[];
  /** The versions of cards and records that it wrote, in order. */
  readonly records: readonly (Pick<RecordVersion, 'kind' | 'id' | 'version'> & {
    /** It was taken away in this version. */
    readonly removed?: true;
  })[];
}

/** Of the newest change sets of a script those that stand, by id: those that no undo took back that stands itself. */
export function inForce(newestFirst: readonly Pick<ChangeSet, 'id' | 'undoes'>[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, undoes } of newestFirst) if (undoes !== undefined && !undone.has(id)) undone.add(undoes);
  return new Set(newestFirst.map(({ id }) => id).filter((id) => !undone.has(id)));
}

/** What a write made of the entries: their heads, in the order of their writes. */
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
  /**
   * Make a branch: this script, with everything that another one has now, under the same ids. Its record says what it was
   * made from. Entries and change sets are kept in it under their {@link storedId}.
   * @throws ScriptGenError `input/invalid` when there is a branch of that name.
   */
  createBranch(of: string, branch: Script, made: NewBranch): Promise<void>;
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
   * `bible/not-found` for an unknown id, `bible/locked` when an agent changes a locked field, `markup/conflict` when a
   * card or a record is not in the version that its writer read.
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
  /** The records of these kinds (of all unless given) as they stand, oldest first. */
  loadRecords(scriptId: string, kinds?: readonly RecordKind[]): Promise<readonly ScriptRecord[]>;
  /** Every version of a record or of a card, newest first. The first version of a card is that in which it was planned. */
  listRecordVersions(scriptId: string, record: Pick<RecordVersion, 'kind' | 'id'>): Promise<readonly RecordVersion[]>;
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
