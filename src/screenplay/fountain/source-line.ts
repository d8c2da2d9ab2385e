import type { Position } from '../tree.ts';
import { type CutText, cleanSlice, cutLines } from './line-edges.ts';
import { type RemarkRange, remarkRanges } from './remark-ranges.ts';

/**
 * A line as a reader takes it. A note or boneyard that goes over several lines of the source makes one line of them,
 * with the line breaks inside it.
 */
export interface SourceLine {
  /** Without control characters, tabs as four spaces. */
  readonly text: string;
  /** The same without notes and boneyards: what tells the kind of the line. */
  readonly shown: string;
  /** `text` without the spaces around it; empty for a blank line. */
  readonly words: string;
  /** Its first and last line in the source, from 1 on, and where it begins and ends there without its end mark. */
  readonly line: number;
  readonly endLine: number;
  readonly offset: number;
  readonly endOffset: number;
}

/** Lines by their index. */
export interface Lines {
  readonly length: number;
  at(index: number): SourceLine | undefined;
}

/** The lines of a text, and what there is to say of it as a whole. */
export interface SourceLines {
  readonly lines: Lines;
  /** Where its first boneyard begins that is never closed; `undefined` when every one is. */
  readonly unclosed: { readonly line: number; readonly column: number } | undefined;
  /** Whether it holds nothing that a page cannot show, and no tab. */
  readonly isClean: boolean;
}

/** Split a text into lines. Linear in its length. */
export function sourceLines(text: string): SourceLines {
  const cut = cutLines(text);
  const { isClean } = cut;
  if (!text.includes('[[') && !text.includes('/*')) {
    return { lines: lazyLines(cut, NO_REMARKS), unclosed: undefined, isClean };
  }
  const { ranges, unclosed } = remarkRanges(cut);
  return {
    lines: lazyLines(cut, remarkedLines(cut, ranges)),
    unclosed: unclosed < 0 ? undefined : placeOf(unclosed, cut),
    isClean,
  };
}

/** Where lines stand. */
export function positionOf(first: SourceLine, last: SourceLine): Position {
  return { line: first.line, endLine: last.endLine, offset: first.offset, endOffset: last.endOffset };
}

/** The lines that hold notes or boneyards, by their first line in the source, from 0 on. */
type Remarked = ReadonlyMap<number, SourceLine>;

const NO_REMARKS: Remarked = new Map();

/**
 * Lines that are made when they are asked for. The last two are kept: readers go from line to line, and a long text
 * would otherwise hold all of them at once.
 */
function lazyLines(cut: CutText, remarked: Remarked): Lines {
  const firsts = firstLines(cut, remarked);
  const kept: [SourceLine | undefined, SourceLine | undefined] = [undefined, undefined];
  return {
    length: firsts?.length ?? cut.begins.length,
    at(index): SourceLine | undefined {
      const first = firsts === undefined ? index : firsts[index];
      if (first === undefined) return undefined;
      if (cut.begins[first] === cut.ends[first]) return NOTHING_THERE;
      const place = index % 2 === 0 ? 0 : 1;
      if (kept[place]?.line === first + 1) return kept[place];
      const made = remarked.get(first) ?? plainLine(cut, first);
      kept[place] = made;
      return made;
    },
  };
}

/** Any line without a character. Nothing begins or ends on one, so no place is taken from it. */
const NOTHING_THERE: SourceLine = { text: '', shown: '', words: '', line: 0, endLine: 0, offset: 0, endOffset: 0 };

/** For every line its first one in the source; `undefined` when they are the same. */
function firstLines({ begins }: CutText, remarked: Remarked): readonly number[] | undefined {
  if (![...remarked.values()].some(({ line, endLine }) => endLine > line)) return undefined;
  const firsts: number[] = [];
  for (let index = 0; index < begins.length; index = remarked.get(index)?.endLine ?? index + 1) firsts.push(index);
  return firsts;
}

function plainLine(cut: CutText, index: number): SourceLine | undefined {
  const offset = cut.begins[index];
  const endOffset = cut.ends[index];
  if (offset === undefined || endOffset === undefined) return undefined;
  const text = cleanSlice(cut, offset, endOffset);
  return { text, shown: text, words: text.trim(), line: index + 1, endLine: index + 1, offset, endOffset };
}

/** Make one line of those that a note or a boneyard holds together. */
function remarkedLines(cut: CutText, ranges: readonly RemarkRange[]): Remarked {
  const { begins, ends } = cut;
  const lines = new Map<number, SourceLine>();
  let index = 0;
  for (let next = 0; next < ranges.length; ) {
    while ((ends[index] ?? Number.POSITIVE_INFINITY) <= (ranges[next]?.from ?? 0)) index += 1;
    const first = index;
    const offset = begins[first] ?? 0;
    let endOffset = ends[first] ?? cut.text.length;
    let shown = '';
    let at = offset;
    for (let range = ranges[next]; range !== undefined && range.from < endOffset; range = ranges[next]) {
      shown += cleanSlice(cut, at, range.from);
      at = range.to;
      next += 1;
      while (endOffset < at) {
        index += 1;
        endOffset = ends[index] ?? cut.text.length;
      }
    }
    shown += cleanSlice(cut, at, endOffset);
    const parts = Array.from({ length: index - first + 1 }, (_, part) =>
      cleanSlice(cut, begins[first + part] ?? 0, ends[first + part] ?? 0),
    );
    const text = parts.join('\n');
    lines.set(first, { text, shown, words: text.trim(), line: first + 1, endLine: index + 1, offset, endOffset });
    index += 1;
  }
  return lines;
}

function placeOf(offset: number, { begins, ends }: CutText): { readonly line: number; readonly column: number } {
  const index = ends.findIndex((end) => end >= offset);
  return { line: index + 1, column: offset - (begins[index] ?? 0) + 1 };
}
