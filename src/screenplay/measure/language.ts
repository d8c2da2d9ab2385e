import { countEach, mean, rate } from './statistics.ts';
import { countSentences, countSyllables, wordsOf } from './words.ts';

/** The window of {@link movingVariety}, in words. */
const WINDOW = 500;

/** The mean share of different words in every window of 500 words that follow one another (MATTR); `null` below 500 words. One pass. */
export function movingVariety(words: readonly string[]): number | null {
  if (words.length < WINDOW) return null;
  const inside = new Map<string, number>();
  let sum = 0;
  for (const [index, word] of words.entries()) {
    inside.set(word, (inside.get(word) ?? 0) + 1);
    const gone = words[index - WINDOW];
    if (gone !== undefined) {
      const left = (inside.get(gone) ?? 1) - 1;
      if (left === 0) inside.delete(gone);
      else inside.set(gone, left);
    }
    if (index >= WINDOW - 1) sum += inside.size;
  }
  return sum / WINDOW / (words.length - WINDOW + 1);
}

/** The share of the runs of four words that stand `times` times or more in the text; `null` of fewer than four words. */
export function repeatedRuns(words: readonly string[], times: number): number | null {
  const runs = words.slice(3).map((word, index) => `${words.slice(index, index + 3).join(' ')} ${word}`);
  const counts = countEach(runs);
  return rate(runs.filter((run) => (counts.get(run) ?? 0) >= times).length, runs.length);
}

/** The reading grade of some texts together (Flesch and Kincaid, 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59; `null` without words. */
export function readingGrade(
  texts: readonly { readonly text: string; readonly words: readonly string[] }[],
): number | null {
  const words = texts.flatMap((item) => item.words);
  const sentences = texts.reduce((sum, { text }) => sum + countSentences(text), 0);
  const syllables = mean(words.map(countSyllables));
  return syllables === null || sentences === 0 ? null : 0.39 * (words.length / sentences) + 11.8 * syllables - 15.59;
}

const NOT_BUT = /\bnot\b[^.!?;:\n]{1,60}?\bbut\b/g;
const IS_NOT_IS =
  /\b(?:is|are|was|were)(?:n't| not)\b[^.!?;:\n]{1,60}[.,;:–—-] ?(?:it|he|she|they|that|this|these|those)(?:'s|'re| is| are| was| were)\b/g;

/** How often a plain text says `not this but that`, or `this isn't so, it's so`. */
export function countNotBut(text: string): number {
  const plain = text.toLowerCase().replaceAll('’', "'");
  return (plain.match(NOT_BUT)?.length ?? 0) + (plain.match(IS_NOT_IS)?.length ?? 0);
}

/** Words in -ly that are no adverbs of manner, or none at all. */
const NO_ADVERBS: ReadonlySet<string> = new Set(
  wordsOf(
    'only family early reply apply supply imply comply multiply rely ally july italy belly jelly bully rally tally lily ' +
      'ugly holy silly hilly daily weekly monthly yearly lovely lonely friendly elderly deadly ghostly ' +
      'butterfly dragonfly assembly anomaly monopoly fly',
  ),
);

/** Whether a word of small letters looks like an English adverb in -ly: five letters or more, and none of the common others in -ly. */
export function isLyAdverb(word: string): boolean {
  return word.length >= 5 && word.endsWith('ly') && !NO_ADVERBS.has(word);
}
