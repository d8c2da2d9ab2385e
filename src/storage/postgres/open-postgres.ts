import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import { isScriptGenError } from '../../core/index.ts';
import { openStorage } from '../open.ts';
import type { Storage, StorageOptions } from '../storage.ts';
import type { Tables } from '../tables.ts';
import { postgresBackend } from './backend.ts';
import { createPool, unreachable } from './pool.ts';

/**
 * Open the storage in a Postgres database, in a schema of its own (`scriptgen`), making what is missing.
 *
 * Takes a connection URL, or a pool of the package `pg`. A pool given is not ended by `close`.
 *
 * @throws ScriptGenError `config/invalid` when the package `pg` or the URL is wrong or missing,
 * `storage/unwritable` when the database cannot be reached or refuses, `storage/newer`.
 */
export async function openPostgres(connection: string | PostgresPool, options: StorageOptions = {}): Promise<Storage> {
  const given = typeof connection !== 'string';
  const pool = given ? connection : await createPool(connection);
  const base = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const backend = postgresBackend(base, () => (given ? Promise.resolve() : base.destroy()));
  try {
    const offset = await clockOffset(base);
    return await openStorage(backend, { clock: () => Date.now() + offset, ...options });
  } catch (error) {
    if (!given) await base.destroy();
    throw isScriptGenError(error) ? error : unreachable(error);
  }
}

/** How far the server's clock is ahead of this machine's, in milliseconds, give or take a round trip. */
async function clockOffset(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{
    now: number;
  }>`select extract(epoch from clock_timestamp())::float8 * 1000 as now`.execute(db);
  return (rows[0]?.now ?? Date.now()) - Date.now();
}
