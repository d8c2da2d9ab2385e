import type { Outline, SceneCard } from '../card.ts';

/** A card by its id, or by its number as people write it: `9`, `scene 9`, `#9`. `undefined` for one that is not there. */
export function findCard({ cards }: Pick<Outline, 'cards'>, asked: string): SceneCard | undefined {
  const wanted = asked.trim().replace(/^(?:sc(?:ene)?\s+|#)/i, '');
  return cards.find(({ id }) => id === asked.trim()) ?? (/^\d+$/.test(wanted) ? cards[Number(wanted) - 1] : undefined);
}
