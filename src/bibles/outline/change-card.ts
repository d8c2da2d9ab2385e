import { ScriptGenError } from '../../core/index.ts';
import type { Outline, SceneCard } from '../card.ts';
import type { CardChange } from './shape.ts';

/** An outline in which one card says something else. A field that the change names as `undefined` is taken away. */
export function changeCard(outline: Outline, id: string, change: CardChange): Outline {
  const card = cardIn(outline, id);
  return withCards(
    outline,
    outline.cards.map((one) => (one === card ? changedCard(card, change) : one)),
  );
}

/** A card with a change in it. */
export function changedCard(card: SceneCard, change: CardChange): SceneCard {
  const kept = Object.entries({ ...card, ...change }).filter(([, value]) => value !== undefined);
  // What is taken away is a field that a card may be without: `checkCards` refuses any other.
  return Object.fromEntries(kept) as unknown as SceneCard;
}

/** An outline with other cards, planned as it was. */
export function withCards(outline: Outline, cards: readonly SceneCard[]): Outline {
  return { ...outline, cards };
}

/** The card of this id. @throws ScriptGenError `scene/not-found`. */
export function cardIn({ cards }: Outline, id: string): SceneCard {
  const card = cards.find((one) => one.id === id);
  if (card !== undefined) return card;
  throw new ScriptGenError({ code: 'scene/not-found', message: `There is no scene ${id}.` });
}
