import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Backend } from '../backend.ts';
import { openStorage } from '../open.ts';
import type { Storage, StorageOptions } from '../storage.ts';
import type { Tables } from '../tables.ts';
import { connect } from './connect.ts';
import { ImmediateDialect } from './dialect.ts';
import { damaged, explain } from './failure.ts';
import { sqliteIndex } from './search-index.ts';

/**
 * Open the database in this file, making it and its folder when they are missing. Several processes may have it open.
 *
 * Every commit is on the disk before its promise resolves (WAL with `synchronous = FULL`).
 *
 * @throws ScriptGenError `storage/unwritable`, `storage/damaged` or `storage/newer`.
 */
export async function openSqlite(path: string, options: StorageOptions = {}): Promise<Storage> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const database = await connect(path);
    return await openStorage(sqliteBackend(database), options);
  } catch (error) {
    throw explain(error, path);
  }
}

function sqliteBackend(database: Database.Database): Backend {
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(database) });
  return {
    db,
    name: database.name,
    index: sqliteIndex,
    prepare: (trx) => hasVersion(trx, database.name),
    isTransient: () => false, // with the write lock taken first, there is nothing to lose against
    // In WAL mode a NORMAL commit survives the process but not the power; the next FULL commit takes it along.
    setDurable: async (connection, durable) => {
      await sql.raw(`pragma synchronous = ${durable ? 'full' : 'normal'}`).execute(connection);
    },
    end: () => db.destroy(),
  };
}

/** @throws ScriptGenError `storage/damaged` for the database of another program. */
async function hasVersion(trx: Transaction<Tables>, path: string): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(trx);
  const exists = rows.some(({ name }) => name === 'schema_version');
  if (!exists && rows.length > 0) throw damaged(path);
  // SQLite opens a file that may not be written without a word, and gives it read transactions; a write that changes
  // nothing finds out. (Opening the file to look would, on closing it, drop the locks of other handles in this process.)
  if (exists) await sql`delete from schema_version where 1 = 0`.execute(trx);
  return exists;
}
