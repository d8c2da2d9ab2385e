import { type Bible, type Entry, isKind } from '../entry.ts';
import { placeChain, type Scene } from '../stage.ts';

/**
 * Put what a scene is about into the order in which it is read: what many scenes have in common first, so that their
 * prompts begin alike and a provider's prefix cache serves them.
 *
 * The viewing character comes first, then the themes, which all scenes share, the people in the bible's order, the places
 * from the outermost in, and then what only this scene names. How many other scenes an entry stands in does not count:
 * a card that changes elsewhere would change the order here, and make this scene stale.
 */
export function inReadingOrder<T>(
  items: readonly T[],
  entryOf: (item: T) => Pick<Entry, 'id'>,
  { bible, scene, self }: { readonly bible: Bible; readonly scene: Scene; readonly self?: string },
): readonly T[] {
  const ids = (kind: 'theme' | 'character'): readonly string[] =>
    bible.entries.filter((entry) => isKind(entry, kind)).map(({ id }) => id);
  const places = placeChain(bible, scene.card.setting).toReversed();
  const order = [...(self === undefined ? [] : [self]), ...ids('theme'), ...ids('character'), ...places];
  const rank = new Map([...new Set(order)].map((id, place) => [id, place]));
  const rankOf = (item: T): number => rank.get(entryOf(item).id) ?? order.length;
  return items.toSorted((a, b) => rankOf(a) - rankOf(b));
}
