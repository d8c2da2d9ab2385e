import type { CardWrite, PlacedCard } from '../bibles/index.ts';
import { canonicalJson, ScriptGenError, toJson } from '../core/index.ts';
import type { Writing } from './change-sets.ts';
import { positionBetween } from './position.ts';
import { insertVersion, lastVersion, movedOn } from './records.ts';
import { keepCard } from './search/keep.ts';
import type { Tables } from './tables.ts';

/**
 * Write a version of a card: change it, put it somewhere else, take it out, or put a new one in. Nothing is written when
 * it would say what it says, where it stands.
 *
 * @returns whether it was written.
 * @throws ScriptGenError `markup/conflict` when it is not in the version that was read, `scene/not-found` for a card to
 * stand behind that is not there.
 */
export async function writeCard(
  { trx, index, set }: Writing,
  { id, expected, card, after, position, place }: CardWrite & { readonly place: number },
): Promise<boolean> {
  const { script } = set;
  const { version: head, document: before } = await lastVersion(trx, script, { kind: 'card', id });
  if (head !== expected) throw movedOn({ kind: 'card', id, expected }, head);
  const placed = before as PlacedCard | null; // the store wrote it
  const rows = await trx.selectFrom('cards').select(['id', 'position']).where('script', '=', script).execute();
  const others = rows.filter((row) => row.id !== id).toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const at =
    position === undefined ? placeFor(others, { id, own: placed?.position, after }) : freePlace(others, position);
  const made = card === null ? undefined : { ...card, id, version: head + 1 };
  if (isSame(placed, made && { position: at, card: toJson({ ...made, version: head }) })) return false;

  const document = made === undefined ? null : toJson({ position: at, card: made });
  await insertVersion(trx, set, { kind: 'card', id, version: head + 1, document, place });
  await trx.deleteFrom('cards').where('script', '=', script).where('id', '=', id).execute();
  if (made !== undefined)
    await trx
      .insertInto('cards')
      .values({ script, id, position: at, version: made.version, document: JSON.stringify(made) })
      .execute();
  await keepCard(trx, index, { script, id, card: made });
  return true;
}

type Standing = Pick<Tables['cards'], 'id' | 'position'>;

function isSame(before: PlacedCard | null, now: PlacedCard | undefined): boolean {
  return canonicalJson(before) === canonicalJson(now ?? null);
}

function placeFor(
  others: readonly Standing[],
  {
    id,
    own,
    after,
  }: { readonly id: string; readonly own: string | undefined; readonly after: string | null | undefined },
): string {
  if (after === undefined || after === id) return own ?? positionBetween(others.at(-1)?.position);
  const at = others.findIndex((row) => row.id === after);
  if (at < 0 && after !== null)
    throw new ScriptGenError({
      code: 'scene/not-found',
      message: `There is no scene ${after} to stand behind.`,
      hint: 'Read the outline again: it may have been taken out.',
    });
  const [before, next] = [others[at]?.position, others[at + 1]?.position];
  const stands = own !== undefined && (before ?? '') < own && (next === undefined || own < next);
  return stands ? own : positionBetween(before, next);
}

/** A place that was left, or one right behind whoever has it now. */
function freePlace(others: readonly Standing[], position: string): string {
  const taken = others.findLastIndex((row) => row.position === position);
  return taken < 0 ? position : positionBetween(position, others[taken + 1]?.position);
}
