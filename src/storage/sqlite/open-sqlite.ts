import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openStorage } from '../open.ts';
import type { Storage, StorageOptions } from '../storage.ts';
import { sqliteBackend } from './backend.ts';
import { connect } from './connect.ts';
import { explain } from './failure.ts';

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
