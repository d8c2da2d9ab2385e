import { wordsOf } from '../screenplay/index.ts';

/** Common English words without which hardly a page goes. */
const COMMON = new Set(
  'the a and of to in is it that he she you i his her on at with for not as be was are'.split(' '),
);

/** Half of what English scripts have of such words; other languages written in Latin letters have under a tenth. */
const LEAST = 0.15;

/** Whether a text is English, as far as its commonest words tell: the norms of `measure` are of English films alone. */
export function isEnglish(text: string): boolean {
  const words = wordsOf(text);
  return words.filter((word) => COMMON.has(word)).length >= LEAST * words.length;
}
