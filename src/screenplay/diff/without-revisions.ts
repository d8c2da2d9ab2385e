import type { Block, Dialogue } from '../tree.ts';
import { type SpannedText, withoutMarks } from './revise-spans.ts';

/** A block without the marks of revision sets: what it says is the same. */
export function withoutRevisions({ revision: _, ...block }: Block): Block {
  const plain = block as Block;
  if (plain.type === 'dialogue') return plainDialogue(plain);
  if (plain.type === 'dualDialogue')
    return { ...plain, left: plainDialogue(plain.left), right: plainDialogue(plain.right) };
  return 'spans' in plain ? withoutMarks<Block & SpannedText>(plain) : plain;
}

function plainDialogue({ revision: _, ...dialogue }: Dialogue): Dialogue {
  return { ...dialogue, parts: dialogue.parts.map(({ revision: _own, ...part }) => withoutMarks(part)) };
}
