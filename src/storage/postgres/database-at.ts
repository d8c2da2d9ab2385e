import { Kysely, PostgresDialect } from 'kysely';
import { isScriptGenError } from '../../core/index.ts';
import type { Tables } from '../tables.ts';
import type { DatabaseAt } from '../tools/database-at.ts';
import { postgresBackend } from './backend.ts';
import { createPool, unreachable } from './pool.ts';

/** The Postgres database with this URL. */
export function postgresDatabase(url: string): DatabaseAt {
  return {
    name: 'The Postgres database',
    open: async () => {
      const base = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await createPool(url) }) });
      return postgresBackend(base, () => base.destroy());
    },
    explain: (error) => (isScriptGenError(error) || !isConnection(error) ? error : unreachable(error)),
  };
}

/** Whether the server could not be reached, refused, or went away (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
function isConnection(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(E[A-Z]+|08...|28...|3D000|53...|57P..)$/.test(String(error.code))
  );
}
