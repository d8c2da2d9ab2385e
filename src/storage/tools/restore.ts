import { sql, type Transaction } from 'kysely';
import { ScriptGenError } from '../../core/index.ts';
import { type Backend, createWrite } from '../backend.ts';
import { CURRENT_VERSION, migrateTo, newerThan, startVersion } from '../migrations.ts';
import { KEYS, type KeptTable, leaseTablesAt, tablesAt } from '../pages.ts';
import { rebuildIndex } from '../search/rebuild.ts';
import type { Tables } from '../tables.ts';
import { type BackupHeader, noBackup, readLines } from './backup-file.ts';
import { type DatabaseAt, using } from './database-at.ts';

/** Rows that are inserted by one statement. The widest have 29 columns; SQLite takes 32,766 values at once. */
const MOST = 500;

/**
 * Fill an empty database from a backup, in one transaction; it is made when it is not there. A backup in an older format
 * is migrated.
 *
 * @throws ScriptGenError `storage/not-empty` when the database holds something, `storage/damaged` when the file is no
 * whole backup, `storage/newer` when it is in a newer format, `storage/unwritable`. Nothing is changed then.
 */
export async function restoreDatabase(at: DatabaseAt, file: string): Promise<void> {
  const { schema } = await verify(file);
  await using(at, 'new', (backend) =>
    createWrite(
      backend,
      true,
    )(async (trx) => {
      await empty(trx, backend);
      await startVersion(trx);
      await migrateTo(trx, backend, { from: 0, to: schema });
      await insertRows(trx, file);
      await migrateTo(trx, backend, { from: schema, to: CURRENT_VERSION });
      await rebuildIndex(trx, backend.index);
    }),
  );
}

/** Read a backup through before anything is touched. */
async function verify(file: string): Promise<BackupHeader> {
  let found: BackupHeader | undefined;
  await readLines(file, {
    header: async (header) => {
      found = header;
    },
    line: async () => {},
  });
  if (found === undefined || found.schema < 1) throw noBackup(file);
  if (found.schema > CURRENT_VERSION) throw newerThan(file, found.schema);
  return found;
}

/** Make a database as new, if nothing is kept in it. */
async function empty(trx: Transaction<Tables>, backend: Backend): Promise<void> {
  await backend.prepare(trx);
  if (!(await backend.hasTables(trx))) return;
  const { version } = await trx.selectFrom('schema_version').select('version').executeTakeFirstOrThrow();
  if (version > CURRENT_VERSION) throw newerThan(backend.name, version);
  const tables = tablesAt(version).toReversed();
  for (const table of tables) {
    const row = await trx.selectFrom(table).select(sql<number>`1`.as('one')).limit(1).executeTakeFirst();
    if (row !== undefined) throw notEmpty(backend.name);
  }
  await backend.index.drop(trx);
  for (const table of [...tables, ...leaseTablesAt(version), 'schema_version'])
    await trx.schema.dropTable(table).execute();
}

async function insertRows(trx: Transaction<Tables>, file: string): Promise<void> {
  let table: KeptTable | undefined;
  let rows: object[] = [];
  const flush = async (): Promise<void> => {
    if (table === undefined || rows.length === 0) return;
    // The rows are as another database gave them, in the columns of the format that this one has now.
    await trx
      .insertInto(table)
      .values(rows as never)
      .execute();
    rows = [];
  };
  await readLines(file, {
    header: async () => {},
    line: async (line) => {
      const [name, row] = readRow(line, file);
      if (name !== table || rows.length === MOST) await flush();
      table = name;
      rows.push(row);
    },
  });
  await flush();
}

function readRow(line: string, file: string): readonly [KeptTable, object] {
  const [table, row]: readonly unknown[] = JSON.parse(line);
  if (typeof row !== 'object' || row === null || !isKept(table)) throw noBackup(file);
  return [table, row];
}

function isKept(table: unknown): table is KeptTable {
  return typeof table === 'string' && Object.hasOwn(KEYS, table);
}

function notEmpty(name: string): ScriptGenError {
  return new ScriptGenError({
    code: 'storage/not-empty',
    message: `${name} holds something already.`,
    hint: 'Restore into a new database. Nothing was changed.',
  });
}
