import type { Author, Entry, EntryVersion, EntryWrite } from '../bibles/index.ts';
import { canonicalJson, type Json, sha256 } from '../core/index.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';

/** What a version says, apart from who wrote it. */
export interface Content {
  readonly name: string;
  readonly document: Entry['document'];
}

/** What a version holds that follows from the one before. */
export type Head = Content & Pick<EntryVersion, 'version' | 'fieldVersions' | 'contentHash'>;

/** A version row without its entry's id. */
export type VersionRow = Tables['entry_versions'];

/** The SHA-256 of a content's canonical JSON: equal for equal contents, whatever the order of keys. */
export function hashContent({ name, document }: Content): string {
  return sha256(canonicalJson({ name, document }));
}

/** Make the version that follows `head`, or the first: fields that differ from the head's get the new version. */
export function nextVersion(content: Content, head?: Head): Head {
  const version = (head?.version ?? 0) + 1;
  const before = head ? fieldsOf(head) : new Map<string, string>();
  const fieldVersions = Object.fromEntries(
    [...fieldsOf(content)].map(([field, text]) => {
      const same = before.get(field) === text;
      return [field, same ? (head?.fieldVersions[field] ?? version) : version];
    }),
  );
  return { ...content, version, fieldVersions, contentHash: hashContent(content) };
}

/** Every field with its canonical text, and the name as one of them. */
function fieldsOf({ name, document }: Content): ReadonlyMap<string, string> {
  const fields: Readonly<Record<string, Json | undefined>> = { ...document, name };
  return new Map(
    Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, canonicalJson(value)]])),
  );
}

/** The row of a version. */
export function versionRow(
  head: Head,
  write: Pick<EntryWrite, 'id' | 'reason'> & { readonly author: Author; readonly time: string },
): VersionRow {
  return {
    entry: write.id,
    version: head.version,
    name: head.name,
    document: JSON.stringify(head.document),
    author_type: write.author.type,
    author_name: write.author.name,
    reason: write.reason,
    time: write.time,
    content_hash: head.contentHash,
    field_versions: JSON.stringify(head.fieldVersions),
  };
}

/** The part of a version row that a head needs. */
export const HEAD_COLUMNS = ['version', 'name', 'document', 'content_hash', 'field_versions'] as const;

/** Read a head from its row. */
export function readHead(row: Pick<VersionRow, (typeof HEAD_COLUMNS)[number]>): Head {
  return {
    version: row.version,
    name: row.name,
    document: readJson(row.document),
    contentHash: row.content_hash,
    fieldVersions: readJson(row.field_versions),
  };
}

/** Read a whole version from its row. */
export function readVersion(row: VersionRow): EntryVersion {
  return {
    entry: row.entry,
    author: { type: row.author_type, name: row.author_name },
    reason: row.reason,
    time: row.time,
    ...readHead(row),
  };
}

/** The entry that a head makes. The kind is the row's, and the document was written for it. */
export function entryOf(id: string, kind: Entry['kind'], head: Head): Entry {
  const { name, document, version, fieldVersions } = head;
  return { id, kind, name, document, version, fieldVersions } as Entry;
}
