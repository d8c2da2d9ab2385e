import { CURRENT_VERSION, migrate } from '../migrations.ts';
import { type DatabaseAt, using } from './database-at.ts';

/**
 * Bring a database to the format of this ScriptGen, which opening a project does too.
 *
 * @returns the versions of its format before and after.
 * @throws ScriptGenError `storage/newer`, `storage/damaged`, `storage/unwritable`.
 */
export function migrateDatabase(at: DatabaseAt): Promise<{ readonly from: number; readonly to: number }> {
  return using(at, 'existing', async (backend) => ({ from: await migrate(backend), to: CURRENT_VERSION }));
}
