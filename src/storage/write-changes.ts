import type { Transaction } from 'kysely';
import {
  branchName,
  type ChangeSetWrite,
  type Entry,
  type SourceWrite,
  storedId,
  type Written,
} from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import { insertChangeSet, newChangeSet } from './change-sets.ts';
import { createEntries } from './create-entries.ts';
import { writeRecord } from './records.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Tables } from './tables.ts';
import { updateEntry } from './update-entry.ts';
import { writeCard } from './write-card.ts';

/**
 * Write a set of changes: new entries first, then the rest in its order. The caller keeps other writers of the script
 * out. Errors as in `BibleStore.write`, and `script/not-found`.
 */
export async function writeChanges(
  trx: Transaction<Tables>,
  index: SearchIndex,
  changes: ChangeSetWrite & { readonly time: string },
): Promise<Written> {
  const { script, author, reason, merge = false, time, undoes } = changes;
  const found = await trx.selectFrom('scripts').select('slug').where('id', '=', script).executeTakeFirst();
  if (!found) throw noScript(script);
  const isBranch = branchName(found) !== undefined;
  const writes = isBranch ? changes.writes.map((write) => keptIn(script, write)) : changes.writes;
  const set = newChangeSet({ script, author, reason, time, undoes });
  const heads = new Map<number, Entry>();
  const creations = writes.flatMap((write, place) => (write.type === 'create' ? [{ entry: write.entry, place }] : []));
  const made = await createEntries({ trx, index, set }, creations);
  for (const [at, { place }] of creations.entries()) {
    const entry = made[at];
    if (entry !== undefined) heads.set(place, entry);
  }
  let count = made.length;
  for (const [place, write] of writes.entries()) {
    if (write.type === 'create') continue;
    if (write.type === 'card') {
      if (await writeCard({ trx, index, set }, { ...write, place })) count += 1;
    } else if (write.type === 'record') {
      if (await writeRecord(trx, set, { ...write, place })) count += 1;
    } else {
      const { entry, isNew } = await updateEntry({ trx, index, set }, { ...write, merge, place, author });
      heads.set(place, entry);
      if (isNew) count += 1;
    }
  }
  const entries = writes.flatMap((_, place) => heads.get(place) ?? []);
  if (count === 0) return { entries };
  await insertChangeSet(trx, set);
  return { changeSet: set.id, entries };
}

/** A write with the id under which a branch keeps the entry. */
function keptIn(branch: string, write: SourceWrite): SourceWrite {
  if (write.type === 'create') return { ...write, entry: { ...write.entry, id: storedId(write.entry.id, branch) } };
  return write.type === 'update' ? { ...write, id: storedId(write.id, branch) } : write;
}

function noScript(id: string): ScriptGenError {
  return new ScriptGenError({
    code: 'script/not-found',
    message: `There is no script with the id ${id}.`,
    hint: 'List the scripts to see their ids.',
  });
}
