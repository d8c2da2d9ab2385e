import { isEmptyLine } from './line.ts';
import { type CutText, endOf } from './line-edges.ts';

/** A note or boneyard in a text, marks included. */
export interface RemarkRange {
  readonly from: number;
  readonly to: number;
}

/** The notes and boneyards of a text in order, and where its first boneyard begins that is never closed; -1 for none. */
export interface RemarkRanges {
  readonly ranges: readonly RemarkRange[];
  readonly unclosed: number;
}

/**
 * Find the notes and boneyards of a text. Of two that overlap, the one that begins first counts.
 *
 * A boneyard goes over anything; a note ends at an empty line, where it turns out to be none. Each opening mark is
 * looked at once, and each closing mark is looked for once.
 */
export function remarkRanges(cut: CutText): RemarkRanges {
  const { text, lines, begins } = cut;
  const ranges: RemarkRange[] = [];
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
      while ((begins[line + 1] ?? Number.POSITIVE_INFINITY) <= from) line += 1;
      let last = line;
      while (endOf(cut, last) < noteEnd && !isEmptyLine(lines[last + 1] ?? '')) last += 1;
      to = endOf(cut, last) >= noteEnd ? noteEnd + 2 : -1;
      // Every other opening mark before that empty line is no note either.
      if (to < 0) note = text.indexOf('[[', endOf(cut, last));
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
