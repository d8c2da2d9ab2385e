import type { Kysely } from 'kysely';
import type { Entry, EntryState, EntryVersion, Head } from '../bibles/index.ts';
import type { Tables } from './tables.ts';
import { entryOf, HEAD_COLUMNS, readHead, readVersion } from './versions.ts';

/** A script's entries in these states, in creation order. */
export async function listEntries(
  db: Kysely<Tables>,
  script: string,
  states: readonly EntryState[],
): Promise<readonly Entry[]> {
  if (states.length === 0) return [];
  const rows = await heads(db)
    .where('script', '=', script)
    .where('entries.state', 'in', states)
    .orderBy('seq')
    .orderBy('id')
    .execute();
  return rows.map((row) => entryOf(row, readHead(row)));
}

/** An entry with its head, and the script that it belongs to. */
export async function findHead(
  db: Kysely<Tables>,
  id: string,
): Promise<{ readonly script: string; readonly entry: Entry; readonly head: Head } | undefined> {
  const row = await heads(db).where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const head = readHead(row);
  return { script: row.script, entry: entryOf(row, head), head };
}

/** Versions of one entry, newest first. */
export async function listVersions(
  db: Kysely<Tables>,
  entry: string,
  { limit, before }: { readonly limit?: number; readonly before?: number },
): Promise<readonly EntryVersion[]> {
  let query = db.selectFrom('entry_versions').selectAll().where('entry', '=', entry).orderBy('version', 'desc');
  if (before !== undefined) query = query.where('version', '<', before);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(readVersion);
}

/** One version of an entry. */
export async function getVersion(
  db: Kysely<Tables>,
  entry: string,
  version: number,
): Promise<EntryVersion | undefined> {
  if (!Number.isInteger(version)) return undefined;
  const row = await db
    .selectFrom('entry_versions')
    .selectAll()
    .where('entry', '=', entry)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && readVersion(row);
}

function heads(db: Kysely<Tables>) {
  return db
    .selectFrom('entries')
    .innerJoin('entry_versions', (join) =>
      join.onRef('entry_versions.entry', '=', 'entries.id').onRef('entry_versions.version', '=', 'entries.head'),
    )
    .select(['id', 'script', 'kind', 'overrides', ...HEAD_COLUMNS]);
}
