import { plainText } from '../inline/inline.ts';
import type { Block } from '../tree.ts';
import { blockText } from '../visit/block-text.ts';
import { readHeading } from '../visit/heading.ts';
import { align } from './align.ts';
import type { Matching } from './matching.ts';
import { numbered, wordsOf } from './words.ts';

/** Blocks belong together when this much of the words of both meet. */
const ENOUGH = 0.5;

/** Blocks next to each other, `to` not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Match blocks that were rewritten where they stood: open blocks behind, or else before, two neighbours that meet.
 *
 * The words of both stretches are aligned as one text; blocks most of whose words met belong together. A block alone in
 * its gap goes on in the one that stands there now when both are of one type, whatever they say.
 */
export function matchRewritten(matching: Matching, before: readonly Block[], after: readonly Block[]): void {
  for (let at = 0; at < after.length; at += 1) {
    if (!matching.isOpenAfter(at)) continue;
    const to = endOfOpen(matching, at);
    const inserted = { from: at, to };
    const removed = openBefore(matching, inserted);
    if (removed.from < removed.to) {
      if (removed.to - removed.from === 1 && to - at === 1) joinAlone(matching, { before, after, removed, inserted });
      matchWords(matching, { before, after, removed, inserted });
    }
    at = to;
  }
}

interface Gap {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly removed: Stretch;
  readonly inserted: Stretch;
}

function endOfOpen(matching: Matching, from: number): number {
  let to = from;
  while (matching.isOpenAfter(to)) to += 1;
  return to;
}

/** The open blocks before that a stretch after may come from: those between the same neighbours. */
function openBefore(matching: Matching, { from, to }: Stretch): Stretch {
  const start = from === 0 ? 0 : matching.beforeOf(from - 1) + 1;
  let end = start;
  while (matching.isOpenBefore(end)) end += 1;
  if (end > start) return { from: start, to: end };
  const last = to === matching.afterLength ? matching.beforeLength : matching.beforeOf(to);
  let first = last;
  while (matching.isOpenBefore(first - 1)) first -= 1;
  return { from: first, to: last };
}

function joinAlone(matching: Matching, { before, after, removed, inserted }: Gap): void {
  if (before[removed.from]?.type === after[inserted.from]?.type) matching.join(removed.from, inserted.from);
}

function matchWords(matching: Matching, { before, after, removed, inserted }: Gap): void {
  const numbers = new Map<string, number>();
  const a = wordsIn(before, removed, numbers);
  const b = wordsIn(after, inserted, numbers);
  const met = align(a.words, b.words);
  const votes = new Map<string, { readonly from: number; readonly to: number; count: number }>();
  for (const [word, other] of met.entries()) {
    if (other < 0) continue;
    const from = a.owners[word] ?? 0;
    const to = b.owners[other] ?? 0;
    const vote = votes.get(`${from} ${to}`) ?? { from, to, count: 0 };
    vote.count += 1;
    votes.set(`${from} ${to}`, vote);
  }
  const scored = [...votes.values()].map(({ from, to, count }) => {
    return { from, to, score: (2 * count) / ((a.counts.get(from) ?? 0) + (b.counts.get(to) ?? 0)) };
  });
  for (const { from, to } of scored.filter(({ score }) => score >= ENOUGH).toSorted((x, y) => y.score - x.score)) {
    matching.join(from, to);
  }
}

/** The words of a stretch of blocks, the block that each is of, and how many each block has. */
interface StretchWords {
  readonly words: Int32Array;
  readonly owners: readonly number[];
  readonly counts: ReadonlyMap<number, number>;
}

function wordsIn(blocks: readonly Block[], { from, to }: Stretch, numbers: Map<string, number>): StretchWords {
  const words: string[] = [];
  const owners: number[] = [];
  const counts = new Map<number, number>();
  for (const [at, block] of blocks.slice(from, to).entries()) {
    const own = tellingWords(block);
    counts.set(from + at, own.length);
    for (const word of own) {
      words.push(word);
      owners.push(from + at);
    }
  }
  return { words: numbered(words, numbers), owners, counts };
}

/** The words that tell a block from others, with its type among them. A heading has those of its place. */
function tellingWords(block: Block): readonly string[] {
  const text = plainText(blockText(block)).toLowerCase();
  if (block.type === 'sceneHeading') {
    const { location, sublocations } = readHeading(text);
    return wordsOf([location, ...sublocations].join(' ')).filter(isWord);
  }
  return [`= ${block.type}`, ...wordsOf(text).filter(isWord)];
}

function isWord(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word);
}
