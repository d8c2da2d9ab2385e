import type { Transaction } from 'kysely';
import type { Author, NewEntry, Outline, Script } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import { insertChangeSet, newChangeSet, type Writing } from './change-sets.ts';
import { chunks } from './chunks.ts';
import { createEntries } from './create-entries.ts';
import { positions } from './position.ts';
import { plannedVersion } from './records.ts';
import { cardRows } from './search/keep.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Tables } from './tables.ts';

/** A developed script on its way into a database. */
interface NewScript {
  readonly script: Script;
  readonly entries: readonly NewEntry[];
  readonly outline: Outline;
  readonly author: Author;
  readonly time: string;
}

/**
 * Insert a script with its bible and outline, unless it is there already.
 *
 * @throws ScriptGenError `input/invalid` when another script has its slug.
 */
export async function createScript(trx: Transaction<Tables>, index: SearchIndex, made: NewScript): Promise<void> {
  if (!(await insertScript(trx, made))) return;
  await insertSources(trx, index, made);
}

async function insertScript(trx: Transaction<Tables>, { script, outline, time }: NewScript): Promise<boolean> {
  const { id, slug, title, logline, premise, format, scenes, parent = null } = script;
  const plan = outline.plan === undefined ? null : JSON.stringify(outline.plan);
  const last = await trx
    .selectFrom('scripts')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  const inserted = await trx
    .insertInto('scripts')
    .values({
      ...{ id, seq: (last?.seq ?? 0) + 1, slug, title, logline, premise, format, scenes, parent, plan },
      created: time,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return true;
  const same = await trx.selectFrom('scripts').select('id').where('id', '=', id).executeTakeFirst();
  if (same) return false;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `Another script is called "${slug}".`,
    hint: 'Give this one another title.',
  });
}

async function insertSources(
  trx: Transaction<Tables>,
  index: SearchIndex,
  { script, entries, outline, author, time }: NewScript,
): Promise<void> {
  if (entries.length + outline.cards.length === 0) return;
  const set = newChangeSet({ script: script.id, author, reason: 'created', time });
  const creations = entries.map((entry, place) => ({ entry, place }));
  await createEntries({ trx, index, set }, creations);
  await insertCards({ trx, index, set }, outline);
  await insertChangeSet(trx, set);
}

async function insertCards({ trx, index, set }: Writing, { cards }: Outline): Promise<void> {
  const { script } = set;
  const places = positions(cards.length);
  const rows = cards.map((card, at) => {
    const { id, version } = card;
    return { script, id, version, position: places[at] ?? '', document: JSON.stringify(card) };
  });
  const versions = rows.map((row) => plannedVersion(set, row));
  for (const part of chunks(rows)) await trx.insertInto('cards').values(part).execute();
  for (const part of chunks(versions)) await trx.insertInto('record_versions').values(part).execute();
  const texts = cards.flatMap((card) => cardRows(script, card));
  await index.insert(trx, texts);
}
