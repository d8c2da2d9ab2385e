import type Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Tables } from '../tables.ts';
import { ImmediateDialect } from './dialect.ts';
import { damaged } from './failure.ts';
import { sqliteIndex } from './search-index.ts';

/** What the stores need of SQLite. */
export function sqliteBackend(database: Database.Database): Backend {
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(database) });
  return {
    db,
    name: database.name,
    index: sqliteIndex,
    prepare: (trx) => prepare(trx, database.name),
    hasTables: async (reader) => (await tableNames(reader)).includes('schema_version'),
    snapshot: (work) =>
      db.connection().execute(async (connection) => {
        await sql`begin`.execute(connection);
        try {
          return await work(connection);
        } finally {
          // Some failures have ended it already; to end it again would hide them.
          if (database.inTransaction) await sql`rollback`.execute(connection);
        }
      }),
    checkFile: () => checkFile(database),
    isTransient: () => false, // with the write lock taken first, there is nothing to lose against
    // In WAL mode a NORMAL commit survives the process but not the power; the next FULL commit takes it along.
    setDurable: async (connection, durable) => {
      await sql.raw(`pragma synchronous = ${durable ? 'full' : 'normal'}`).execute(connection);
    },
    end: () => db.destroy(),
  };
}

/** @throws ScriptGenError `storage/damaged` for the database of another program. */
async function prepare(trx: Kysely<Tables>, path: string): Promise<void> {
  const names = await tableNames(trx);
  const exists = names.includes('schema_version');
  if (!exists && names.length > 0) throw damaged(path);
  // SQLite opens a file that may not be written without a word, and gives it read transactions; a write that changes
  // nothing finds out. (Opening the file to look would, on closing it, drop the locks of other handles in this process.)
  if (exists) await sql`delete from schema_version where 1 = 0`.execute(trx);
}

async function tableNames(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  return rows.map(({ name }) => name);
}

/** What SQLite finds wrong with the file, and rows that belong to none (https://sqlite.org/pragma.html#pragma_integrity_check). */
async function checkFile(database: Database.Database): Promise<readonly string[]> {
  const messages = pragma(database, 'integrity_check').flatMap((row) => String(row['integrity_check']).split('\n'));
  const orphans = pragma(database, 'foreign_key_check').map(
    ({ table, rowid, parent }) => `row ${rowid} of ${table} belongs to a row of ${parent} that is not there`,
  );
  return [...messages.filter((message) => message !== 'ok'), ...orphans];
}

function pragma(database: Database.Database, name: string): readonly Readonly<Record<string, unknown>>[] {
  return database.pragma(name) as readonly Readonly<Record<string, unknown>>[]; // both give rows
}
