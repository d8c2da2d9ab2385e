import type { Block } from '../../screenplay/index.ts';
import { diffBlocks, plainBlocks } from './plain-blocks.ts';

/** A stretch of a proposal: the same on both sides, or one change, which can be taken or not. */
export interface Segment {
  readonly isChange: boolean;
  readonly base: readonly Block[];
  readonly text: readonly Block[];
}

/**
 * Part a change of a scene into the fewest changes that can be decided one by one: whatever is taken of them, the
 * others stay what they are. All `base` in a row are the base, all `text` the text. A block that was rewritten is a
 * change of its own; one that went elsewhere is taken out here and put in there.
 */
export function segmentsOf(base: readonly Block[], text: readonly Block[]): readonly Segment[] {
  const [before, after] = [plainBlocks(base), plainBlocks(text)];
  const segments: Segment[] = [];
  const at = { base: 0, text: 0 };
  const add = (isChange: boolean, to: { readonly base: number; readonly text: number }): void => {
    const segment = { isChange, base: before.slice(at.base, to.base), text: after.slice(at.text, to.text) };
    if (segment.base.length + segment.text.length > 0) segments.push(segment);
    Object.assign(at, to);
  };
  for (const change of diffBlocks(before, after).changes) {
    if (change.type === 'removed' || change.type === 'inserted' || change.moved) continue;
    const { from, to, type } = change;
    add(true, { base: from, text: to });
    add(type === 'changed', { base: from + 1, text: to + 1 });
  }
  add(true, { base: before.length, text: after.length });
  return segments;
}
