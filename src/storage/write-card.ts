import type { Transaction } from 'kysely';
import type { CardWrite, SceneCard } from '../bibles/index.ts';
import { type Json, ScriptGenError } from '../core/index.ts';
import type { Writing } from './change-sets.ts';
import { readJson } from './json-column.ts';
import { positionBetween } from './position.ts';
import { insertVersion, movedOn } from './records.ts';
import { cardRows } from './search/keep.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Tables } from './tables.ts';

/**
 * Write a version of a card: change it, put it somewhere else, take it out, or put a new one in. The version that it had
 * when it was planned is written down with its first change.
 *
 * @throws ScriptGenError `markup/conflict` when it is not in the version that was read, `scene/not-found` for a card to
 * stand behind that is not there.
 */
export async function writeCard(
  { trx, index, set }: Writing,
  { id, expected, card, after, position, place }: CardWrite & { readonly place: number },
): Promise<void> {
  const { script } = set;
  const cards = await trx
    .selectFrom('cards')
    .select(['id', 'position', 'version', 'document'])
    .where('script', '=', script)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const old = cards.find((row) => row.id === id);
  const kept = await lastVersion(trx, script, id);
  const head = old?.version ?? kept;
  if (head !== expected) throw movedOn({ kind: 'card', id, expected }, head);
  if (old !== undefined && kept < head) await insertPlanned(trx, script, old);
  const version = head + 1;
  const others = cards.filter((row) => row.id !== id);
  const at = position === undefined ? placeFor(others, old?.position, after) : freePlace(others, position);
  const made: SceneCard | undefined = card === null ? undefined : { ...card, id, version };
  const document: Json | null =
    made === undefined ? null : { position: at, card: JSON.parse(JSON.stringify(made)) as Json };
  await insertVersion(trx, set, { kind: 'card', id, version, document, place });
  await trx.deleteFrom('cards').where('script', '=', script).where('id', '=', id).execute();
  if (made !== undefined)
    await trx
      .insertInto('cards')
      .values({ script, id, position: at, version, document: JSON.stringify(made) })
      .execute();
  await keepCard(trx, index, { script, id, card: made });
}

type CardRow = Pick<Tables['cards'], 'id' | 'position' | 'version' | 'document'>;

async function lastVersion(trx: Transaction<Tables>, script: string, id: string): Promise<number> {
  const row = await trx
    .selectFrom('record_versions')
    .select((is) => is.fn.max('version').as('version'))
    .where('script', '=', script)
    .where('kind', '=', 'card')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Write down how a card was before its first change, in the change set that made the script. */
async function insertPlanned(trx: Transaction<Tables>, script: string, row: CardRow): Promise<void> {
  const first = await trx
    .selectFrom('change_sets')
    .select('id')
    .where('script', '=', script)
    .orderBy('seq')
    .executeTakeFirst();
  const { id, version, position } = row;
  const document = { position, card: readJson<Json>(row.document) };
  await insertVersion(trx, { script, id: first?.id ?? '' }, { kind: 'card', id, version, document, place: -1 });
}

function placeFor(others: readonly CardRow[], own: string | undefined, after: string | null | undefined): string {
  if (after === undefined) return own ?? positionBetween(others.at(-1)?.position);
  if (after === null) return positionBetween('', others[0]?.position);
  const at = others.findIndex(({ id }) => id === after);
  if (at < 0)
    throw new ScriptGenError({ code: 'scene/not-found', message: `There is no scene ${after} to stand behind.` });
  return positionBetween(others[at]?.position, others[at + 1]?.position);
}

/** A place that was left, or one right behind whoever has it now. */
function freePlace(others: readonly CardRow[], position: string): string {
  const taken = others.findLastIndex((row) => row.position === position);
  return taken < 0 ? position : positionBetween(position, others[taken + 1]?.position);
}

/** Let a card be found by its new words, and no more by its old ones. */
async function keepCard(
  trx: Transaction<Tables>,
  index: SearchIndex,
  { script, id, card }: { readonly script: string; readonly id: string; readonly card: SceneCard | undefined },
): Promise<void> {
  const old = await trx
    .selectFrom('texts')
    .select('id')
    .where('source', '=', id)
    .where('place', '=', 'card')
    .where('script', '=', script)
    .execute();
  if (old.length > 0)
    await index.remove(
      trx,
      old.map((row) => row.id),
    );
  if (card !== undefined) await index.insert(trx, cardRows(script, card));
}
