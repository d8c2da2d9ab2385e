import { printable } from '../text.ts';
import type { Position } from '../tree.ts';

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

/** Lines by their index; an array of them will do. */
export interface Lines {
  readonly length: number;
  at(index: number): SourceLine | undefined;
}

/** The lines of a text, and where its first boneyard begins that is never closed. */
export interface SourceLines {
  readonly lines: Lines;
  /** `undefined` when every boneyard is closed. */
  readonly unclosed: { readonly line: number; readonly column: number } | undefined;
}

/** A note or boneyard, marks included. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Split a text into lines. Linear in its length. */
export function sourceLines(text: string): SourceLines {
  const lazy = plainLines(text);
  if (!text.includes('[[') && !text.includes('/*')) return { lines: lazy, unclosed: undefined };
  const plain = Array.from({ length: lazy.length }, (_, index) => lazy.at(index)).filter((line) => line !== undefined);
  const { ranges, unclosed } = remarkRanges(text, plain);
  return {
    lines: ranges.length === 0 ? plain : glued(text, plain, ranges),
    unclosed: unclosed < 0 ? undefined : placeOf(unclosed, plain),
  };
}

/**
 * The lines between two end marks: LF, CRLF or CR. A line is made when it is asked for, and the last two are kept:
 * readers go from line to line, and a long text would otherwise hold all of them at once.
 */
function plainLines(text: string): Lines {
  const { begins, ends } = lineEdges(text);
  const kept: [SourceLine | undefined, SourceLine | undefined] = [undefined, undefined];
  return {
    length: begins.length,
    at(index): SourceLine | undefined {
      const place = index % 2 === 0 ? 0 : 1;
      const line = index + 1;
      if (kept[place]?.line === line) return kept[place];
      const offset = begins[index];
      const endOffset = ends[index];
      if (offset === undefined || endOffset === undefined) return undefined;
      const words = printable(text.slice(offset, endOffset));
      const made = { text: words, shown: words, words: words.trim(), line, endLine: line, offset, endOffset };
      kept[place] = made;
      return made;
    },
  };
}

function lineEdges(text: string): { readonly begins: readonly number[]; readonly ends: readonly number[] } {
  const begins = [text.startsWith('\ufeff') ? 1 : 0];
  const ends: number[] = [];
  let cr = text.indexOf('\r');
  let lf = text.indexOf('\n');
  while (cr >= 0 || lf >= 0) {
    const end = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
    const next = end + (end === cr && lf === cr + 1 ? 2 : 1);
    ends.push(end);
    begins.push(next);
    if (cr >= 0 && cr < next) cr = text.indexOf('\r', next);
    if (lf >= 0 && lf < next) lf = text.indexOf('\n', next);
  }
  ends.push(text.length);
  return { begins, ends };
}

/**
 * Find the notes and boneyards of a text. Of two that overlap, the one that begins first counts.
 *
 * A boneyard goes over anything; a note ends at an empty line, where it turns out to be none. Each opening mark is
 * looked at once, and each closing mark is looked for once.
 */
function remarkRanges(
  text: string,
  lines: readonly SourceLine[],
): { readonly ranges: readonly Range[]; readonly unclosed: number } {
  const ranges: Range[] = [];
  let unclosed = -1;
  let note = text.indexOf('[[');
  let boneyard = text.indexOf('/*');
  let noteEnd = -1;
  let line = 0;
  while (note >= 0 || boneyard >= 0) {
    const isNote = note >= 0 && (boneyard < 0 || note < boneyard);
    const from = isNote ? note : boneyard;
    let to = -1;
    if (isNote) {
      if (noteEnd < from + 2 && noteEnd !== Number.POSITIVE_INFINITY) {
        const close = text.indexOf(']]', from + 2);
        noteEnd = close < 0 ? Number.POSITIVE_INFINITY : close;
      }
      while ((lines[line]?.endOffset ?? text.length) < from) line += 1;
      let last = line;
      while (last < lines.length && (lines[last]?.endOffset ?? 0) < noteEnd && !isEmpty(lines[last + 1])) last += 1;
      to = last < lines.length && (lines[last]?.endOffset ?? 0) >= noteEnd ? noteEnd + 2 : -1;
      // Every other opening mark before that empty line is no note either.
      if (to < 0) note = text.indexOf('[[', lines[last]?.endOffset ?? text.length);
    } else {
      const close = text.indexOf('*/', from + 2);
      to = close < 0 ? -1 : close + 2;
      if (close < 0) {
        unclosed = from;
        boneyard = -1;
      }
    }
    if (to < 0) continue;
    ranges.push({ from, to });
    if (note >= 0 && note < to) note = text.indexOf('[[', to);
    if (boneyard >= 0 && boneyard < to) boneyard = text.indexOf('/*', to);
  }
  return { ranges, unclosed };
}

/** Whether a line ends a note or a dialogue: blank, and not the two spaces that stand for a blank line. */
function isEmpty(line: SourceLine | undefined): boolean {
  return line === undefined || (line.words === '' && line.text.length < 2);
}

/** Make one line of those that a note or a boneyard holds together. */
function glued(text: string, plain: readonly SourceLine[], ranges: readonly Range[]): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let next = 0;
  for (let index = 0; index < plain.length; index += 1) {
    const first = plain[index];
    if (first === undefined) break;
    let range = ranges[next];
    if (range === undefined || range.from >= first.endOffset) {
      lines.push(first);
      continue;
    }
    const begin = index;
    const { offset } = first;
    let { endOffset } = first;
    const shown: string[] = [];
    let at = offset;
    while (range !== undefined && range.from < endOffset) {
      shown.push(text.slice(at, range.from));
      at = range.to;
      while (endOffset < at) {
        index += 1;
        endOffset = plain[index]?.endOffset ?? text.length;
      }
      next += 1;
      range = ranges[next];
    }
    shown.push(text.slice(at, endOffset));
    const stood = text.slice(offset, endOffset);
    const words =
      index === begin
        ? printable(stood)
        : stood
            .split(/\r\n|[\r\n]/)
            .map(printable)
            .join('\n');
    lines.push({
      text: words,
      shown: printable(shown.join('')),
      words: words.trim(),
      line: begin + 1,
      endLine: index + 1,
      offset,
      endOffset,
    });
  }
  return lines;
}

function placeOf(offset: number, lines: readonly SourceLine[]): { readonly line: number; readonly column: number } {
  const index = lines.findIndex((line) => line.endOffset >= offset);
  return { line: index + 1, column: offset - (lines[index]?.offset ?? 0) + 1 };
}

/** Where the lines from `first` to `last` stand. */
export function positionOf(first: SourceLine, last: SourceLine): Position {
  return { line: first.line, endLine: last.endLine, offset: first.offset, endOffset: last.endOffset };
}
