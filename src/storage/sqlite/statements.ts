import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Statements that are kept. A store has some dozens; only lists of keys make more, one for each length. */
const MOST = 200;
/** The longest text that is kept, in characters: a long list of keys hardly comes twice with the same length. */
const LONGEST = 4000;
/** What is kept. Never a pragma: SQLite may carry it out when it is prepared, so that to run it again would do nothing. */
const KEPT = /^(select|insert|update|delete|with)\b/i;

/**
 * A database that prepares each statement once, and not for every query as Kysely asks: SQLite would plan it anew each
 * time, and better-sqlite3 compile a function that makes its rows. SQLite follows changes of the schema by itself
 * (https://sqlite.org/c3ref/prepare.html).
 */
export function keepingStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    prepare: (sql) => {
      const known = kept.get(sql);
      kept.delete(sql);
      const statement = known === undefined || known.busy ? database.prepare(sql) : known;
      if (sql.length <= LONGEST && KEPT.test(sql)) kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close: () => {
      database.close();
    },
  };
}
