/** A word of a text in the form in which words are compared, and where it stands. */
export interface Word {
  readonly word: string;
  /** UTF-16 units from the text's beginning. */
  readonly from: number;
  readonly to: number;
}

/** Scripts that put no spaces between words: each of their letters is a word, and what is looked for a phrase. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;

/** The longest word that is indexed whole, in letters: Postgres takes 2,046 bytes at most. What is longer is cut. */
const LONGEST = 64;

const WORD = new RegExp(String.raw`${UNSPACED}\p{M}*|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}]){1,${LONGEST}}`, 'gu');
const ASCII_WORD = new RegExp(`[A-Za-z0-9]{1,${LONGEST}}`, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const ASCII = /^[\x00-\x7f]*$/;

/** Marks over letters that are not letters themselves: accents, Hebrew and Arabic points; not the vowels of Indic scripts. */
const ACCENT = /(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}]/gu;

/** The words of a text, without accents and case: `Łódź's` is `łodz` and `s`. A word may fold to several. */
export function wordsOf(text: string): readonly Word[] {
  if (ASCII.test(text)) return Array.from(text.matchAll(ASCII_WORD), (found) => placed(found, found[0].toLowerCase()));
  return Array.from(text.matchAll(WORD)).flatMap((found) =>
    ASCII.test(found[0])
      ? [placed(found, found[0].toLowerCase())]
      : Array.from(fold(found[0]).matchAll(WORD), ([word]) => placed(found, word)),
  );
}

function placed({ 0: { length }, index }: RegExpExecArray, word: string): Word {
  return { word, from: index, to: index + length };
}

/** Upper case first: it takes `ß` apart; and both forms of the Greek sigma become one. */
function fold(word: string): string {
  return word.normalize('NFKD').replaceAll(ACCENT, '').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
