import { type Block, countWords, type Dialogue, plainText } from '../../screenplay/index.ts';

/**
 * A stretch of a scene that is traced as one: a paragraph of action, what somebody says in one go, a parenthetical, a
 * transition. Headings and cues are none: they follow from the card and from who speaks.
 */
export interface Passage {
  readonly kind: 'action' | 'speech' | 'parenthetical' | 'transition' | 'other';
  /** Who says it, as on the cue; absent for what nobody says. */
  readonly speaker?: string;
  /** Inline Fountain. */
  readonly text: string;
}

/** The passages of a scene, in order. */
export function passagesOf(blocks: readonly Block[]): readonly Passage[] {
  return blocks.flatMap((block): readonly Passage[] => {
    switch (block.type) {
      case 'dialogue':
        return spoken(block);
      case 'dualDialogue':
        return [...spoken(block.left), ...spoken(block.right)];
      case 'sceneHeading':
      case 'pageBreak':
        return [];
      case 'action':
      case 'transition':
        return said({ kind: block.type, text: block.text });
      default:
        return said({ kind: 'other', text: block.text });
    }
  });
}

function spoken({ name, parts }: Dialogue): readonly Passage[] {
  return parts.flatMap(({ type, text }) =>
    said({ kind: type === 'parenthetical' ? 'parenthetical' : 'speech', speaker: name, text }),
  );
}

function said(passage: Passage): readonly Passage[] {
  return passage.text.trim() === '' ? [] : [passage];
}

/** How many words a passage has, its marks aside. */
export function wordsIn({ text }: Pick<Passage, 'text'>): number {
  return countWords(plainText(text));
}

/** What two passages have in common that are the same, wherever they stand. */
export function keyOf({ kind, speaker = '', text }: Passage): string {
  return [kind, speaker, text.replaceAll(/\s+/g, ' ').trim()].join('\n');
}
