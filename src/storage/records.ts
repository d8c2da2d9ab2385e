import type { Kysely, Transaction } from 'kysely';
import type { CardWrite, RecordKind, RecordVersion, RecordWrite, ScriptRecord } from '../bibles/index.ts';
import type { Json } from '../core/index.ts';
import { ScriptGenError } from '../core/index.ts';
import type { NewChangeSet } from './change-sets.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';

/** The records of a script as they stand, oldest first. */
export async function loadRecords(
  db: Kysely<Tables>,
  script: string,
  kinds?: readonly RecordKind[],
): Promise<readonly ScriptRecord[]> {
  const heads = versionsIn(db, script)
    .innerJoin('records as r', (join) =>
      join
        .onRef('r.script', '=', 'v.script')
        .onRef('r.kind', '=', 'v.kind')
        .onRef('r.id', '=', 'v.id')
        .onRef('r.head', '=', 'v.version'),
    )
    .where('v.document', 'is not', null);
  const rows = await (kinds === undefined ? heads : heads.where('v.kind', 'in', kinds))
    .orderBy('s.seq')
    .orderBy('v.place')
    .execute();
  return rows.map((row) => versionOf(row) as ScriptRecord);
}

/** Every version of a record or of a card, newest first; that in which a card was planned is made of the card. */
export async function listRecordVersions(
  db: Kysely<Tables>,
  script: string,
  { kind, id }: Pick<RecordVersion, 'kind' | 'id'>,
): Promise<readonly RecordVersion[]> {
  const rows = await versionsIn(db, script)
    .where('v.kind', '=', kind)
    .where('v.id', '=', id)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(versionOf);
}

/** Write a version of a record. @throws ScriptGenError `markup/conflict` when its head is not the one that was read. */
export async function writeRecord(
  trx: Transaction<Tables>,
  set: NewChangeSet,
  { kind, id, expected, document, place }: RecordWrite & { readonly place: number },
): Promise<void> {
  const { script } = set;
  const row = await trx
    .selectFrom('records')
    .select('head')
    .where('script', '=', script)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  const head = row?.head ?? 0;
  if (head !== expected) throw movedOn({ kind, id, expected }, head);
  await trx
    .insertInto('records')
    .values({ script, kind, id, head: head + 1 })
    .onConflict((conflict) => conflict.columns(['script', 'kind', 'id']).doUpdateSet({ head: head + 1 }))
    .execute();
  await insertVersion(trx, set, { kind, id, version: head + 1, document, place });
}

/** Write one version down. */
export async function insertVersion(
  trx: Transaction<Tables>,
  set: Pick<NewChangeSet, 'script' | 'id'>,
  { document, ...version }: Pick<RecordVersion, 'kind' | 'id' | 'version' | 'document'> & { readonly place: number },
): Promise<void> {
  const text = document === null ? null : JSON.stringify(document);
  await trx
    .insertInto('record_versions')
    .values({ script: set.script, change_set: set.id, ...version, document: text })
    .execute();
}

/** Somebody else wrote it in between. */
export function movedOn(
  { kind, id, expected }: Pick<RecordWrite | CardWrite, 'id' | 'expected'> & { readonly kind: RecordVersion['kind'] },
  head: number,
): ScriptGenError {
  return new ScriptGenError({
    code: 'markup/conflict',
    message: `The ${kind} ${id} is in version ${head} now; it was read in version ${expected}.`,
    hint: 'Somebody else changed it at the same time. Read it again, and make your change anew.',
    details: { kind, id, head, expected },
  });
}

function versionsIn(db: Kysely<Tables>, script: string) {
  return db
    .selectFrom('record_versions as v')
    .innerJoin('change_sets as s', 's.id', 'v.change_set')
    .select(['v.kind', 'v.id', 'v.version', 'v.document', 'v.change_set'])
    .select(['s.author_type', 's.author_name', 's.reason', 's.time'])
    .where('v.script', '=', script);
}

type VersionRow = Pick<
  Tables['record_versions'] & Tables['change_sets'],
  'kind' | 'id' | 'version' | 'document' | 'change_set' | 'author_type' | 'author_name' | 'reason' | 'time'
>;

function versionOf(row: VersionRow): RecordVersion {
  const { kind, id, version, document, change_set: changeSet, author_type, author_name, reason, time } = row;
  return {
    ...{ kind, id, version, changeSet, reason, time },
    document: document === null ? null : readJson<Json>(document),
    author: { type: author_type, name: author_name },
  };
}
