import { wordsOf } from './words.ts';

/** Words that must stand next to each other in this order. */
export interface Term {
  readonly words: readonly string[];
  /** Whether the last word may go on: `ligh` finds `lighthouse`. */
  readonly prefix: boolean;
}

/** More is cut off: nobody types it. */
const MOST_LETTERS = 500;
const MOST_TERMS = 20;

/** Fewer letters begin too many words for an answer that means anything. */
const FEWEST_BEGUN = 3;

const PART = /"([^"]*)"?|[^\s"]+/gu;

/**
 * Read what somebody looks for: words, all of which must be found, and phrases in quotes. The last word is a beginning,
 * as it may still be being typed, if it has three letters. Everything else is taken literally, so there is no wrong query.
 */
export function parseQuery(query: string): readonly Term[] {
  const plain = query.slice(0, MOST_LETTERS).replaceAll(/[“”„«»]/gu, '"');
  const parts = Array.from(plain.matchAll(PART), ([all, quoted]) => ({
    words: wordsOf(quoted ?? all).map(({ word }) => word),
    isQuoted: quoted !== undefined,
  }));
  const terms = parts.filter(({ words }) => words.length > 0).slice(0, MOST_TERMS);
  return terms.map(({ words, isQuoted }, index) => {
    const isLong = [...(words.at(-1) ?? '')].length >= FEWEST_BEGUN;
    return { words, prefix: isLong && !isQuoted && index === terms.length - 1 };
  });
}

/** Where a term stands in words, as the indexes of its first and last word. */
export function findTerm(
  { words: wanted, prefix }: Term,
  words: readonly { readonly word: string }[],
): readonly (readonly [first: number, last: number])[] {
  const found: (readonly [number, number])[] = [];
  const end = wanted.length - 1;
  for (let at = 0; at + end < words.length; at += 1) {
    const stands = wanted.every((one, index) => {
      const word = words[at + index]?.word ?? '';
      return prefix && index === end ? word.startsWith(one) : word === one;
    });
    if (stands) found.push([at, at + end]);
  }
  return found;
}
