import type { SearchHit } from '../../bibles/index.ts';
import { findTerm, type Term } from './query.ts';
import { type Word, wordsOf } from './words.ts';

/** The longest snippet, in UTF-16 units. */
const LONGEST = 120;

/** How much stands before the first found word. */
const BEFORE = 40;

/** The part of a text around the first words that were found, on one line, and where found words stand in it. */
export function snippetOf(text: string, terms: readonly Term[]): Pick<SearchHit, 'snippet' | 'marks'> {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const words = wordsOf(line);
  const marks = foundIn(words, terms);
  const { from, to } = line.length <= LONGEST ? { from: 0, to: line.length } : cut(line, words, marks[0]?.[0] ?? 0);
  const start = from > 0 ? '…' : '';
  const shift = start.length - from;
  return {
    snippet: `${start}${line.slice(from, to)}${to < line.length ? '…' : ''}`,
    marks: marks
      .filter((mark) => mark[0] < to && mark[1] > from)
      .map((mark) => [Math.max(mark[0], from) + shift, Math.min(mark[1], to) + shift] as const),
  };
}

/** What was found, in order, without overlaps. */
function foundIn(words: readonly Word[], terms: readonly Term[]): readonly (readonly [from: number, to: number])[] {
  const found = terms.flatMap((term) =>
    findTerm(term, words).map(([first, last]): [number, number] => [words[first]?.from ?? 0, words[last]?.to ?? 0]),
  );
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: [number, number][] = [];
  for (const [from, to] of found) {
    const last = merged.at(-1);
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Cut between words: from a little before the first mark, or earlier where the text ends soon after it. */
function cut(line: string, words: readonly Word[], mark: number): { readonly from: number; readonly to: number } {
  const earliest = Math.min(mark - BEFORE, line.length - LONGEST + 1);
  const from = earliest <= 0 ? 0 : Math.min(mark, words.find((word) => word.from >= earliest)?.from ?? mark);
  const room = LONGEST - (from > 0 ? 1 : 0);
  if (from + room >= line.length) return { from, to: line.length };
  const latest = from + room - 1;
  const last = words.findLast((word) => word.to <= latest && word.to > from);
  return { from, to: last?.to ?? latest };
}
