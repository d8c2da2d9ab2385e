import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import type { CardWrite, RecordKind, RecordVersion, RecordWrite, ScriptRecord } from '../bibles/index.ts';
import { canonicalJson, type Json, ScriptGenError } from '../core/index.ts';
import type { NewChangeSet } from './change-sets.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';

/** The records of a script as they stand, oldest first. */
export async function loadRecords(
  db: Kysely<Tables>,
  script: string,
  kinds?: readonly RecordKind[],
): Promise<readonly ScriptRecord[]> {
  if (kinds?.length === 0) return [];
  const heads = headsIn(db, script);
  const rows = await (kinds === undefined ? heads : heads.where('r.kind', 'in', kinds)).execute();
  return rows.map((row) => versionOf(row) as ScriptRecord);
}

/** One question for the heads of a script's records, oldest first; every table is looked into by its key. */
export function headsIn(
  db: Kysely<Tables>,
  script: string,
): SelectQueryBuilder<Tables & Joined, keyof Joined, VersionRow> {
  return versions(db)
    .innerJoin('records as r', (join) =>
      join
        .onRef('r.script', '=', 'v.script')
        .onRef('r.kind', '=', 'v.kind')
        .onRef('r.id', '=', 'v.id')
        .onRef('r.head', '=', 'v.version'),
    )
    .where('r.script', '=', script)
    .where('v.document', 'is not', null)
    .orderBy('s.seq')
    .orderBy('v.place');
}

/** Every version of a record or of a card, newest first. */
export async function listRecordVersions(
  db: Kysely<Tables>,
  script: string,
  { kind, id }: Pick<RecordVersion, 'kind' | 'id'>,
): Promise<readonly RecordVersion[]> {
  const rows = await versions(db)
    .where('v.script', '=', script)
    .where('v.kind', '=', kind)
    .where('v.id', '=', id)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(versionOf);
}

/**
 * Write a version of a record, unless it would say what the head says.
 *
 * @returns whether it was written.
 * @throws ScriptGenError `markup/conflict` when its head is not the one that was read.
 */
export async function writeRecord(
  trx: Transaction<Tables>,
  set: NewChangeSet,
  { kind, id, expected, document, place }: RecordWrite & { readonly place: number },
): Promise<boolean> {
  const { script } = set;
  const { version: head, document: before } = await lastVersion(trx, script, { kind, id });
  if (head !== expected) throw movedOn({ kind, id, expected }, head);
  if (canonicalJson(before) === canonicalJson(document)) return false;
  await trx
    .insertInto('records')
    .values({ script, kind, id, head: head + 1 })
    .onConflict((conflict) => conflict.columns(['script', 'kind', 'id']).doUpdateSet({ head: head + 1 }))
    .execute();
  await insertVersion(trx, set, { kind, id, version: head + 1, document, place });
  return true;
}

/** The last version of a record or of a card, and what it says; 0 for one that never was. */
export async function lastVersion(
  trx: Transaction<Tables>,
  script: string,
  { kind, id }: Pick<RecordVersion, 'kind' | 'id'>,
): Promise<Pick<RecordVersion, 'version' | 'document'>> {
  const row = await trx
    .selectFrom('record_versions')
    .select(['version', 'document'])
    .where('script', '=', script)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { version: row?.version ?? 0, document: readDocument(row?.document ?? null) };
}

/** The row of a card's first version: how it was planned. It is none of the changes that its change set made. */
export function plannedVersion(
  set: Pick<NewChangeSet, 'script' | 'id'>,
  { id, version, position, document }: Pick<Tables['cards'], 'id' | 'version' | 'position' | 'document'>,
): Tables['record_versions'] {
  const placed = JSON.stringify({ position, card: readJson<Json>(document) });
  return { script: set.script, kind: 'card', id, version, document: placed, change_set: set.id, place: -1 };
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

function versions(db: Kysely<Tables>) {
  return db
    .selectFrom('record_versions as v')
    .innerJoin('change_sets as s', 's.id', 'v.change_set')
    .select(['v.kind', 'v.id', 'v.version', 'v.document', 'v.change_set'])
    .select(['s.author_type', 's.author_name', 's.reason', 's.time']);
}

/** The tables of a question for versions, by the letters that stand for them. */
interface Joined {
  readonly v: Tables['record_versions'];
  readonly s: Tables['change_sets'];
  readonly r: Tables['records'];
}

type VersionRow = Pick<
  Tables['record_versions'] & Tables['change_sets'],
  'kind' | 'id' | 'version' | 'document' | 'change_set' | 'author_type' | 'author_name' | 'reason' | 'time'
>;

function versionOf(row: VersionRow): RecordVersion {
  const { kind, id, version, document, change_set: changeSet, author_type, author_name, reason, time } = row;
  return {
    ...{ kind, id, version, changeSet, reason, time },
    document: readDocument(document),
    author: { type: author_type, name: author_name },
  };
}

function readDocument(text: string | null): Json | null {
  return text === null ? null : readJson<Json>(text);
}
