import type { Outline } from '../card.ts';
import { cardIn, withCards } from './change-card.ts';

/**
 * An outline without a card. What names it (scenes that follow from it, facts that begin in it) goes on naming it: so
 * bringing it back makes all true again, and until then the checks tell of each.
 */
export function removeCard(outline: Outline, id: string): Outline {
  const card = cardIn(outline, id);
  return withCards(
    outline,
    outline.cards.filter((one) => one !== card),
  );
}
