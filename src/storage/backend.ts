import type { Kysely, Transaction } from 'kysely';
import type { Lessee } from './lease.ts';
import type { Tables } from './tables.ts';

/** What the stores need of a database: the queries are the same on each, this is where they differ. */
export interface Backend {
  readonly db: Kysely<Tables>;
  /** The database as a person would name it: a file's path. */
  readonly name: string;
  /** First statement of a migration: keep other processes out, and tell whether `schema_version` exists. */
  readonly prepare: (trx: Transaction<Tables>) => Promise<boolean>;
  /** Whether a transaction that failed like this may succeed when it is run again. */
  readonly isTransient: (error: unknown) => boolean;
  readonly end: () => Promise<void>;
}

/** Run work in one write transaction and resolve once it is durable. Work may run again after a deadlock. */
export type Write = <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;

/** What a store is made of. */
export interface Parts {
  readonly db: Kysely<Tables>;
  readonly write: Write;
  readonly lessee: Lessee;
}

const TRIES = 5;

/** The one way this folder writes. */
export function createWrite({ db, isTransient }: Pick<Backend, 'db' | 'isTransient'>): Write {
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (tries === TRIES || !isTransient(error)) throw error;
      }
    }
  };
}
