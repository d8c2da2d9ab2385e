import type { Kysely } from 'kysely';
import { readVersion } from '../migrations.ts';
import { pagesOf, tablesAt } from '../pages.ts';
import type { Tables } from '../tables.ts';
import { type BackupHeader, writeLines } from './backup-file.ts';
import { type DatabaseAt, using } from './database-at.ts';

/**
 * Write all that a database holds to a file, as it is at one moment; others may go on writing. The file can be restored
 * into any database, SQLite or Postgres. It is written whole or not at all, and replaces one of its name.
 *
 * @throws ScriptGenError `storage/unwritable`, `storage/damaged`, `storage/newer`.
 */
export function backupDatabase(at: DatabaseAt, file: string): Promise<void> {
  return using(at, 'existing', (backend) =>
    backend.snapshot(async (db) => {
      const schema = await readVersion(backend, db);
      await writeLines(file, linesOf(db, schema));
    }),
  );
}

async function* linesOf(db: Kysely<Tables>, schema: number): AsyncGenerator<readonly string[], void> {
  const header: BackupHeader = { format: 'scriptgen-backup', version: 1, schema, time: new Date().toISOString() };
  yield [JSON.stringify(header)];
  for (const table of tablesAt(schema))
    for await (const rows of pagesOf(db, table)) {
      // A key that is being asked is a lease of a process here, and nothing that was kept.
      const kept = rows.filter((row) => !('status' in row && row.status === 'pending'));
      yield kept.map((row) => JSON.stringify([table, row]));
    }
}
