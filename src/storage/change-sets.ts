import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Author, ChangeSet } from '../bibles/index.ts';
import { chunks } from './chunks.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Tables } from './tables.ts';

/** A change set as a row. */
export type ChangeSetRow = Tables['change_sets'];

/** A change set that is being written: it has no place among the others yet. */
export type NewChangeSet = Omit<ChangeSetRow, 'seq'>;

/** A change set that is being written, and what it is written with. */
export interface Writing {
  readonly trx: Transaction<Tables>;
  readonly index: SearchIndex;
  readonly set: NewChangeSet;
}

/** Begin a change set under a random id. Its row is written by {@link insertChangeSet}, once there is something in it. */
export function newChangeSet(set: {
  readonly script: string;
  readonly author: Author;
  readonly reason: string;
  readonly time: string;
  readonly undoes?: string | undefined;
}): NewChangeSet {
  const { script, author, reason, time, undoes = null } = set;
  const id = `cs_${randomBytes(8).toString('hex')}`;
  return { id, script, author_type: author.type, author_name: author.name, reason, time, undoes };
}

/** Write a change set's row as the script's last. */
export async function insertChangeSet(trx: Transaction<Tables>, set: NewChangeSet): Promise<void> {
  const last = await trx
    .selectFrom('change_sets')
    .select((is) => is.fn.max('seq').as('seq'))
    .where('script', '=', set.script)
    .executeTakeFirst();
  await trx
    .insertInto('change_sets')
    .values({ ...set, seq: (last?.seq ?? 0) + 1 })
    .execute();
}

/** The change sets of a script, newest first. */
export async function listChangeSets(
  db: Kysely<Tables>,
  script: string,
  limit: number | undefined,
): Promise<readonly ChangeSet[]> {
  const rows = db.selectFrom('change_sets').selectAll().where('script', '=', script).orderBy('seq', 'desc');
  return withVersions(db, await (limit === undefined ? rows : rows.limit(limit)).execute());
}

/** One change set. */
export async function getChangeSet(db: Kysely<Tables>, id: string): Promise<ChangeSet | undefined> {
  const rows = await db.selectFrom('change_sets').selectAll().where('id', '=', id).execute();
  return (await withVersions(db, rows))[0];
}

async function withVersions(db: Kysely<Tables>, sets: readonly ChangeSetRow[]): Promise<readonly ChangeSet[]> {
  const versions = new Map<string, ChangeSet['versions'][number][]>(sets.map(({ id }) => [id, []]));
  const records = new Map<string, ChangeSet['records'][number][]>(sets.map(({ id }) => [id, []]));
  for (const part of chunks([...versions.keys()])) {
    const rows = await db
      .selectFrom('entry_versions')
      .select(['change_set', 'entry', 'version'])
      .where('change_set', 'in', part)
      .orderBy('change_set')
      .orderBy('place')
      .execute();
    for (const { change_set, entry, version } of rows) versions.get(change_set)?.push({ entry, version });
    const others = await db
      .selectFrom('record_versions')
      .select(['change_set', 'kind', 'id', 'version'])
      .select((is) => is.case().when('document', 'is', null).then(1).else(0).end().as('removed'))
      .where('change_set', 'in', part)
      .where('place', '>=', 0)
      .orderBy('change_set')
      .orderBy('place')
      .execute();
    for (const { change_set, removed, ...record } of others)
      records.get(change_set)?.push(removed === 1 ? { ...record, removed: true } : record);
  }
  return sets.map(({ id, script, author_type, author_name, reason, time, undoes }) => {
    const author = { type: author_type, name: author_name };
    const made = { id, script, author, reason, time, versions: versions.get(id) ?? [], records: records.get(id) ?? [] };
    return undoes === null ? made : { ...made, undoes };
  });
}
