import type { Places } from './places.ts';
import type { SceneTexts } from './scene-texts.ts';
import { sharedWeight } from './word-bag.ts';

/** A scene before and one after that share words. */
interface Pair {
  readonly from: number;
  readonly to: number;
  /** Of the text before, how much stands in the scene after; of the text after, how much is from the scene before: 0 to 2 together. */
  readonly score: number;
  readonly sameHeading: boolean;
}

/** A stretch of words in more scenes than this leads to none of them. */
const MOST_SCENES = 8;
/** Scenes that share so much of either text are one. */
const ENOUGH = 0.3;
/** With so little of the old text left, what is left is no proof. */
const LEAST = 0.1;
/** With the same heading, less of both together will do. */
const ENOUGH_HEADED = 0.1;

/** Join the scenes that share most, the best pairs first. */
export function joinByText(places: Places, texts: SceneTexts): void {
  const pairs = pairsOf(texts).toSorted((a, b) => compare(a, b, texts));
  for (const { from, to } of pairs) {
    if (places.afterOf(from) < 0 && places.beforeOf(to) < 0) places.join(from, to);
  }
}

/** Better pairs first: by what they share, by heading, by what stands before them, by how far they are apart. */
function compare(a: Pair, b: Pair, { before, after }: SceneTexts): number {
  if (Math.abs(a.score - b.score) > 1e-6) return b.score - a.score;
  if (a.sameHeading !== b.sameHeading) return a.sameHeading ? -1 : 1;
  const follows = ({ from, to }: Pair): number => Number(before[from - 1]?.heading === after[to - 1]?.heading);
  return follows(b) - follows(a) || Math.abs(a.from - a.to) - Math.abs(b.from - b.to);
}

function pairsOf({ before, after, weights }: SceneTexts): readonly Pair[] {
  const scenesWith = new Map<number, number[]>();
  for (const [at, { bag }] of before.entries()) {
    for (const number of bag.counts.keys()) {
      const scenes = scenesWith.get(number) ?? [];
      scenes.push(at);
      scenesWith.set(number, scenes);
    }
  }
  return after.flatMap((now, to) => {
    const near = new Set<number>();
    for (const number of now.bag.counts.keys()) {
      const scenes = scenesWith.get(number) ?? [];
      if (scenes.length <= MOST_SCENES) for (const from of scenes) near.add(from);
    }
    return [...near].flatMap((from): readonly Pair[] => {
      const old = before[from];
      if (old === undefined) return [];
      const shared = sharedWeight(old.bag, now.bag, weights);
      const share = shared / old.weight;
      const part = shared / now.weight;
      const sameHeading = old.heading === now.heading;
      const isSame =
        share >= ENOUGH || (part >= ENOUGH && share >= LEAST) || (sameHeading && share + part >= ENOUGH_HEADED);
      return isSame ? [{ from, to, score: share + part, sameHeading }] : [];
    });
  });
}
