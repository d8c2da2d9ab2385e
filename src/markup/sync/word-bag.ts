import { type Block, blockText, plainText, wordsOf } from '../../screenplay/index.ts';

/** How often each stretch of words stands in a text, by the stretch's number. */
export interface WordBag {
  readonly counts: ReadonlyMap<number, number>;
  /** How many stretches there are in all. */
  readonly size: number;
}

/** So many words in a row tell a text: fewer stand everywhere, more are lost with every word that is changed. */
const STRETCH = 3;

/** Gives equal stretches of words equal numbers, over all the texts that are compared. */
export type Numbers = Map<string, number>;

/** The stretches of words that blocks are made of, without regard to case and marks; a shorter block is one of its own. */
export function wordBag(blocks: readonly Block[], numbers: Numbers): WordBag {
  const counts = new Map<number, number>();
  let size = 0;
  for (const block of blocks) {
    const words = wordsOf(plainText(blockText(block)).toLowerCase());
    const last = Math.max(0, words.length - STRETCH);
    if (words.length === 0) continue;
    for (let at = 0; at <= last; at += 1) {
      const number = numberOf(words.slice(at, at + STRETCH).join(' '), numbers);
      counts.set(number, (counts.get(number) ?? 0) + 1);
      size += 1;
    }
  }
  return { counts, size };
}

function numberOf(stretch: string, numbers: Numbers): number {
  const known = numbers.get(stretch) ?? numbers.size;
  numbers.set(stretch, known);
  return known;
}

/** How much a bag holds, every stretch counting by its weight. */
export function weightOf({ counts }: WordBag, weights: Float64Array): number {
  let sum = 0;
  for (const [number, count] of counts) sum += count * (weights[number] ?? 0);
  return sum;
}

/**
 * How much two bags share, by weight.
 *
 * @param taken What of the second stands for something else already.
 */
export function sharedWeight(a: WordBag, b: WordBag, weights: Float64Array, taken?: WordBag): number {
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let sum = 0;
  for (const number of few.counts.keys()) {
    if (!many.counts.has(number)) continue;
    const left = (b.counts.get(number) ?? 0) - (taken?.counts.get(number) ?? 0);
    sum += Math.max(0, Math.min(a.counts.get(number) ?? 0, left)) * (weights[number] ?? 0);
  }
  return sum;
}

/** What a stretch counts: the less, the more scenes it stands in. */
export function weightsOf(bags: readonly WordBag[], count: number): Float64Array {
  const weights = new Float64Array(count);
  for (const { counts } of bags) for (const number of counts.keys()) weights[number] = (weights[number] ?? 0) + 1;
  return weights.map((scenes) => (scenes === 0 ? 1 : 1 / scenes));
}
