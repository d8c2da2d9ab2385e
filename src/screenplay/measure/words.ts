const RUN = /[\p{L}\p{M}\p{N}]+(?:['’‐‑-][\p{L}\p{M}\p{N}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/**
 * The words of a plain text, in small letters, with straight apostrophes.
 *
 * A word is a run of letters and digits; an apostrophe or a hyphen inside belongs to it (`don't`, `half-open`).
 * Chinese and Japanese, written without spaces, count a word for each character.
 */
export function wordsOf(text: string): readonly string[] {
  const runs = text.toLowerCase().replaceAll('’', "'").match(RUN) ?? [];
  if (!UNSPACED.test(text)) return runs;
  return runs.flatMap((run): readonly string[] => run.match(PIECE) ?? []);
}

/** How many words a plain text has, as {@link wordsOf} finds them. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/** How many sentences a plain text has: what ends in `.`, `!`, `?` or an ellipsis, and what is left at the end. At least 1 when it has words. */
export function countSentences(text: string): number {
  return text.split(/[.!?…。！？]+(?=[\s"'”’»)\]]|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** How many syllables an English word has, about: its groups of vowels without a silent `e` at the end. */
export function countSyllables(word: string): number {
  const groups = word.match(/[aeiouyàâäáéèêëíîïóôöúùûü]+/g)?.length ?? 0;
  const silent = groups > 1 && /[^aeiouyl]e$|[^aeiouycghsxz]es$|[^aeiouytd]ed$/.test(word) ? 1 : 0;
  return Math.max(1, groups - silent);
}
