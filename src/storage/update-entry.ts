import type { Transaction } from 'kysely';
import type { Entry, EntryWrite } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import type { Tables } from './tables.ts';
import { entryOf, HEAD_COLUMNS, hashContent, nextVersion, readHead, versionRow } from './versions.ts';

/** Add a version to an entry, unless it would say what the head says. Errors as in `BibleStore.updateEntry`. */
export async function updateEntry(trx: Transaction<Tables>, write: EntryWrite, time: string): Promise<Entry> {
  const entry = await trx.selectFrom('entries').select(['kind', 'head']).where('id', '=', write.id).executeTakeFirst();
  if (!entry) throw notFound(write.id);
  if (entry.head !== write.expected) throw conflict(write, entry.head);
  const row = await trx
    .selectFrom('entry_versions')
    .select(HEAD_COLUMNS)
    .where('entry', '=', write.id)
    .where('version', '=', entry.head)
    .executeTakeFirstOrThrow();
  const head = readHead(row);
  const content = { name: write.name, document: write.document };
  if (hashContent(content) === head.contentHash) return entryOf(write.id, entry.kind, head);

  const next = nextVersion(content, head);
  const moved = await trx
    .updateTable('entries')
    .set({ head: next.version })
    .where('id', '=', write.id)
    .where('head', '=', write.expected)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw conflict(write, next.version);
  await trx
    .insertInto('entry_versions')
    .values(versionRow(next, { ...write, time }))
    .execute();
  return entryOf(write.id, entry.kind, next);
}

function notFound(id: string): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/not-found',
    message: `No bible entry has the id ${id}.`,
    hint: 'List the entries of the script to see their ids.',
  });
}

function conflict({ name, expected }: EntryWrite, head: number): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/conflict',
    message: `"${name}" was changed meanwhile: it is at version ${head}, the edit was made on version ${expected}.`,
    hint: 'Load it again and repeat the edit.',
  });
}
