import type { Transaction } from 'kysely';
import { contentOf, type Entry, type NewEntry, nextVersion } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import type { NewChangeSet } from './change-sets.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './tables.ts';
import { entryOf, versionRow } from './versions.ts';

/** An entry that a change set makes. */
export interface Creation {
  readonly entry: NewEntry;
  /** Order within the change set. */
  readonly place: number;
}

/**
 * Insert entries with their first versions, after those that the script has.
 *
 * @throws ScriptGenError `bible/conflict` when an id is taken.
 */
export async function createEntries(
  trx: Transaction<Tables>,
  creations: readonly Creation[],
  set: NewChangeSet,
): Promise<readonly Entry[]> {
  if (creations.length === 0) return [];
  const start = await nextPlace(trx, set.script);
  const made = creations.map(({ entry, place }, index) => {
    const { id, kind, overrides = null } = entry;
    const head = nextVersion(contentOf(entry));
    const row = { id, script: set.script, kind, seq: start + index, head: 1, state: head.state, overrides };
    return { row, version: versionRow(head, { entry: id, place, set }), entry: entryOf(row, head) };
  });
  for (const part of chunks(made.map(({ row }) => row))) {
    const inserted = await trx
      .insertInto('entries')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    const ids = new Set(inserted.map(({ id }) => id));
    const taken = part.find(({ id }, index) => !ids.has(id) || part.findIndex((row) => row.id === id) < index);
    if (inserted.length < part.length) throw conflict(taken?.id ?? '');
  }
  for (const rows of chunks(made.map(({ version }) => version)))
    await trx.insertInto('entry_versions').values(rows).execute();
  return made.map(({ entry }) => entry);
}

async function nextPlace(trx: Transaction<Tables>, script: string): Promise<number> {
  const last = await trx
    .selectFrom('entries')
    .select((is) => is.fn.max('seq').as('seq'))
    .where('script', '=', script)
    .executeTakeFirst();
  return (last?.seq ?? -1) + 1;
}

function conflict(id: string): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/conflict',
    message: `There is a bible entry with the id ${id} already.`,
    hint: 'Update that one, or give the new entry another id.',
  });
}
