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

/** Of a longer text so many characters make its id, evenly spaced: every reader makes ids of every block. */
const ID_UNITS = 96;

/** A number of 31 bits. Two blocks that have the same get different ids still: they are numbered. */
function idHash(block: Block): number {
  const hash = block.type.charCodeAt(0) | (block.type.length << 8);
  if (block.type === 'dualDialogue') return mixed(dialogueHash(dialogueHash(hash, block.left), block.right)) >>> 1;
  if (block.type === 'dialogue') return mixed(dialogueHash(hash, block)) >>> 1;
  return mixed('text' in block ? textHash(hash, block.text) : hash) >>> 1;
}

function dialogueHash(seed: number, { name, parts }: Dialogue): number {
  let hash = textHash(seed, name);
  for (const { type, text } of parts) hash = textHash(hash ^ type.charCodeAt(0), text);
  return hash;
}

function textHash(seed: number, text: string): number {
  const { length } = text;
  let hash = Math.imul(seed ^ length, 0x9e3779b1);
  if (length <= ID_UNITS) {
    for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return hash ^ (hash >>> 15);
  }
  const step = length / ID_UNITS;
  for (let unit = 0; unit < ID_UNITS; unit += 1)
    hash = Math.imul(hash ^ text.charCodeAt(Math.trunc(unit * step)), 0x01000193);
  return hash ^ (hash >>> 15);
}

/**
 * A number from 0 to 2^51 - 1 made of what a block says: its type and words, in a dialogue the name and the parts.
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
  return sameFields(a, b, ['id', 'position']);
}

function addDialogue(hash: Hash, { name, parts }: Dialogue): void {
  hash.add(name);
  for (const { type, text } of parts) {
    hash.add(type);
    hash.add(text);
  }
  hash.add('');
}

/** Two 32-bit lanes of multiply and xor, fed two units each in turn. */
class Hash {
  #low = 0x3c6ef372;
  #high = 0x78dde6e4;

  add(text: string): void {
    let low = this.#low;
    let high = this.#high;
    const whole = text.length & ~3;
    for (let at = 0; at < whole; at += 4) {
      low = Math.imul(low ^ (text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)), 0x85ebca6b);
      low ^= low >>> 13;
      high = Math.imul(high ^ (text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16)), 0x5bd1e995);
      high ^= high >>> 15;
    }
    for (let at = whole; at < text.length; at += 1) {
      low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
      high ^= low >>> 11;
    }
    // Where one text ends and the next begins makes a difference.
    const end = Math.imul(text.length + 1, 0x9e3779b1);
    this.#low = Math.imul(low ^ end, 0x01000193);
    this.#high = Math.imul(high ^ end, 0x85ebca6b);
  }

  value(): number {
    const low = mixed(this.#low ^ (this.#high >>> 7));
    const high = mixed(this.#high + Math.imul(low, 0x9e3779b1));
    return (high >>> 5) * 2 ** 24 + (low >>> 8);
  }
}

/** Spread what the last units changed over all bits. */
function mixed(lane: number): number {
  const half = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return whole ^ (whole >>> 16);
}

/** Whether two JSON values say the same; a field that is undefined is one that is absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (!Array.isArray(a)) return !Array.isArray(b) && sameFields(a, b, []);
  if (!Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, at) => sameValue(item, b[at]));
}

function sameFields(a: object, b: object, passedOver: readonly string[]): boolean {
  for (const key of Object.keys(a)) {
    if (!passedOver.includes(key) && !sameValue(Reflect.get(a, key), Reflect.get(b, key))) return false;
  }
  for (const key of Object.keys(b)) {
    if (!Object.hasOwn(a, key) && !passedOver.includes(key) && Reflect.get(b, key) !== undefined) return false;
  }
  return true;
}
