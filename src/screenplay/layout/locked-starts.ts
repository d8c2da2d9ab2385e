import type { Screenplay } from '../tree.ts';

/** Where a locked page begins. */
export interface LockedStart {
  readonly label: string;
  /** The index of a block in the script's `children`. */
  readonly block: number;
  /** How many lines of that block stand on the pages before. */
  readonly line: number;
}

/**
 * Where the locked pages of a script begin, in their order. The first begins with the script. A page whose block is
 * gone begins nowhere: it shares the start of the page before it, as does one whose block stands above that now.
 */
export function lockedStarts({ children, production }: Screenplay): readonly LockedStart[] {
  const locked = production?.lockedPages ?? [];
  if (locked.length === 0) return [];
  const blocks = new Map<string, number>();
  for (const [index, { id }] of children.entries()) if (id !== undefined && !blocks.has(id)) blocks.set(id, index);
  const starts: LockedStart[] = [];
  for (const { label, block: id, line } of locked) {
    const above = starts.at(-1);
    const block = blocks.get(id);
    if (above === undefined) starts.push({ label, block: -1, line: 0 });
    else starts.push(block === undefined ? { ...above, label } : { label, block, line });
  }
  return starts;
}
