import { existsSync } from 'node:fs';
import { openSqlite, type Storage } from '../storage/index.ts';
import { withFindableEdits } from './markup/findable.ts';
import { withLabels } from './production/with-labels.ts';

/** Where a project keeps things: `.scriptgen/scriptgen.db` in its folder, or the Postgres at `DATABASE_URL`. */
export interface Place {
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The storage of a project, opened when it is first needed. */
export interface LazyStorage {
  /** Whether anything is kept there yet. */
  exists(): boolean;
  open(): Promise<Storage>;
  close(): Promise<void>;
}

/** Open storage on first use, so that a mistyped command leaves no empty database behind. */
export function lazyStorage({ file, env }: Place): LazyStorage {
  const url = env['DATABASE_URL'];
  let opened: Promise<Storage> | undefined;
  const open = (): Promise<Storage> => {
    opened ??= (url === undefined || url === '' ? openSqlite(file) : openPostgresAt(url))
      .then(withLabels)
      .then(withFindableEdits);
    return opened;
  };
  return {
    exists: () => opened !== undefined || Boolean(url) || existsSync(file),
    open,
    close: async () => (await opened)?.close(),
  };
}

async function openPostgresAt(url: string): Promise<Storage> {
  const { openPostgres } = await import('../storage/postgres/index.ts');
  return openPostgres(url);
}
