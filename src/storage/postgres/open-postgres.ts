import { Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely';
import { isScriptGenError, ScriptGenError } from '../../core/index.ts';
import type { Backend } from '../backend.ts';
import { openStorage } from '../open.ts';
import type { Storage, StorageOptions } from '../storage.ts';
import type { Tables } from '../tables.ts';
import { postgresIndex } from './search-index.ts';

/** The Postgres schema everything is in, so that it can share a database with other programs. */
const SCHEMA = 'scriptgen';
/** Any number that other programs are unlikely to lock: the letters of `scriptg` in ASCII. */
const MIGRATION_LOCK = '32478965368124519';

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
  const backend: Backend = {
    db: base.withSchema(SCHEMA),
    name: 'The Postgres database',
    index: postgresIndex,
    prepare,
    isTransient,
    lockScript,
    end: () => (given ? Promise.resolve() : base.destroy()),
  };
  try {
    const offset = await clockOffset(base);
    return await openStorage(backend, { clock: () => Date.now() + offset, ...options });
  } catch (error) {
    if (!given) await base.destroy();
    throw isScriptGenError(error) ? error : unreachable(error);
  }
}

async function createPool(url: string): Promise<PostgresPool> {
  const { default: pg } = await import('pg').catch((cause: unknown) => {
    throw new ScriptGenError({
      code: 'config/invalid',
      message: 'Postgres needs the package pg, which is not installed.',
      hint: 'Install it: npm install pg',
      cause,
    });
  });
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ScriptGenError({
      code: 'config/invalid',
      message: 'The address of the Postgres database is no URL.',
      hint: 'Write it as postgres://user:password@host:5432/database',
    });
  }
  const pool = new pg.Pool({ connectionString: url });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

/** How far the server's clock is ahead of this machine's, in milliseconds, give or take a round trip. */
async function clockOffset(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{
    now: number;
  }>`select extract(epoch from clock_timestamp())::float8 * 1000 as now`.execute(db);
  return (rows[0]?.now ?? Date.now()) - Date.now();
}

async function prepare(trx: Transaction<Tables>): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)}::bigint)`.execute(trx);
  const { rows } = await sql<{ schema: boolean; version: boolean }>`
    select to_regnamespace(${SCHEMA}) is not null as schema, to_regclass(${`${SCHEMA}.schema_version`}) is not null as version
  `.execute(trx);
  if (rows[0]?.schema === false) await sql`create schema ${sql.id(SCHEMA)}`.execute(trx);
  return rows[0]?.version === true;
}

/** Inserts of rows that belong to the script do not wait for this lock, other writes of its bible do. */
async function lockScript(trx: Transaction<Tables>, script: string): Promise<void> {
  await trx.selectFrom('scripts').select('id').where('id', '=', script).forNoKeyUpdate().execute();
}

/** Deadlock or serialization failure: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}

function unreachable(cause: unknown): ScriptGenError {
  const said = cause instanceof Error && cause.message !== '' ? cause.message : 'no connection';
  return new ScriptGenError({
    code: 'storage/unwritable',
    message: `The Postgres database cannot be used: ${said}`,
    hint: 'Check that the server runs, and the address, user and password.',
    cause,
  });
}
