/**
 * Where everything is kept: one database behind the interfaces of bibles and steps, with the same queries on each kind.
 *
 * @module
 */
export { sqliteDatabase } from './sqlite/database-at.ts';
export { openSqlite } from './sqlite/open-sqlite.ts';
export type { Storage, StorageOptions } from './storage.ts';
export { backupDatabase } from './tools/backup.ts';
export { checkDatabase } from './tools/check.ts';
export type { DatabaseAt } from './tools/database-at.ts';
export type { Finding } from './tools/finding.ts';
export { migrateDatabase } from './tools/migrate.ts';
export { restoreDatabase } from './tools/restore.ts';
