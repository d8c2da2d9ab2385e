import { setTimeout } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';
import { explain, isBusy } from './failure.ts';
import { keepingStatements } from './statements.ts';

/** How long to wait for a lock, in milliseconds. */
export const LOCK_WAIT = 5000;

/** Kysely's SQLite dialect, with write transactions that begin with the write lock, and failures in words. */
export class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;
  #connection: DatabaseConnection | undefined;

  constructor(database: Database.Database) {
    super({ database: keepingStatements(database) });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= explaining(await super.acquireConnection(), this.#database.name);
    return this.#connection;
  }

  /**
   * Take the write lock at once: a transaction that reads first and then writes could find its reading outdated.
   * The wait for it leaves the event loop free, without which two handles in one process could never finish.
   */
  override async beginTransaction(): Promise<void> {
    const database = this.#database;
    await whileBusy(() => {
      database.pragma('busy_timeout = 0');
      try {
        database.exec('begin immediate');
      } finally {
        database.pragma(`busy_timeout = ${LOCK_WAIT}`);
      }
    }).catch((error: unknown) => {
      throw explain(error, database.name);
    });
  }

  /** A full disk ends a transaction by itself: then there is nothing to take back, and its own failure is what counts. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Do something until no other connection is in its way, for at most {@link LOCK_WAIT}. */
export async function whileBusy<T>(work: () => T): Promise<T> {
  const deadline = performance.now() + LOCK_WAIT;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await setTimeout(1 + Math.random() * 5); // apart from each other, so that none is always second
  }
}

function explaining(connection: DatabaseConnection, path: string): DatabaseConnection {
  return {
    executeQuery: async (query, options) => {
      try {
        return await connection.executeQuery(query, options);
      } catch (error) {
        throw explain(error, path);
      }
    },
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
  };
}
