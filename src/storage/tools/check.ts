import { CURRENT_VERSION, readVersion } from '../migrations.ts';
import { checkBill } from './check-bill.ts';
import { checkChangeSets } from './check-change-sets.ts';
import { checkEntries } from './check-entries.ts';
import { checkRecords } from './check-records.ts';
import { checkValues } from './check-values.ts';
import { type DatabaseAt, using } from './database-at.ts';
import type { Finding } from './finding.ts';

/**
 * Look for damage: in the file, where the database is one; in the versions of every entry, record and card, which are
 * gone through from the first; in change sets; in everything that must be readable; in the sums of the bill. Nothing is
 * changed.
 *
 * @returns what was found; nothing for a database that is sound.
 * @throws ScriptGenError `storage/damaged` when it cannot be read at all (a file that was cut, no ScriptGen database),
 * `storage/newer`, `storage/unwritable`.
 */
export function checkDatabase(at: DatabaseAt): Promise<readonly Finding[]> {
  return using(at, 'existing', async (backend) => {
    const damage = await (backend.checkFile?.() ?? []);
    if (damage.length > 0) return damage.map((message) => ({ table: 'file', row: at.name, message }));
    return backend.snapshot(async (db) => {
      const version = await readVersion(backend, db);
      if (version < CURRENT_VERSION) return [outdated(version)];
      return [
        ...(await checkEntries(db)),
        ...(await checkRecords(db)),
        ...(await checkChangeSets(db)),
        ...(await checkValues(db)),
        ...(await checkBill(db)),
      ];
    });
  });
}

function outdated(version: number): Finding {
  const message = `has format ${version}, and this ScriptGen ${CURRENT_VERSION}: migrate it, then check it again`;
  return { table: 'schema_version', row: String(version), message };
}
