import type { PostgresPool } from 'kysely';
import { ScriptGenError } from '../../core/index.ts';

/**
 * Make a pool of connections to the database with this URL.
 *
 * @throws ScriptGenError `config/invalid` when the package `pg` is missing or the URL is none.
 */
export async function createPool(url: string): Promise<PostgresPool> {
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

/** A server that cannot be reached, or refuses. */
export function unreachable(cause: unknown): ScriptGenError {
  const said = cause instanceof Error && cause.message !== '' ? cause.message : 'no connection';
  return new ScriptGenError({
    code: 'storage/unwritable',
    message: `The Postgres database cannot be used: ${said}`,
    hint: 'Check that the server runs, and the address, user and password.',
    cause,
  });
}
