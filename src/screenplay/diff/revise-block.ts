import { sameValue } from '../same.ts';
import type { Block, Dialogue } from '../tree.ts';
import { markDialogue, reviseDialogue } from './revise-dialogue.ts';
import { markRemoved, reviseText, withoutMarks } from './revise-spans.ts';

/** Mark a block as new. */
export function markBlock(block: Block, revision: number): Block {
  if (block.type === 'dialogue') return markDialogue(block, revision);
  if (block.type === 'dualDialogue') {
    const [left, right] = [markDialogue(block.left, revision), markDialogue(block.right, revision)];
    return { ...block, revision, left, right };
  }
  return hasSpans(block) ? { ...withoutMarks(block), revision } : { ...block, revision };
}

/** Mark what changed in a block. One that says the same comes back as it is. */
export function revisedBlock(before: Block, after: Block, revision: number): Block {
  if (after.type === 'dialogue' && before.type === 'dialogue') return reviseDialogue(before, after, revision);
  if (after.type === 'dualDialogue' && before.type === 'dualDialogue') {
    const left = reviseDialogue(before.left, after.left, revision);
    const right = reviseDialogue(before.right, after.right, revision);
    return left === after.left && right === after.right ? after : { ...after, left, right };
  }
  if (before.type !== after.type) return markBlock(after, revision);
  if (!('text' in after) || !('text' in before)) return after;
  if (after.type === 'note' || after.type === 'boneyard') {
    return before.text === after.text ? after : { ...after, revision };
  }
  const revised = reviseText(before.text, after, revision);
  return sameValue(printedFields(before), printedFields(after)) ? revised : { ...revised, revision };
}

/** What a page shows of a block beside its text. */
function printedFields(block: Block): unknown {
  if (block.type === 'sceneHeading') return { number: block.number, omitted: block.omitted };
  return block.type === 'general' ? { element: block.element } : {};
}

/** Mark that something was taken out before or behind a block; one without a text is marked as a whole. */
export function markEdge(block: Block, edge: 'start' | 'end', revision: number): Block {
  if (block.type === 'dialogue') return markDialogueEdge(block, edge, revision);
  if (block.type === 'dualDialogue') return { ...block, left: markDialogueEdge(block.left, edge, revision) };
  return hasSpans(block)
    ? markRemoved(block, edge === 'start' ? 0 : block.text.length, revision)
    : { ...block, revision };
}

/** A block whose text can carry spans. */
type SpannedBlock = Exclude<Block, { readonly type: 'dialogue' | 'dualDialogue' | 'note' | 'boneyard' | 'pageBreak' }>;

function hasSpans(block: Exclude<Block, { readonly type: 'dialogue' | 'dualDialogue' }>): block is SpannedBlock {
  return block.type !== 'note' && block.type !== 'boneyard' && block.type !== 'pageBreak';
}

function markDialogueEdge(dialogue: Dialogue, edge: 'start' | 'end', revision: number): Dialogue {
  const at = edge === 'start' ? 0 : dialogue.parts.length - 1;
  const part = dialogue.parts[at];
  if (part === undefined) return { ...dialogue, revision };
  const marked = markRemoved(part, edge === 'start' ? 0 : part.text.length, revision);
  return { ...dialogue, parts: dialogue.parts.with(at, marked) };
}
