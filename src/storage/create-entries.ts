import type { Transaction } from 'kysely';
import { contentOf, type Entry, type NewEntry, nextVersion } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import type { Writing } from './change-sets.ts';
import { chunks } from './chunks.ts';
import { entryRows } from './search/keep.ts';
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
  { trx, index, set }: Writing,
  creations: readonly Creation[],
): Promise<readonly Entry[]> {
  if (creations.length === 0) return [];
  const start = await nextPlace(trx, set.script);
  const made = creations.map(({ entry, place }, at) => {
    const { id, kind, overrides = null } = entry;
    const head = nextVersion(contentOf(entry));
    const row = { id, script: set.script, kind, seq: start + at, head: 1, state: head.state, overrides };
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
    const taken = part.find(({ id }, at) => !ids.has(id) || part.findIndex((row) => row.id === id) < at);
    if (inserted.length < part.length) throw conflict(taken?.id ?? '');
  }
  for (const rows of chunks(made.map(({ version }) => version)))
    await trx.insertInto('entry_versions').values(rows).execute();
  const entries = made.map(({ entry }) => entry);
  const texts = entries.flatMap((entry) => entryRows({ script: set.script, id: entry.id, version: 1, content: entry }));
  await index.insert(trx, texts);
  return entries;
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
