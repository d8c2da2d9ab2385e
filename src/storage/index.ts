/**
 * Where everything is kept: one database behind the interfaces of bibles and steps, with the same queries on each kind.
 *
 * @module
 */
export { openSqlite } from './sqlite/open-sqlite.ts';
export type { Storage, StorageOptions } from './storage.ts';
