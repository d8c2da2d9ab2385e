import { joinCue } from '../cue.ts';
import type { Block, Dialogue } from '../tree.ts';

/**
 * Everything a block says, as inline Fountain: a dialogue is its cue and a line or more for every part, parentheticals
 * in parentheses; the two sides of a dual dialogue stand below each other. A page break says nothing.
 */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'dialogue':
      return dialogueText(block);
    case 'dualDialogue':
      return `${dialogueText(block.left)}\n${dialogueText(block.right)}`;
    case 'pageBreak':
      return '';
    case 'sceneHeading':
    case 'action':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'shot':
    case 'actBreak':
    case 'general':
    case 'section':
    case 'synopsis':
    case 'note':
    case 'boneyard':
      return block.text;
  }
}

function dialogueText(dialogue: Dialogue): string {
  const parts = dialogue.parts.map(({ type, text }) => (type === 'parenthetical' ? `(${text})` : text));
  return [joinCue(dialogue), ...parts].join('\n');
}
