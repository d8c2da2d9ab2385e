import type {
  Bible,
  ChangeSet,
  Context,
  Document,
  Entry,
  EntryState,
  EntryVersion,
  Fact,
  FieldChange,
  FileForm,
  ImportPlan,
  Kind,
  Kinds,
  Knowledge,
  Limits,
  Mention,
  SearchHit,
  SearchOptions,
} from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { Undone } from '../history/undo.ts';

/** Who makes a change, and why. */
export interface ChangeOptions {
  /** A person's name: `writer` unless given. */
  readonly author?: string;
  /** Made by an agent: locked fields refuse it, and a new entry of it is a draft. False unless given. */
  readonly isAgent?: boolean;
  /** Why, for the log. */
  readonly reason?: string;
  /** The version that the change was made on; the head as it is now unless given. */
  readonly expected?: number;
}

/** A new entry. */
export interface EntryDraft {
  /** A built-in kind or one of the project's own. */
  readonly kind: string;
  /** What tells it apart: not the name or alias of another entry. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Fields that are left out are empty; of a choice it is the last. */
  readonly fields?: Document;
  /** Fields from texts, read as {@link ScriptBible.setField} reads them. */
  readonly texts?: readonly (readonly [field: string, text: string])[];
  readonly facts?: readonly Fact[];
  readonly locked?: readonly string[];
}

/** A change of an entry: what is not given stays as it is. */
export interface EntryChange {
  readonly name?: string;
  readonly aliases?: readonly string[];
  /** The fields to change; `undefined` takes a field away. */
  readonly fields?: Document;
  readonly facts?: readonly Fact[];
  readonly locked?: readonly string[];
}

/** One field, and who wrote what it says. */
export interface Blame {
  readonly field: string;
  /** The version in which it last changed. */
  readonly version: number;
  readonly author: EntryVersion['author'];
  readonly reason: string;
  readonly time: string;
}

/** A scene that an entry touches. */
export interface Use extends ScenePlace {
  /** The fields that its last build read, in order; empty when it only names the entry. */
  readonly fields: readonly string[];
  /** How often its draft names the entry. */
  readonly mentions: number;
}

/** Those whose context does not depend on what a character knows. */
export const OVERSEERS = ['planner', 'director', 'dramaturge', 'continuity'] as const;

/** One of {@link OVERSEERS}. */
export type ViewerName = (typeof OVERSEERS)[number];

/**
 * The bible of one script. Entries are named by id, name or alias; scenes by id or number. Every change is a new
 * version: nothing is ever overwritten. Unless said otherwise methods throw `bible/not-found` for an entry that is not
 * there (the nearest name is in the hint), `bible/invalid` for what its kind does not allow, `bible/conflict` when it was
 * changed meanwhile in the same field, `bible/locked` for an agent at a locked field.
 */
export interface ScriptBible {
  /** The kinds that entries can be of. */
  readonly kinds: Kinds;
  /** A kind by its name. */
  kind(name: string): Kind;
  /** What is true in this script, those of its series included: accepted entries. */
  load(): Promise<Bible>;
  /** The scenes of the script, in order. */
  scenes(): Promise<readonly ScenePlace[]>;
  /** Entries in these states; accepted ones unless given. */
  list(states?: readonly EntryState[]): Promise<readonly Entry[]>;
  get(entry: string): Promise<Entry>;
  /** An entry as it is true in a scene. */
  getAt(entry: string, scene: string): Promise<Entry>;
  create(entry: EntryDraft, how?: ChangeOptions): Promise<Entry>;
  /** Change an entry. Where it was changed since `expected` in other fields, both changes stand. */
  update(entry: string, change: EntryChange, how?: ChangeOptions): Promise<Entry>;
  /**
   * Change one field from a text: `want`, `voice.sentences`, `name`, `aliases` (parted by commas). Lists and objects are
   * YAML, or `part=text; part=text` for an object of texts.
   */
  setField(entry: string, field: string, value: string, how?: ChangeOptions): Promise<Entry>;
  /** An entry as YAML text for an editor, with the version it was taken from. */
  printText(entry: string): Promise<string>;
  /**
   * Make an entry say what a text of {@link ScriptBible.printText} says now.
   * @throws ScriptGenError `bible/invalid` whose `details` are all faults of the text, with their lines.
   */
  applyText(entry: string, text: string, how?: ChangeOptions): Promise<Entry>;
  /**
   * Write the script's own entries as a folder of files, or as a `bible.json`: the same entries give the same files.
   * @returns The paths. @throws ScriptGenError `bible/conflict` when a file holds what was not imported, unless `force`.
   */
  exportTo(
    folder: string,
    how?: { readonly form?: FileForm | 'json'; readonly force?: boolean },
  ): Promise<readonly string[]>;
  /**
   * Read a folder of files, or a `bible.json`, into the bible: all of it or nothing, as one change set. Files are merged
   * with what was changed since they were exported.
   * @throws ScriptGenError `bible/invalid` whose `details` are all faults of all files, `bible/conflict` for fields that
   * were changed on both sides.
   */
  importFrom(
    folder: string,
    how?: ChangeOptions & {
      /** Remove entries that have no file. */
      readonly prune?: boolean;
      /** Only say what would be done. */
      readonly dryRun?: boolean;
    },
  ): Promise<{ readonly plan: ImportPlan; readonly changeSet?: string }>;
  /** Add a fact, or replace the one of its id. */
  setFact(entry: string, fact: Omit<Fact, 'id'> & { readonly id?: string }, how?: ChangeOptions): Promise<Entry>;
  removeFact(entry: string, fact: string, how?: ChangeOptions): Promise<Entry>;
  /** Take an entry away. It stays in the history, and can be restored. */
  remove(entry: string, how?: ChangeOptions): Promise<Entry>;
  /** Bring back an entry that was removed, or with a version what it said then: as a new version. */
  restore(entry: string, version?: number, how?: ChangeOptions): Promise<Entry>;
  /** Make drafts count. All of them unless named. */
  accept(entries?: readonly string[], how?: ChangeOptions): Promise<readonly Entry[]>;
  /** All versions, newest first. */
  listVersions(entry: string): Promise<readonly EntryVersion[]>;
  /** What differs between two versions; between one and the head when only that is given. */
  diff(entry: string, from: number, to?: number): Promise<readonly FieldChange[]>;
  /** Who last changed each field. */
  blame(entry: string): Promise<readonly Blame[]>;
  /** What was changed together, newest first: the changes in which there are entries. */
  listChangeSets(limit?: number): Promise<readonly ChangeSet[]>;
  /** Take back a whole set of changes, the last with entries in it unless given: see `Project.undo`. */
  undo(changeSet?: string, how?: ChangeOptions): Promise<Undone>;
  /** What is wrong with the bible as a whole. */
  validate(): Promise<readonly Note[]>;
  search(query: string, options?: SearchOptions): Promise<readonly SearchHit[]>;
  /** Where a text names entries. */
  mentions(text: string): Promise<readonly (Mention & { readonly name: string })[]>;
  /** The scenes that read an entry, or one field of it, and those that name it. */
  whereUsed(entry: string, field?: string): Promise<readonly Use[]>;
  /** What a viewer, or a character by name, is shown in a scene. */
  context(scene: string, viewer: ViewerName | { readonly character: string }, limits?: Limits): Promise<Context>;
  /** What a character knows in a scene beyond what is to be seen. */
  knows(character: string, scene: string): Promise<readonly Knowledge[]>;
}
