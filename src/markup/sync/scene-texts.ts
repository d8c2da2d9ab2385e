import { oneLine, plainText, readHeading } from '../../screenplay/index.ts';
import type { FileScene } from './file-scene.ts';
import { type Numbers, type WordBag, weightOf, weightsOf, wordBag } from './word-bag.ts';

/** A scene as it is compared. */
export interface SceneWords {
  readonly scene: FileScene;
  readonly bag: WordBag;
  /** What the bag weighs. */
  readonly weight: number;
  /** In capitals, on one line. */
  readonly heading: string;
  /** Of the heading, in capitals: where it plays. */
  readonly place: string;
}

/** Both sides of a comparison. */
export interface SceneTexts {
  readonly before: readonly SceneWords[];
  readonly after: readonly SceneWords[];
  /** What each stretch of words counts. */
  readonly weights: Float64Array;
  readonly numbers: Numbers;
}

/** Make scenes ready to be compared. */
export function sceneTexts(before: readonly FileScene[], after: readonly FileScene[]): SceneTexts {
  const numbers: Numbers = new Map();
  const bags = [before, after].map((scenes) => scenes.map(({ blocks }) => wordBag(blocks, numbers)));
  const [old = [], now = []] = bags;
  const weights = weightsOf(old, numbers.size);
  const wordsOf = (scene: FileScene, bag: WordBag): SceneWords => {
    const heading = oneLine(plainText(scene.heading.text)).toUpperCase();
    const { location, sublocations } = readHeading(heading);
    return { scene, bag, weight: weightOf(bag, weights), heading, place: [location, ...sublocations].join(' - ') };
  };
  return {
    before: old.flatMap((bag, at) => (before[at] === undefined ? [] : [wordsOf(before[at], bag)])),
    after: now.flatMap((bag, at) => (after[at] === undefined ? [] : [wordsOf(after[at], bag)])),
    ...{ weights, numbers },
  };
}
