import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from './tables.ts';

/** The primary key of every table that holds something of a user's, in an order in which rows can be inserted. */
export const KEYS = {
  scripts: ['id'],
  change_sets: ['id'],
  entries: ['id'],
  entry_versions: ['entry', 'version'],
  cards: ['script', 'id'],
  records: ['script', 'kind', 'id'],
  record_versions: ['script', 'kind', 'id', 'version'],
  journal: ['key'],
  journal_set_aside: ['id'],
  slots: ['script', 'slot'],
  runs: ['id'],
  artifacts: ['script', 'name'],
  exports: ['path'],
  calls: ['id'],
  spending: ['period'],
  savings: ['run', 'script', 'scene', 'task', 'role', 'model', 'kind'],
  model_facts: ['model', 'fact'],
  batches: ['id'],
  batch_items: ['batch', 'id'],
} as const;

/** One of {@link KEYS}. */
export type KeptTable = keyof typeof KEYS;

const TABLES = Object.keys(KEYS) as KeptTable[]; // they are the keys, in the order in which they stand

/** Tables that were not there from the first format on, and the version in which they came. */
const SINCE: Readonly<Partial<Record<KeptTable, number>>> = {
  change_sets: 2,
  calls: 3,
  spending: 3,
  savings: 3,
  model_facts: 3,
  batches: 3,
  batch_items: 3,
  records: 5,
  record_versions: 5,
};

/** The tables of a format, in an order in which rows can be inserted. */
export function tablesAt(version: number): readonly KeptTable[] {
  return TABLES.filter((table) => (SINCE[table] ?? 1) <= version);
}

/** Tables of a format that hold nothing of a user's. */
export function leaseTablesAt(version: number): readonly (keyof Tables)[] {
  return version < 3 ? [] : ['reservations'];
}

/** The rows of one page. */
const PAGE = 500;

/** All rows of a table by its key, one page after the other, so that a table of any size takes little memory. */
export async function* pagesOf<T extends KeptTable>(
  db: Kysely<Tables>,
  table: T,
): AsyncGenerator<readonly Tables[T][], void> {
  const keys = sql.join(KEYS[table].map((key) => sql.ref(key)));
  for (let last: Tables[T] | undefined; ; ) {
    const start = db.selectFrom(db.dynamic.table(table).as('row')).selectAll().orderBy(keys).limit(PAGE);
    const after = last === undefined ? undefined : sql.join(keyOf(table, last));
    const rows = await (after ? start.where(sql<boolean>`(${keys}) > (${after})`) : start).execute();
    yield rows as unknown as readonly Tables[T][]; // the columns are the table's
    last = rows.at(-1) as unknown as Tables[T] | undefined;
    if (rows.length < PAGE) return;
  }
}

function keyOf<T extends KeptTable>(table: T, row: Tables[T]): readonly unknown[] {
  const values = new Map<string, unknown>(Object.entries(row));
  return KEYS[table].map((key) => values.get(key));
}
