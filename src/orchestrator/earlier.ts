import type { Story } from '../agents/index.ts';
import { type EarlierScene, headingOf } from '../generators/index.ts';
import { textOfScene } from '../markup/index.ts';
import type { Block } from '../screenplay/index.ts';
import type { Order } from '../steps/index.ts';
import { beforeSurface, type Draft } from './draft.ts';

/** How many blocks of the scene before are its end. */
const CLOSING = 6;

/**
 * What the scene at this place reads of those before it: with `story` the scene before it in script order, its synopsis
 * and how it ends, also where it is a flashback; with `full` everything; with `parallel` nothing. It reads what people
 * made of those scenes.
 *
 * Drafts are read as they were before the surface pass: that one reads all of them, and would go in a circle.
 */
export function earlierFor(
  order: Order,
  { story, place, draftAt }: { readonly story: Story; readonly place: number; readonly draftAt: DraftAt },
): readonly EarlierScene[] | undefined {
  if (order === 'parallel') return undefined;
  const least = order === 'full' ? 0 : Math.max(0, place - 1);
  return story.outline.cards.slice(least, place).map((card, index) => {
    const draft = draftAt(least + index);
    const generated = draft === undefined ? { scene: card.id, blocks: [] } : beforeSurface(draft);
    const { blocks, heading } = textOfScene(story.markup, generated);
    return {
      heading: heading?.text ?? headingOf(story.bible, card),
      synopsis: card.synopsis,
      text: (order === 'full' ? blocks : blocks.slice(-CLOSING)).map(printBlock).join('\n'),
    };
  });
}

/** The draft of the scene at a place, if there is one. */
export type DraftAt = (place: number) => Draft | undefined;

function printBlock(block: Block): string {
  if (block.type === 'dialogue')
    return `${block.name}: ${block.parts.map((part) => (part.type === 'parenthetical' ? `(${part.text})` : part.text)).join(' ')}`;
  return 'text' in block ? block.text : '';
}
