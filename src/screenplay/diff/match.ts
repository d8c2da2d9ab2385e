import { hasMadeId } from '../block-id.ts';
import type { Block } from '../tree.ts';
import { align } from './align.ts';
import { matchMoved } from './match-moved.ts';
import { matchRewritten } from './match-rewritten.ts';
import { Matching } from './matching.ts';

/** How two drafts are matched. */
export interface MatchOptions {
  /** Whether a block with the id of a block before is that block, whatever it says now. */
  readonly ids: boolean;
}

/**
 * Find which block of a draft goes on in which block of the next: by id, by what it says in the same order, by what it
 * says at another place, and last by how many of its words are left where it stood.
 *
 * An id that only repeats what its block says proves nothing more than the words do: the second `CUT TO:` has another
 * id when the first is taken out. Takes time in proportion to the length of the drafts.
 */
export function matchBlocks(before: readonly Block[], after: readonly Block[], { ids }: MatchOptions): Matching {
  const matching = new Matching(before.length, after.length);
  const named = ids ? sameIds(before, after) : [];
  const numbers = new Map<string, number>();
  const a = Int32Array.from(before, (block) => numberOf(block, numbers));
  const b = Int32Array.from(after, (block) => numberOf(block, numbers));
  const counts = countsOf(numbers.size, a, b);
  for (const [at, other] of named) {
    // Words that stand once on both sides are found without the id.
    if (a[at] === b[other] && counts[a[at] ?? 0] === 2) continue;
    if (repeatsWords(before[at]) || repeatsWords(after[other])) continue;
    // Tokens of their own, that nothing else has: words have those from 0 on.
    a[at] = -1 - at;
    b[other] = -1 - at;
  }
  for (const [at, other] of align(a, b).entries()) matching.join(at, other);
  for (const [at, other] of named) matching.join(at, other);
  matchMoved(matching, { before, a, b });
  matchRewritten(matching, before, after);
  return matching;
}

/** The pairs of blocks with one id, where no other block on either side has it. */
function sameIds(before: readonly Block[], after: readonly Block[]): readonly (readonly [number, number])[] {
  const others = idPlaces(after);
  const pairs: (readonly [number, number])[] = [];
  for (const [id, at] of idPlaces(before)) {
    const other = others.get(id) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([at, other]);
  }
  return pairs;
}

function idPlaces(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, { id }] of blocks.entries()) if (id !== undefined) places.set(id, places.has(id) ? -1 : at);
  return places;
}

function repeatsWords(block: Block | undefined): boolean {
  return block !== undefined && hasMadeId(block);
}

/** How often each token stands on both sides together. */
function countsOf(tokens: number, a: Int32Array, b: Int32Array): Int32Array {
  const counts = new Int32Array(tokens);
  for (const token of a) counts[token] = (counts[token] ?? 0) + 1;
  for (const token of b) counts[token] = (counts[token] ?? 0) + 1;
  return counts;
}

/** A number from 0 on for what a block says. */
function numberOf(block: Block, numbers: Map<string, number>): number {
  const words = wordsOfBlock(block);
  const known = numbers.get(words) ?? numbers.size;
  numbers.set(words, known);
  return known;
}

/** What a block says, as one text that no other block has: its type and words, in a dialogue the name and the parts. */
function wordsOfBlock(block: Block): string {
  if (block.type === 'dualDialogue') return `${block.type}\0${wordsOfBlock(block.left)}\0${wordsOfBlock(block.right)}`;
  if (block.type === 'dialogue')
    return [block.type, block.name, ...block.parts.flatMap(({ type, text }) => [type, text])].join('\0');
  return 'text' in block ? `${block.type}\0${block.text}` : block.type;
}
