import type { Kysely, Transaction } from 'kysely';
import { ScriptGenError } from '../core/index.ts';
import { type Backend, createWrite } from './backend.ts';
import { createTables } from './schema.ts';
import { addBibleStore } from './schema-2.ts';
import { addLedger } from './schema-3.ts';
import { addPlans } from './schema-4.ts';
import { addRecords } from './schema-5.ts';
import { rebuildIndex } from './search/rebuild.ts';
import type { SearchIndex } from './search/search-index.ts';
import { damaged } from './sqlite/failure.ts';
import type { Tables } from './tables.ts';

/** Each brings a database from the version that is its place here to the next. Only ever added to. */
const MIGRATIONS: readonly ((trx: Transaction<Tables>, index: SearchIndex) => Promise<void>)[] = [
  createTables,
  addBibleStore,
  addLedger,
  addPlans,
  addRecords,
];

/** What is in a database below this version is not in its search index. */
const INDEXED_SINCE = 2;

/** The version of the format that this ScriptGen writes. */
export const CURRENT_VERSION = MIGRATIONS.length;

/**
 * Bring a database to this version of ScriptGen, in one transaction. Processes that open it at the same time wait.
 *
 * @returns the version that it had; 0 for one that is new.
 * @throws ScriptGenError `storage/newer` when a newer ScriptGen wrote it; nothing is changed then.
 */
export function migrate(backend: Backend): Promise<number> {
  return createWrite(
    backend,
    true,
  )(async (trx) => {
    await backend.prepare(trx);
    const exists = await backend.hasTables(trx);
    const from = exists ? await readVersion(backend, trx) : await startVersion(trx);
    await migrateTo(trx, backend, { from, to: CURRENT_VERSION });
    if (from > 0 && from < INDEXED_SINCE) await rebuildIndex(trx, backend.index);
    return from;
  });
}

/** Run the migrations from one version to another. The search index of what is there is left to be rebuilt. */
export async function migrateTo(
  trx: Transaction<Tables>,
  { index }: Pick<Backend, 'index'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  for (const migration of MIGRATIONS.slice(from, to)) await migration(trx, index);
  if (from < to) await trx.updateTable('schema_version').set({ version: to }).execute();
}

/**
 * The version of a database's format.
 *
 * @throws ScriptGenError `storage/newer`; `storage/damaged` when it is no database of ScriptGen's.
 */
export async function readVersion(backend: Backend, db: Kysely<Tables>): Promise<number> {
  const row = (await backend.hasTables(db))
    ? await db.selectFrom('schema_version').select('version').executeTakeFirst()
    : undefined;
  if (row === undefined) throw damaged(backend.name);
  if (row.version > CURRENT_VERSION) throw newerThan(backend.name, row.version);
  return row.version;
}

/** Begin a new database. */
export async function startVersion(trx: Transaction<Tables>): Promise<number> {
  await trx.schema
    .createTable('schema_version')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await trx.insertInto('schema_version').values({ version: 0 }).execute();
  return 0;
}

/** What a newer ScriptGen wrote. */
export function newerThan(name: string, version: number): ScriptGenError {
  return new ScriptGenError({
    code: 'storage/newer',
    message: `${name} has format ${version}; this ScriptGen knows formats up to ${CURRENT_VERSION}.`,
    hint: 'Update ScriptGen. Nothing was changed.',
  });
}
