import Database from 'better-sqlite3';
import { LOCK_WAIT, whileBusy } from './dialect.ts';

/**
 * Open a file for writers in several processes, with every commit on the disk before it returns.
 *
 * `FULL`, not `NORMAL`: in WAL mode `NORMAL` may lose the last commits when the power fails, and they are paid for
 * (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export async function connect(path: string, { mustExist = false } = {}): Promise<Database.Database> {
  const database = new Database(path, { timeout: LOCK_WAIT, fileMustExist: mustExist });
  try {
    // Two processes that turn a new file to WAL get in each other's way, which SQLite's own wait does not cover.
    await whileBusy(() => database.pragma('journal_mode = WAL'));
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
