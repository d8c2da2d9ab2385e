import type { Block, Dialogue } from './tree.ts';

/**
 * Give every block that has no id one made of what it says: its type and its words, in a dialogue the name and the
 * parts. Where it stands, how its words are set and which revision it belongs to make no difference, so a change
 * elsewhere leaves the id alone.
 *
 * An id is about six characters in base 36; the second block that says the same gets `-2` after it, the third `-3`.
 * Ids that are there are kept, and none is given twice. The two sides of a dual dialogue get none.
 */
export function withIds(blocks: readonly Block[]): readonly Block[] {
  if (blocks.every(({ id }) => id !== undefined)) return blocks;
  const idOf = idMaker(blocks.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return blocks.map((block) => (block.id === undefined ? { ...block, id: idOf(block) } : block));
}

/** Gives ids as {@link withIds} does, block by block in their order; none of those that are `given`. */
export function idMaker(given: readonly string[] = []): (block: Block) => string {
  const taken = new Set(given);
  const counts = new Map<number, number>();
  return (block) => {
    const hash = idHash(block);
    const base = hash.toString(36);
    let count = counts.get(hash) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? base : `${base}-${count}`;
    } while (taken.size > 0 && taken.has(id));
    counts.set(hash, count);
    return id;
  };
}

/** Whether a block has an id that was made of what it says now, numbered or not. */
export function hasMadeId(block: Block): boolean {
  return block.id?.split('-', 1)[0] === idHash(block).toString(36);
}

const { imul } = Math;

/** A number of 31 bits. Two blocks that have the same get different ids still: they are numbered. */
function idHash(block: Block): number {
  const hash = block.type.charCodeAt(0) | (block.type.length << 8);
  if (block.type === 'dualDialogue') return mixed(dialogueHash(dialogueHash(hash, block.left), block.right)) >>> 1;
  if (block.type === 'dialogue') return mixed(dialogueHash(hash, block)) >>> 1;
  return mixed('text' in block ? textHash(hash, block.text) : hash) >>> 1;
}

function dialogueHash(seed: number, { name, parts }: Dialogue): number {
  let hash = textHash(seed, name);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part !== undefined) hash = textHash(hash ^ part.type.charCodeAt(0), part.text);
  }
  return hash;
}

/**
 * Of a text of 32 units or more, between 16 and 32 evenly spaced ones count: every reader makes ids of every block. All
 * numbers in the loop are whole and of 32 bits, which an engine counts with before it has compiled anything.
 */
function textHash(seed: number, text: string): number {
  const { length } = text;
  const step = (length >>> 5) + 1;
  let hash = imul(seed ^ length, 0x9e3779b1);
  for (let at = 0; at < length; at += step) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Spread what the last units changed over all bits. */
function mixed(lane: number): number {
  const half = imul(lane ^ (lane >>> 16), 0x7feb352d);
  const whole = imul(half ^ (half >>> 15), 0x846ca68b);
  return whole ^ (whole >>> 16);
}
