import type { Outline, SceneCard } from '../card.ts';

/**
 * A card by its id, or by its number as people write it: `9`, `scene 9`, `#10A`. Where numbers are locked, they alone count,
 * whatever place a scene has. `undefined` for one that is not there.
 */
export function findCard({ cards, labels }: Pick<Outline, 'cards' | 'labels'>, asked: string): SceneCard | undefined {
  const named = cards.find(({ id }) => id === asked.trim());
  if (named !== undefined) return named;
  const wanted = asked.trim().replace(/^(?:sc(?:ene)?\s+|#)/i, '');
  if (labels !== undefined) return cards.find(({ id }) => labels[id] === wanted.toUpperCase());
  return /^\d+$/.test(wanted) ? cards[Number(wanted) - 1] : undefined;
}
