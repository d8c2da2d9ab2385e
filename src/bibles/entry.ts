import type { DocumentOf, Kind } from './kinds.ts';

/** Who wrote a version. */
export interface Author {
  readonly type: 'person' | 'agent';
  /** A person's name, or the step that wrote it. */
  readonly name: string;
}

/**
 * One entry of a bible as it stands now: its head version.
 *
 * Ids never change and carry no order. `name` may change; `document` is replaced whole, never mutated.
 */
export interface EntryOf<K extends Kind> {
  readonly id: string;
  readonly kind: K;
  readonly name: string;
  readonly document: DocumentOf<K>;
  /** The head version, counting from 1. */
  readonly version: number;
  /** For each top-level field of the document, and for `name`, the version in which it last changed. */
  readonly fieldVersions: Readonly<Record<string, number>>;
}

/** An entry of any built-in kind; narrow it by `kind`. */
export type Entry = { [K in Kind]: EntryOf<K> }[Kind];

/** A new entry, before it has a version. */
export type NewEntry = { [K in Kind]: Pick<EntryOf<K>, 'id' | 'kind' | 'name' | 'document'> }[Kind];

/** One immutable version of an entry. */
export interface EntryVersion {
  readonly entry: string;
  readonly version: number;
  readonly name: string;
  readonly document: Entry['document'];
  readonly author: Author;
  /** Why it was written, in the author's words. */
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** SHA-256 of the canonical JSON of name and document. */
  readonly contentHash: string;
  readonly fieldVersions: Readonly<Record<string, number>>;
}

/** Everything that is true in one script: a value, read once per run. */
export interface Bible {
  readonly entries: readonly Entry[];
}

/** The entries of one kind, in the bible's order. */
export function entriesOf<K extends Kind>(bible: Bible, kind: K): readonly EntryOf<K>[] {
  return bible.entries.filter((entry) => entry.kind === kind) as unknown as readonly EntryOf<K>[];
}

/** The entry with this id, or `undefined`. */
export function entryById(bible: Bible, id: string): Entry | undefined {
  return bible.entries.find((entry) => entry.id === id);
}

/** An entry as it stands right after it was born: version 1 of everything. */
export function firstVersion(entry: NewEntry): Entry {
  const fields = ['name', ...Object.keys(entry.document)];
  return { ...entry, version: 1, fieldVersions: Object.fromEntries(fields.map((field) => [field, 1])) };
}
