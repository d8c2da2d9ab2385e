import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DatabaseAt } from '../tools/database-at.ts';
import { sqliteBackend } from './backend.ts';
import { connect } from './connect.ts';
import { explain } from './failure.ts';

/** The SQLite database in this file. */
export function sqliteDatabase(path: string): DatabaseAt {
  return {
    name: path,
    open: async (mode) => {
      if (mode === 'new') await mkdir(dirname(path), { recursive: true });
      return sqliteBackend(await connect(path, { mustExist: mode === 'existing' }));
    },
    explain: (error) => explain(error, path),
  };
}
