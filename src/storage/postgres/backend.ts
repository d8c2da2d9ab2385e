import { type Kysely, sql, type Transaction } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Tables } from '../tables.ts';
import { postgresIndex } from './search-index.ts';

/** The Postgres schema everything is in, so that it can share a database with other programs. */
const SCHEMA = 'scriptgen';
/** Any number that other programs are unlikely to lock: the letters of `scriptg` in ASCII. */
const MIGRATION_LOCK = '32478965368124519';

/** Another number of that kind: the letters of `scriptm`. */
const MONEY_LOCK = '32478965368124525';

/** What the stores need of Postgres. */
export function postgresBackend(base: Kysely<Tables>, end: () => Promise<void>): Backend {
  const db = base.withSchema(SCHEMA);
  return {
    db,
    name: 'The Postgres database',
    index: postgresIndex,
    prepare,
    hasTables,
    snapshot: (work) => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    isTransient,
    lockScript,
    lockMoney,
    end,
  };
}

async function prepare(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)}::bigint)`.execute(trx);
  const { rows } = await sql<{ there: boolean }>`select to_regnamespace(${SCHEMA}) is not null as there`.execute(trx);
  if (rows[0]?.there === false) await sql`create schema ${sql.id(SCHEMA)}`.execute(trx);
}

async function hasTables(db: Kysely<Tables>): Promise<boolean> {
  const name = `${SCHEMA}.schema_version`;
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(db);
  return rows[0]?.there === true;
}

/** Inserts of rows that belong to the script do not wait for this lock, other writes of its bible do. */
async function lockScript(trx: Transaction<Tables>, script: string): Promise<void> {
  await trx.selectFrom('scripts').select('id').where('id', '=', script).forNoKeyUpdate().execute();
}

async function lockMoney(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MONEY_LOCK)}::bigint)`.execute(trx);
}

/** Deadlock or serialization failure: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}
