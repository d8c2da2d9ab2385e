/**
 * The same storage on Postgres, for several machines.
 *
 * @module
 */
export type { Storage, StorageOptions } from '../storage.ts';
export { postgresDatabase } from './database-at.ts';
export { openPostgres } from './open-postgres.ts';
