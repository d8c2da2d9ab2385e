import type { Places } from './places.ts';
import type { SceneTexts, SceneWords } from './scene-texts.ts';
import { sharedWeight, wordBag } from './word-bag.ts';

/** So much of a scene's text must stand in another for it to have been joined to it. */
const ENOUGH = 0.5;

/**
 * Find the scenes whose text stands in another now: their indices, and those of the scenes after. The one whose heading
 * is left keeps its name, or else the one whose text comes first.
 */
export function findMerged(places: Places, texts: SceneTexts): ReadonlyMap<number, number> {
  const into = new Map<number, number>();
  for (const from of places.openBefore) {
    const to = bestPlace(places, texts, from);
    if (to >= 0) into.set(from, to);
  }
  for (const to of new Set(into.values())) {
    const now = texts.after[to];
    const group = [places.beforeOf(to), ...[...into].flatMap(([from, at]) => (at === to ? [from] : []))];
    const first = group
      .flatMap((from) => {
        const old = texts.before[from];
        if (old === undefined || now === undefined) return [];
        return [{ from, hasHeading: old.heading === now.heading, at: firstBlock(old, now, texts) }];
      })
      .toSorted((a, b) => Number(b.hasHeading) - Number(a.hasHeading) || a.at - b.at)[0];
    if (first === undefined) continue;
    places.join(first.from, to);
    for (const from of group) if (from !== first.from) into.set(from, to);
    into.delete(first.from);
  }
  return into;
}

/** The scene after that holds a scene's text beside its own; -1 for none. */
function bestPlace(places: Places, { before, after, weights }: SceneTexts, from: number): number {
  let best = -1;
  let most = ENOUGH;
  const old = before[from];
  if (old === undefined || old.weight === 0) return best;
  for (const [to, now] of after.entries()) {
    const own = before[places.beforeOf(to)];
    if (own === undefined) continue;
    const share = sharedWeight(old.bag, now.bag, weights, own.bag) / old.weight;
    if (share < most) continue;
    most = share;
    best = to;
  }
  return best;
}

/** Where the text of a scene begins in another, by block. */
function firstBlock(old: SceneWords, now: SceneWords, { numbers, weights }: SceneTexts): number {
  const at = now.scene.blocks.findIndex((block) => {
    const bag = wordBag([block], numbers);
    return bag.size > 0 && sharedWeight(bag, old.bag, weights) > 0 && has(old, bag.counts);
  });
  return at < 0 ? now.scene.blocks.length : at;
}

/** Whether most of a block's words are a scene's. */
function has({ bag }: SceneWords, counts: ReadonlyMap<number, number>): boolean {
  return [...counts.keys()].filter((number) => bag.counts.has(number)).length * 2 > counts.size;
}
