import type { Cue } from '../cue.ts';
import { isMarked } from '../inline/hide.ts';
import type { Position } from '../tree.ts';
import type { ReadLine } from './line.ts';
import { type CutText, cleanSlice, cutLines, endOf } from './line-edges.ts';
import { type RemarkRange, remarkRanges } from './remark-ranges.ts';

/**
 * The lines of a text as a reader takes them. A note or boneyard that goes over several lines of the source makes one
 * line of them, with the line breaks inside it.
 */
export interface Lines {
  /** Without control characters, tabs as four spaces. */
  readonly texts: readonly string[];
  /** Of a line that holds notes or boneyards, by its index: the same without them. It tells the kind of the line. */
  readonly shown: ReadonlyMap<number, string>;
  /** For every line its first one in the source, from 0 on; `undefined` when they are the same. */
  readonly firsts: readonly number[] | undefined;
  readonly cut: CutText;
  /** Whether any line may hold a mark of a note or boneyard. */
  readonly isMarked: boolean;
  /** Cues that were taken apart so far, by how they are written; `undefined` for those that have to be normalized. */
  readonly cues: Map<string, Cue | undefined>;
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
  if (!isMarked(text)) {
    // What goes when a text is cleaned may have stood between the two characters of a mark.
    const lines: Lines = {
      texts: cut.lines,
      shown: NOTHING_HIDDEN,
      firsts: undefined,
      cut,
      isMarked: !isClean,
      cues: new Map(),
    };
    return { lines, unclosed: undefined, isClean };
  }
  const { ranges, unclosed } = remarkRanges(cut);
  return {
    lines: remarkedLines(cut, ranges),
    unclosed: unclosed < 0 ? undefined : placeOf(unclosed, cut),
    isClean,
  };
}

const NOTHING_HIDDEN: ReadonlyMap<number, string> = new Map();

/** A line by its index, `undefined` behind the last one. */
export function lineAt({ texts, shown }: Lines, index: number): ReadLine | undefined {
  const text = texts[index];
  if (text === undefined) return undefined;
  return text === '' ? NOTHING_THERE : { text, shown: shown.get(index) ?? text };
}

const NOTHING_THERE: ReadLine = { text: '', shown: '' };

/** Where the lines from one index to another stand, both included. */
export function positionOf({ cut, firsts }: Lines, from: number, to: number): Position {
  const first = firsts === undefined ? from : (firsts[from] ?? 0);
  const endLine = firsts === undefined ? to + 1 : (firsts[to + 1] ?? cut.begins.length);
  return { line: first + 1, endLine, offset: cut.begins[first] ?? 0, endOffset: endOf(cut, endLine - 1) };
}

/** Lines of the source that are one line to a reader. */
interface Joined {
  readonly first: number;
  readonly last: number;
}

/** Hide notes and boneyards, and join the lines that one of them goes over. */
function remarkedLines(cut: CutText, ranges: readonly RemarkRange[]): Lines {
  const { begins } = cut;
  const shown = new Map<number, string>();
  const joins: Joined[] = [];
  let gone = 0;
  let index = 0;
  for (let next = 0; next < ranges.length; ) {
    while ((begins[index + 1] ?? Number.POSITIVE_INFINITY) <= (ranges[next]?.from ?? 0)) index += 1;
    const first = index;
    let end = endOf(cut, index);
    let at = begins[first] ?? 0;
    let text = '';
    for (let range = ranges[next]; range !== undefined && range.from < end; range = ranges[next]) {
      text += cleanSlice(cut, at, range.from);
      at = range.to;
      next += 1;
      while (end < at) {
        index += 1;
        end = endOf(cut, index);
      }
    }
    shown.set(first - gone, text + cleanSlice(cut, at, end));
    if (index > first) joins.push({ first, last: index });
    gone += index - first;
    index += 1;
  }
  return { ...joinedLines(cut.lines, joins), shown, cut, isMarked: true, cues: new Map() };
}

function joinedLines(lines: readonly string[], joins: readonly Joined[]): Pick<Lines, 'texts' | 'firsts'> {
  if (joins.length === 0) return { texts: lines, firsts: undefined };
  const texts: string[] = [];
  const firsts: number[] = [];
  let next = 0;
  for (let first = 0; first < lines.length; ) {
    const join = joins[next];
    const last = join?.first === first ? join.last : first;
    if (join?.first === first) next += 1;
    texts.push(lines.slice(first, last + 1).join('\n'));
    firsts.push(first);
    first = last + 1;
  }
  return { texts, firsts };
}

function placeOf(offset: number, { begins }: CutText): { readonly line: number; readonly column: number } {
  const index = begins.findLastIndex((begin) => begin <= offset);
  return { line: index + 1, column: offset - (begins[index] ?? 0) + 1 };
}
