import type { Outline } from '../card.ts';
import { cardIn, withCards } from './change-card.ts';

/** An outline in which a card stands behind another one, or first where that is `null`. It says what it said. */
export function moveCard(outline: Outline, id: string, after: string | null): Outline {
  const card = cardIn(outline, id);
  if (after === id) return outline;
  const others = outline.cards.filter((one) => one !== card);
  const place = after === null ? 0 : others.indexOf(cardIn(outline, after)) + 1;
  return withCards(outline, others.toSpliced(place, 0, card));
}
