import type { Kysely, Transaction } from 'kysely';
import type { Lessee } from './lease.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Tables } from './tables.ts';

/** What the stores need of a database: the queries are the same on each, this is where they differ. */
export interface Backend {
  readonly db: Kysely<Tables>;
  /** The database as a person would name it: a file's path. */
  readonly name: string;
  readonly index: SearchIndex;
  /** First statement of a migration: keep other processes out. */
  readonly prepare: (trx: Transaction<Tables>) => Promise<void>;
  /** Whether `schema_version` exists. */
  readonly hasTables: (db: Kysely<Tables>) => Promise<boolean>;
  /** Read as everything was at one moment, without keeping writers out. */
  readonly snapshot: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Look for damage below the rows, and say what there is. Absent where the server does that. */
  readonly checkFile?: () => Promise<readonly string[]>;
  /** Whether a transaction that failed like this may succeed when it is run again. */
  readonly isTransient: (error: unknown) => boolean;
  /** Make the transactions of this connection durable when they commit, or soon after. Absent where all are. */
  readonly setDurable?: (connection: Kysely<Tables>, durable: boolean) => Promise<void>;
  /** Keep other writers of a script out until the transaction ends. Absent where a write transaction is alone anyway. */
  readonly lockScript?: (trx: Transaction<Tables>, script: string) => Promise<void>;
  /** Keep others who set money aside out until the transaction ends. Absent where a write transaction is alone anyway. */
  readonly lockMoney?: (trx: Transaction<Tables>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Run work in one write transaction. Work may run again after a deadlock. */
export type Write = <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;

/** What a store is made of. */
export interface Parts {
  readonly db: Kysely<Tables>;
  /** Resolves once the transaction is durable: for what was paid for or written by hand. */
  readonly write: Write;
  /** Resolves before the disk has it: for what is worth nothing after a power failure, or can be made again from the journal. */
  readonly writeSoon: Write;
  readonly lessee: Lessee;
  readonly index: SearchIndex;
  readonly lockScript?: Backend['lockScript'];
  readonly lockMoney?: Backend['lockMoney'];
}

const TRIES = 5;

/** The one way this folder writes: durably, or soon. */
export function createWrite(
  { db, isTransient, setDurable }: Pick<Backend, 'db' | 'isTransient' | 'setDurable'>,
  durable: boolean,
): Write {
  const once = <T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> => {
    if (durable || !setDurable) return db.transaction().execute(work);
    return db.connection().execute(async (connection) => {
      await setDurable(connection, false);
      try {
        return await connection.transaction().execute(work);
      } finally {
        await setDurable(connection, true);
      }
    });
  };
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (tries === TRIES || !isTransient(error)) throw error;
      }
    }
  };
}
