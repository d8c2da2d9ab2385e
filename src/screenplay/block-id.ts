import type { Block, Dialogue } from './tree.ts';

/**
 * Give every block that has no id one made of what it says: its type and its words, in a dialogue the name and the
 * parts. Where it stands, how its words are set and which revision it belongs to make no difference, so a change
 * elsewhere leaves the id alone.
 *
 * An id is about ten characters in base 36; the second block that says the same gets `-2` after it, the third `-3`.
 * Ids that are there are kept, and none is given twice. The two sides of a dual dialogue get none.
 */
export function withIds(blocks: readonly Block[]): readonly Block[] {
  if (blocks.every(({ id }) => id !== undefined)) return blocks;
  const taken = new Set<string>();
  for (const { id } of blocks) if (id !== undefined) taken.add(id);
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    if (block.id !== undefined) return block;
    const base = contentHash(block).toString(36);
    let count = counts.get(base) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? base : `${base}-${count}`;
    } while (taken.has(id));
    counts.set(base, count);
    taken.add(id);
    return { ...block, id };
  });
}

/**
 * A number from 0 to 2^53 - 1 made of what a block says: its type and words, in a dialogue the name and the parts.
 * Blocks that say the same have the same; it is no protection against somebody who looks for a collision.
 */
export function contentHash(block: Block): number {
  const hash = new Hash();
  hash.add(block.type);
  switch (block.type) {
    case 'dialogue':
      addDialogue(hash, block);
      break;
    case 'dualDialogue':
      addDialogue(hash, block.left);
      addDialogue(hash, block.right);
      break;
    case 'pageBreak':
      break;
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
      hash.add(block.text);
  }
  return hash.value();
}

/** What {@link sameBlock} looks at beside what a block says. */
export interface SameBlockOptions {
  /** Whether the ids have to be the same, too. They need not when absent. */
  readonly ids?: boolean;
}

/** Whether two blocks are the same in everything but their place in a source and, unless asked for, their id. */
export function sameBlock(a: Block, b: Block, { ids = false }: SameBlockOptions = {}): boolean {
  if (ids && a.id !== b.id) return false;
  return sameFields(a, b);
}

function addDialogue(hash: Hash, { name, parts }: Dialogue): void {
  hash.add(name);
  for (const { type, text } of parts) {
    hash.add(type);
    hash.add(text);
  }
  hash.add('');
}

/** Two 32-bit lanes of multiply and xor, of which 53 bits are used. */
class Hash {
  #low = 0x3c6ef372;
  #high = 0x78dde6e4;

  add(text: string): void {
    let low = this.#low;
    let high = this.#high;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x5bd1e995);
      high ^= high >>> 15;
    }
    // No unit of a text: where one text ends and the next begins makes a difference.
    this.#low = Math.imul(low ^ 0x10001, 0x01000193);
    this.#high = Math.imul(high ^ 0x10001, 0x5bd1e995);
  }

  value(): number {
    const low = mixed(this.#low ^ (this.#high >>> 7));
    const high = mixed(this.#high + Math.imul(low, 0x9e3779b1));
    return (high >>> 11) * 2 ** 32 + (low >>> 0);
  }
}

/** Spread what the last units changed over all bits. */
function mixed(lane: number): number {
  const half = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return whole ^ (whole >>> 16);
}

/** Whether two JSON values say the same; a field that is undefined is one that is absent. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (!Array.isArray(a)) return !Array.isArray(b) && sameFields(a, b);
  if (!Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, at) => sameValue(item, b[at]));
}

function sameFields(a: object, b: object): boolean {
  let open = 0;
  for (const [key, value] of Object.entries(a)) {
    if (key === 'id' || key === 'position' || value === undefined) continue;
    if (!sameValue(value, Reflect.get(b, key))) return false;
    open += 1;
  }
  for (const [key, value] of Object.entries(b)) {
    if (key !== 'id' && key !== 'position' && value !== undefined) open -= 1;
  }
  return open === 0;
}
