import type { SceneCard } from '../bibles/index.ts';
import type { FormatShape, SceneLength } from './format-shape.ts';

/** How many words a scene of each length is asked to have: what the writers of a scene are told. */
export const LENGTH_WORDS: Readonly<Record<SceneLength, { readonly from: number; readonly to: number }>> = {
  flash: { from: 30, to: 60 },
  short: { from: 80, to: 150 },
  standard: { from: 200, to: 350 },
  setPiece: { from: 400, to: 700 },
};

/** Words on a page: 21,900 words in a produced feature (the median of 77), at about 115 pages. */
const PAGE_WORDS = 190;

/** The words that a scene is likely to have: the middle of what its length asks for. */
export function expectedWords({ length }: Pick<SceneCard, 'length'>): number {
  const { from, to } = LENGTH_WORDS[length] ?? LENGTH_WORDS.standard;
  return (from + to) / 2;
}

/** The pages that scenes are likely to take, by their lengths. */
export function expectedPages(cards: readonly Pick<SceneCard, 'length'>[]): number {
  return cards.reduce((sum, card) => sum + expectedWords(card), 0) / PAGE_WORDS;
}

/**
 * The pages that a script of so many scenes is to have. Those of the format, as long as its scenes are about as many as
 * the format has; a script that was asked to be much shorter or longer is so in pages too.
 */
export function pageBudget({ pages, scenes }: Pick<FormatShape, 'pages' | 'scenes'>, count: number): number {
  if (count < scenes.from) return (pages.target * count) / scenes.from;
  return count > scenes.to ? (pages.target * count) / scenes.to : pages.target;
}
