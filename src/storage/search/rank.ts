import { findTerm, type Term } from './query.ts';
import { isName, type KeptText, type TextPlace } from './search-index.ts';
import { wordsOf } from './words.ts';

/** What is accepted stands before what was proposed, and both before what is past. */
const PLACE_SCORE: Readonly<Record<TextPlace, number>> = {
  ...{ entry: 100, card: 100, scene: 100, draft: 50, removed: 0, version: 0 },
};

/** The length of a text that counts neither for nor against it, in words. */
const USUAL_LENGTH = 40;

/**
 * How well a text answers. Within one place names go first, a name that is just what was asked before the others, then
 * aliases, then everything else: there the terms count by how often they stand, less each time and less in long texts,
 * as in BM25. (Its weights for rare words are left out: every text that is found has every word.)
 */
export function scoreOf({ place, field, text }: KeptText, terms: readonly Term[]): number {
  const words = wordsOf(text);
  const damping = 1.2 * (0.25 + (0.75 * words.length) / USUAL_LENGTH);
  const shares = terms.map((term) => {
    const times = findTerm(term, words).length;
    return times / (times + damping);
  });
  const share = shares.reduce((sum, one) => sum + one, 0) / terms.length;
  return PLACE_SCORE[place] + nameScore(field, words.length === lengthOf(terms)) + share;
}

function nameScore(field: string, isWhole: boolean): number {
  if (!isName(field)) return 0;
  return (field === 'name' ? 20 : 10) + (isWhole ? 5 : 0);
}

function lengthOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { words }) => sum + words.length, 0);
}

/** Best first; equally good ones in an order that is the same on every database. */
export function byScore(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    compare(a.row.place, b.row.place) ||
    compare(a.row.source, b.row.source) ||
    compare(a.row.field, b.row.field) ||
    b.row.version - a.row.version
  );
}

/** A text with its score. */
export interface Ranked {
  readonly row: KeptText;
  readonly score: number;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
