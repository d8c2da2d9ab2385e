import type { Kysely } from 'kysely';
import type { BibleStore, Entry, Outline, SceneCard, Script } from '../bibles/index.ts';
import type { Parts } from './backend.ts';
import { createScript } from './create-script.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';
import { updateEntry } from './update-entry.ts';
import { entryOf, readHead, readVersion } from './versions.ts';

const SCRIPT_COLUMNS = ['id', 'slug', 'title', 'logline', 'premise', 'format', 'scenes'] as const;

/** Make the bible store of a database. */
export function createBibleStore({ db, write, lessee }: Parts): BibleStore {
  return {
    listScripts: () => db.selectFrom('scripts').select(SCRIPT_COLUMNS).orderBy('seq').orderBy('id').execute(),
    getScript: (idOrSlug) => getScript(db, idOrSlug),
    createScript: (script, entries, outline, author) =>
      write((trx) => createScript(trx, { script, entries, outline, author, time: lessee.now() })),
    loadBible: async (scriptId) => ({ entries: await loadEntries(db, scriptId) }),
    loadOutline: (scriptId) => loadOutline(db, scriptId),
    updateEntry: (change) => write((trx) => updateEntry(trx, change, lessee.now())),
    listVersions: async (entryId) => {
      const versions = db.selectFrom('entry_versions').selectAll().where('entry', '=', entryId);
      return (await versions.orderBy('version', 'desc').execute()).map(readVersion);
    },
  };
}

async function getScript(db: Kysely<Tables>, idOrSlug: string): Promise<Script | undefined> {
  const found = await db
    .selectFrom('scripts')
    .select(SCRIPT_COLUMNS)
    .where((is) => is.or([is('id', '=', idOrSlug), is('slug', '=', idOrSlug)]))
    .execute();
  return found.find(({ id }) => id === idOrSlug) ?? found[0];
}

async function loadEntries(db: Kysely<Tables>, scriptId: string): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .innerJoin('entry_versions', (join) =>
      join.onRef('entry_versions.entry', '=', 'entries.id').onRef('entry_versions.version', '=', 'entries.head'),
    )
    .select(['id', 'kind', 'version', 'name', 'document', 'content_hash', 'field_versions'])
    .where('script', '=', scriptId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => entryOf(row.id, row.kind, readHead(row)));
}

async function loadOutline(db: Kysely<Tables>, scriptId: string): Promise<Outline> {
  const rows = await db
    .selectFrom('cards')
    .select('document')
    .where('script', '=', scriptId)
    .orderBy('position')
    .execute();
  return { cards: rows.map(({ document }) => readJson<SceneCard>(document)) };
}
