import type { Places } from './places.ts';
import type { SceneTexts, SceneWords } from './scene-texts.ts';

/**
 * Join what the text did not tell: scenes that were written anew, or have no text. Where both neighbours are left, the same
 * place is enough; elsewhere the whole heading, beside one neighbour that is left; a heading without a text anywhere.
 *
 * @param merged Scenes before whose text stands in another.
 */
export function joinByHeading(places: Places, { before, after }: SceneTexts, merged: ReadonlySet<number>): void {
  const tries: readonly ((old: SceneWords, now: SceneWords, neighbours: number) => boolean)[] = [
    (old, now, neighbours) => neighbours > 0 && old.heading === now.heading,
    (old, now, neighbours) => neighbours === 2 && old.place === now.place && old.place !== '',
    (old, now) => old.heading === now.heading && old.bag.size === 0 && now.bag.size === 0,
  ];
  for (const isSame of tries) {
    for (const to of places.openAfter) {
      const now = after[to];
      const from = places.openBefore.find((at) => {
        const old = before[at];
        if (old === undefined || now === undefined || merged.has(at)) return false;
        return isSame(old, now, neighboursOf(places, at, to, before.length, after.length));
      });
      if (from !== undefined) places.join(from, to);
    }
  }
}

/** How many neighbours of two scenes are the same; the ends of the script are neighbours, too. */
function neighboursOf(places: Places, from: number, to: number, before: number, after: number): number {
  const isSameBefore = from === 0 ? to === 0 : to > 0 && places.afterOf(from - 1) === to - 1;
  const isSameAfter = from === before - 1 ? to === after - 1 : to < after - 1 && places.afterOf(from + 1) === to + 1;
  return Number(isSameBefore) + Number(isSameAfter);
}
