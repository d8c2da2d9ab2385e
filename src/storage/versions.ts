import type { Content, Entry, EntryVersion, Head } from '../bibles/index.ts';
import type { ChangeSetRow } from './change-sets.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';

/** One version of an entry as a row. */
export type VersionRow = Tables['entry_versions'];

/** The part of a version row that a content needs. */
export const CONTENT_COLUMNS = ['name', 'aliases', 'document', 'facts', 'locked', 'entry_versions.state'] as const;

/** The part of a version row that a head needs. */
export const HEAD_COLUMNS = [...CONTENT_COLUMNS, 'version', 'content_hash', 'field_versions'] as const;

type ContentRow = Pick<VersionRow, 'name' | 'aliases' | 'document' | 'facts' | 'locked' | 'state'>;
type HeadRow = ContentRow & Pick<VersionRow, 'version' | 'content_hash' | 'field_versions'>;

/** What else an entry needs. */
export type EntryRow = Pick<Tables['entries'], 'id' | 'kind' | 'overrides'>;

/** Write a version as its row. */
export function versionRow(head: Head, { entry, place, set }: Written): VersionRow {
  return {
    entry,
    version: head.version,
    name: head.name,
    aliases: JSON.stringify(head.aliases),
    document: JSON.stringify(head.document),
    facts: JSON.stringify(head.facts),
    locked: JSON.stringify(head.locked),
    state: head.state,
    author_type: set.author_type,
    author_name: set.author_name,
    reason: set.reason,
    time: set.time,
    content_hash: head.contentHash,
    field_versions: JSON.stringify(head.fieldVersions),
    change_set: set.id,
    place,
  };
}

/** Where a version belongs. */
interface Written {
  readonly entry: string;
  /** Order within the change set. */
  readonly place: number;
  readonly set: Omit<ChangeSetRow, 'seq'>;
}

/** Read what a version says. */
export function readContent(row: ContentRow): Content {
  return {
    name: row.name,
    aliases: readJson(row.aliases),
    document: readJson(row.document),
    facts: readJson(row.facts),
    locked: readJson(row.locked),
    state: row.state,
  };
}

/** Read a head from its row. */
export function readHead(row: HeadRow): Head {
  const { version, content_hash: contentHash } = row;
  return { ...readContent(row), version, fieldVersions: readJson(row.field_versions), contentHash };
}

/** Read a whole version from its row. */
export function readVersion(row: VersionRow): EntryVersion {
  return {
    entry: row.entry,
    author: { type: row.author_type, name: row.author_name },
    reason: row.reason,
    time: row.time,
    changeSet: row.change_set,
    ...readHead(row),
  };
}

/** The entry whose head this is. */
export function entryOf({ id, kind, overrides }: EntryRow, { contentHash: _, ...head }: Head): Entry {
  return { id, kind, ...head, ...(overrides === null ? {} : { overrides }) };
}
