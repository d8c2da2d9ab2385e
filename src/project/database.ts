import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ScriptGenError } from '../core/index.ts';
import {
  backupDatabase,
  checkDatabase,
  type DatabaseAt,
  type Finding,
  migrateDatabase,
  restoreDatabase,
  sqliteDatabase,
} from '../storage/index.ts';

export type { Finding } from '../storage/index.ts';

/** Where a project's database is. */
export interface DatabaseOptions {
  /** The project's folder; the working directory when absent. */
  readonly dir?: string;
  /** `DATABASE_URL` is read from here. `process.env` when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What can be done with the database of a project as a whole. None of it opens the project. */
export interface ProjectDatabase {
  /** The file, or the Postgres without its password. */
  readonly name: string;
  /** Look for damage. Nothing is changed. */
  check(): Promise<readonly Finding[]>;
  /** Write everything to one file, from which any database can be filled, SQLite or Postgres. Others may go on writing. */
  backup(file: string): Promise<void>;
  /** Fill an empty database from a backup. */
  restore(file: string): Promise<void>;
  /** Bring it to the format of this ScriptGen, as opening the project does. */
  migrate(): Promise<{ readonly from: number; readonly to: number }>;
}

/**
 * The database of a project, for looking after it. Methods throw `storage/…` errors; `storage/not-found` is
 * `script/not-found` here: there is no project in the folder.
 */
export async function openDatabase({ dir = '.', env = process.env }: DatabaseOptions = {}): Promise<ProjectDatabase> {
  const url = env['DATABASE_URL'];
  const file = join(resolve(dir), '.scriptgen', 'scriptgen.db');
  const at = url ? await postgresAt(url) : sqliteDatabase(file);
  const existing = (): DatabaseAt => {
    if (url || existsSync(file)) return at;
    throw new ScriptGenError({
      code: 'script/not-found',
      message: `There is no project in ${resolve(dir)}.`,
      hint: 'Go to its folder, or name it with --project.',
    });
  };
  return {
    name: at.name,
    check: async () => checkDatabase(existing()),
    backup: async (to) => backupDatabase(existing(), resolve(to)),
    restore: (from) => restoreDatabase(at, resolve(from)),
    migrate: async () => migrateDatabase(existing()),
  };
}

async function postgresAt(url: string): Promise<DatabaseAt> {
  const { postgresDatabase } = await import('../storage/postgres/index.ts');
  return postgresDatabase(url);
}
