import type { SceneCard } from './card.ts';

/**
 * What a character has learnt before a scene: a fold over the cards in script order.
 *
 * No draft is read for it, so a rewritten scene never changes who knows what.
 */
export function knownFacts(cards: readonly SceneCard[], character: string, scene: string): readonly string[] {
  const before = cards.slice(
    0,
    Math.max(
      0,
      cards.findIndex((card) => card.id === scene),
    ),
  );
  return before.flatMap((card) =>
    card.learns.filter((lesson) => lesson.character === character).map((lesson) => lesson.fact),
  );
}
