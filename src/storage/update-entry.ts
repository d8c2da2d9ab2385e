import { type Author, checkLocks, type Entry, hashContent, nextVersion } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import type { Writing } from './change-sets.ts';
import { findHead } from './read-entries.ts';
import { reconcile, type Update } from './reconcile.ts';
import { keepHead } from './search/keep.ts';
import { entryOf, versionRow } from './versions.ts';

/** An update within a change set. */
export interface PlacedUpdate extends Update {
  readonly merge: boolean;
  /** Order within the change set. */
  readonly place: number;
  readonly author: Author;
}

/**
 * Add a version to an entry, unless it would say what the head says.
 *
 * @returns the head, and whether it is new.
 * @throws ScriptGenError as `BibleStore.write` says.
 */
export async function updateEntry(
  { trx, index, set }: Writing,
  update: PlacedUpdate,
): Promise<{ readonly entry: Entry; readonly isNew: boolean }> {
  const { id, place, author } = update;
  const found = await findHead(trx, id);
  if (found?.script !== set.script) throw notFound(id);
  const { entry, head } = found;
  const content = await reconcile(trx, update, head);
  checkLocks(head, content, author);
  if (hashContent(content) === head.contentHash) return { entry, isNew: false };

  const next = nextVersion(content, head);
  const row = versionRow(next, { entry: id, place, set });
  await trx.updateTable('entries').set({ head: next.version, state: next.state }).where('id', '=', id).execute();
  await trx.insertInto('entry_versions').values(row).execute();
  await keepHead(trx, index, { script: set.script, id, version: next.version, content });
  const { kind, overrides = null } = entry;
  return { entry: entryOf({ id, kind, overrides }, next), isNew: true };
}

function notFound(id: string): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/not-found',
    message: `No bible entry of this script has the id ${id}.`,
    hint: 'List the entries of the script to see their ids.',
  });
}
