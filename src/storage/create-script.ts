import type { Transaction } from 'kysely';
import type { Author, NewEntry, Outline, Script } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import { insertChangeSet, newChangeSet } from './change-sets.ts';
import { chunks } from './chunks.ts';
import { createEntries } from './create-entries.ts';
import { positions } from './position.ts';
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
  await insertEntries(trx, index, made);
  await insertCards(trx, index, made);
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

async function insertEntries(
  trx: Transaction<Tables>,
  index: SearchIndex,
  { script, entries, author, time }: NewScript,
): Promise<void> {
  if (entries.length === 0) return;
  const set = newChangeSet({ script: script.id, author, reason: 'created', time });
  const creations = entries.map((entry, place) => ({ entry, place }));
  await createEntries({ trx, index, set }, creations);
  await insertChangeSet(trx, set);
}

async function insertCards(
  trx: Transaction<Tables>,
  index: SearchIndex,
  { script, outline }: NewScript,
): Promise<void> {
  const places = positions(outline.cards.length);
  const cards = outline.cards.map((card, at) => ({
    script: script.id,
    id: card.id,
    position: places[at] ?? '',
    version: card.version,
    document: JSON.stringify(card),
  }));
  for (const rows of chunks(cards)) await trx.insertInto('cards').values(rows).execute();
  await index.insert(
    trx,
    outline.cards.flatMap((card) => cardRows(script.id, card)),
  );
}
