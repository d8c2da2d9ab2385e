import type { Transaction } from 'kysely';
import { ScriptGenError } from '../core/index.ts';
import { type Backend, createWrite } from './backend.ts';
import { createTables } from './schema.ts';
import { addBibleStore } from './schema-2.ts';
import { rebuildIndex } from './search/rebuild.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Tables } from './tables.ts';

/** Each brings a database from the version that is its place here to the next. Only ever added to. */
const MIGRATIONS: readonly ((trx: Transaction<Tables>, index: SearchIndex) => Promise<void>)[] = [
  createTables,
  addBibleStore,
];

/** What is in a database below this version is not in its search index. */
const INDEXED_SINCE = 2;

/**
 * Bring a database to this version of ScriptGen, in one transaction. Processes that open it at the same time wait.
 *
 * @throws ScriptGenError `storage/newer` when a newer ScriptGen wrote it; nothing is changed then.
 */
export async function migrate(backend: Backend): Promise<void> {
  await createWrite(
    backend,
    true,
  )(async (trx) => {
    const exists = await backend.prepare(trx);
    const version = exists ? await readVersion(trx) : await startVersion(trx);
    if (version > MIGRATIONS.length) throw newer(backend.name, version);
    for (const migration of MIGRATIONS.slice(version)) await migration(trx, backend.index);
    if (version > 0 && version < INDEXED_SINCE) await rebuildIndex(trx, backend.index);
    if (version < MIGRATIONS.length)
      await trx.updateTable('schema_version').set({ version: MIGRATIONS.length }).execute();
  });
}

async function readVersion(trx: Transaction<Tables>): Promise<number> {
  const row = await trx.selectFrom('schema_version').select('version').executeTakeFirstOrThrow();
  return row.version;
}

async function startVersion(trx: Transaction<Tables>): Promise<number> {
  await trx.schema
    .createTable('schema_version')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await trx.insertInto('schema_version').values({ version: 0 }).execute();
  return 0;
}

function newer(name: string, version: number): ScriptGenError {
  return new ScriptGenError({
    code: 'storage/newer',
    message: `${name} has format ${version}; this ScriptGen knows formats up to ${MIGRATIONS.length}.`,
    hint: 'Update ScriptGen. Nothing was changed.',
  });
}
