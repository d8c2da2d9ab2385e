import { canonicalJson, toJson } from '../../core/index.ts';
import type { Outline, SceneCard } from '../card.ts';
import type { CardWrite } from '../store.ts';

/**
 * What is to be written so that one outline becomes another: a version of each card that says something else, stands
 * somewhere else, is new, or is gone, and of no other card. As few as can be are moved.
 */
export function cardWrites(before: Outline, after: Outline): readonly CardWrite[] {
  const old = new Map(before.cards.map((card, place) => [card.id, { card, place }]));
  const now = new Set(after.cards.map(({ id }) => id));
  const gone = before.cards
    .filter(({ id }) => !now.has(id))
    .map(({ id, version }): CardWrite => ({ type: 'card', id, expected: version, card: null }));
  const stays = staying(after.cards.flatMap(({ id }) => old.get(id)?.place ?? []));
  const written = after.cards.flatMap((card, place): readonly CardWrite[] => {
    const was = old.get(card.id);
    const write = { type: 'card', id: card.id, expected: was?.card.version ?? 0, card } as const;
    if (was === undefined || !stays.has(was.place)) return [{ ...write, after: after.cards[place - 1]?.id ?? null }];
    return saysSame(was.card, card) ? [] : [write];
  });
  return [...gone, ...written];
}

/** Whether two cards say the same, whatever their versions. */
function saysSame(one: SceneCard, other: SceneCard): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf({ version: _, ...card }: SceneCard): string {
  return canonicalJson(toJson(card));
}

/** Of old places in their new order, a longest run that still goes up: those cards need not be moved. */
function staying(places: readonly number[]): ReadonlySet<number> {
  const best: { readonly place: number; readonly length: number; readonly before: number }[] = [];
  for (const [at, place] of places.entries()) {
    let [length, before] = [1, -1];
    for (let one = 0; one < at; one += 1) {
      const earlier = best[one];
      if (earlier !== undefined && earlier.place < place && earlier.length >= length)
        [length, before] = [earlier.length + 1, one];
    }
    best.push({ place, length, before });
  }
  const kept = new Set<number>();
  const longest = Math.max(0, ...best.map(({ length }) => length));
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.before ?? -1)
    kept.add(best[at]?.place ?? -1);
  return kept;
}
