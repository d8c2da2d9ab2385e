import type { Told } from './material.ts';

/** Finds the known names that some action mentions. */
export type MentionFinder = (told: readonly Told[]) => ReadonlySet<string>;

/**
 * Make a finder for names in action. A name (in capitals, without extensions) is mentioned where all its words stand
 * in its order, each with a capital first letter: `MARA`, `Mara`, `Old Tom` and `OLD TOM`, but no `old tom`. The longest name counts: `OLD TOM` mentions no `TOM`.
 */
export function mentionFinder(names: Iterable<string>): MentionFinder {
  const byWords = new Map<string, string[]>();
  const lengths = new Map<string, Set<number>>();
  for (const name of names) {
    const words = nameWords(name);
    const [first] = words;
    if (first === undefined || words.length > LONGEST) continue;
    const key = words.join(' ');
    byWords.set(key, [...(byWords.get(key) ?? []), name]);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(words.length));
  }
  const sorted = new Map([...lengths].map(([first, each]) => [first, [...each].toSorted((a, b) => b - a)]));
  return (told) => {
    const found = new Set<string>();
    for (const { text } of told) {
      // A word in small letters is part of no name.
      const words = nameWords(text).map((word) => (CAPITAL.test(word) ? word.toUpperCase() : ''));
      for (let at = 0; at < words.length; ) {
        const start = at;
        const length = sorted
          .get(words[start] ?? '')
          ?.find((count) => byWords.has(words.slice(start, start + count).join(' ')));
        for (const name of byWords.get(words.slice(start, start + (length ?? 0)).join(' ')) ?? []) found.add(name);
        at += length ?? 1;
      }
    }
    return found;
  };
}

/** Names of more words are not looked for. */
const LONGEST = 8;

/** Begins as a name does: with a capital, a figure, or a letter of a script without capitals. */
const CAPITAL = /^[\p{Lu}\p{N}\p{Lo}]/u;

function nameWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
