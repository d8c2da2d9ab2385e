import { SLOP_TRIGRAMS } from './slop-trigrams.ts';
import { SLOP_WORDS } from './slop-words.ts';

/** Words and runs of three words that language models use far more often than people. */
interface SlopLists {
  readonly words: ReadonlySet<string>;
  readonly trigrams: ReadonlySet<string>;
}

let lists: SlopLists | undefined;

/** The lists are taken apart when they are first needed: most who load the library never measure. */
function slopLists(): SlopLists {
  lists ??= {
    words: new Set(SLOP_WORDS.split(/\s+/).filter((word) => word !== '')),
    trigrams: new Set(SLOP_TRIGRAMS.split(',').map((run) => run.trim().replace(/\s+/g, ' '))),
  };
  return lists;
}

/** The words of a text that are on slop-score's list of words. A possessive counts as its word, as there. */
export function slopWords(words: readonly string[]): readonly string[] {
  const list = slopLists().words;
  return words.map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word)).filter((word) => list.has(word));
}

/** The runs of three neighbouring words of a text that are on slop-score's list of trigrams. */
export function slopTrigrams(words: readonly string[]): readonly string[] {
  const list = slopLists().trigrams;
  return words
    .slice(2)
    .map((word, index) => `${words[index]} ${words[index + 1]} ${word}`)
    .filter((run) => list.has(run));
}
