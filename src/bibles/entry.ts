import type { Fact } from './fact.ts';
import { BUILT_IN, type BuiltIn, type DocumentOf } from './kinds/built-in.ts';
import type { Document, Kind, Kinds } from './kinds/kind.ts';

/** Who wrote a version. */
export interface Author {
  readonly type: 'person' | 'agent';
  /** A person's name, or the step that wrote it. */
  readonly name: string;
}

/**
 * Where an entry stands. A `draft` was proposed and is read by nobody until a person accepts it; a `removed` one is
 * read by nobody and can be restored.
 */
export type EntryState = 'accepted' | 'draft' | 'removed';

/** All that one version of an entry says. Replaced whole, never mutated. */
export interface Content {
  readonly name: string;
  /** Other names it goes by: cues, nicknames. */
  readonly aliases: readonly string[];
  readonly document: Document;
  readonly facts: readonly Fact[];
  /** Fields that agents may not change: of the document, or `name`, `aliases`, `facts`. */
  readonly locked: readonly string[];
  readonly state: EntryState;
}

/** One entry of a bible as it stands now: its head version. Ids never change and carry no order. */
export interface Entry extends Content {
  readonly id: string;
  /** The name of its kind. */
  readonly kind: string;
  /** The head version, counting from 1. */
  readonly version: number;
  /** For each field (see {@link fieldTexts}) the version in which it last changed. */
  readonly fieldVersions: Readonly<Record<string, number>>;
  /** The entry of the series or season above that it changes for this script; its document holds only what differs. */
  readonly overrides?: string;
}

/** An entry of a built-in kind. */
export type EntryOf<K extends BuiltIn> = Entry & { readonly kind: K; readonly document: DocumentOf<K> };

/** A new entry, before it has a version. What is left out is empty; it is accepted unless it says otherwise. */
export type NewEntry = Pick<Entry, 'id' | 'kind' | 'name' | 'document' | 'overrides'> & Partial<Content>;

/** One immutable version of an entry. */
export interface EntryVersion extends Content {
  readonly entry: string;
  readonly version: number;
  readonly author: Author;
  /** Why it was written, in the author's words. */
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** SHA-256 of the canonical JSON of the content. */
  readonly contentHash: string;
  readonly fieldVersions: Readonly<Record<string, number>>;
  /** What was written together with it. */
  readonly changeSet: string;
}

/** Everything that is true in one script: a value, read once per run. */
export interface Bible {
  /** Accepted entries, in the order in which they were made. */
  readonly entries: readonly Entry[];
  /** The kinds they are of; the built-in ones unless given. */
  readonly kinds?: Kinds;
}

/** Whether an entry is of a built-in kind. */
export function isKind<K extends BuiltIn>(entry: Entry, kind: K): entry is EntryOf<K> {
  return entry.kind === kind;
}

/** The entries of one kind, in the bible's order. */
export function entriesOf<K extends BuiltIn>(bible: Bible, kind: K): readonly EntryOf<K>[] {
  return bible.entries.filter((entry) => isKind(entry, kind));
}

/** The entry with this id, or `undefined`. */
export function entryById(bible: Bible, id: string): Entry | undefined {
  return bible.entries.find((entry) => entry.id === id);
}

/** The kind of an entry; `undefined` when the project does not know it any more. */
export function kindOf({ kinds = BUILT_IN }: Pick<Bible, 'kinds'>, entry: Pick<Entry, 'kind'>): Kind | undefined {
  return kinds.get(entry.kind);
}

/** What a new entry says, with everything that it leaves out. */
export function contentOf({ name, document, ...more }: Omit<NewEntry, 'id' | 'kind'>): Content {
  const { aliases = [], facts = [], locked = [], state = 'accepted' } = more;
  return { name, aliases, document, facts, locked, state };
}
