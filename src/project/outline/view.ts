import type { Story } from '../../agents/index.ts';
import { CARD_FIELDS, type CardFields, printCardField, type SceneCard } from '../../bibles/index.ts';
import { placeOf } from '../../orchestrator/index.ts';
import type { CardView } from './script-outline.ts';

/** A card as people read it. */
export function viewOf(story: Story, card: SceneCard): CardView {
  const texts = CARD_FIELDS.map((field) => [field, printCardField(card, field, story)] as const);
  return {
    ...placeOf(story, card, story.outline.cards.indexOf(card)),
    version: card.version,
    card,
    texts: Object.fromEntries(texts) as Record<keyof CardFields, string>,
  };
}
