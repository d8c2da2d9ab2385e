import type { Transaction } from 'kysely';
import type { ChangeSetWrite, Entry, Written } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import { insertChangeSet, newChangeSet } from './change-sets.ts';
import { createEntries } from './create-entries.ts';
import type { Tables } from './tables.ts';
import { updateEntry } from './update-entry.ts';

/**
 * Write a set of changes: new entries first, then updates in their order. The caller keeps other writers of the script
 * out. Errors as in `BibleStore.write`, and `script/not-found`.
 */
export async function writeChanges(trx: Transaction<Tables>, changes: ChangeSetWrite, time: string): Promise<Written> {
  const { script, writes, author, reason, merge = false } = changes;
  const found = await trx.selectFrom('scripts').select('id').where('id', '=', script).executeTakeFirst();
  if (!found) throw noScript(script);
  const set = newChangeSet({ script, author, reason, time });
  const heads = new Map<number, Entry>();
  const creations = writes.flatMap((write, place) => (write.type === 'create' ? [{ entry: write.entry, place }] : []));
  const made = await createEntries(trx, creations, set);
  for (const [index, { place }] of creations.entries()) {
    const entry = made[index];
    if (entry !== undefined) heads.set(place, entry);
  }
  let count = made.length;
  for (const [place, write] of writes.entries()) {
    if (write.type === 'create') continue;
    const { entry, isNew } = await updateEntry(trx, { ...write, merge, place, author }, set);
    heads.set(place, entry);
    if (isNew) count += 1;
  }
  const entries = writes.flatMap((_, place) => heads.get(place) ?? []);
  if (count === 0) return { entries };
  await insertChangeSet(trx, set);
  return { changeSet: set.id, entries };
}

function noScript(id: string): ScriptGenError {
  return new ScriptGenError({
    code: 'script/not-found',
    message: `There is no script with the id ${id}.`,
    hint: 'List the scripts to see their ids.',
  });
}
