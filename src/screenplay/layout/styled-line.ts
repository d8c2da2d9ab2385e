import { type InlineRun, inlineLines, type SpanStyle } from '../inline/inline.ts';
import type { TextSpan } from '../tree.ts';
import { unitCells } from './cells.ts';
import type { TextRun } from './page.ts';

/** A line the writer ended, as it is shown, before it is broken to fit a column. */
export interface StyledLine {
  readonly text: string;
  /** Together they are the text; none is empty. */
  readonly runs: readonly TextRun[];
  /** Where each run begins in the text. */
  readonly starts: readonly number[];
  /** What each unit of the text fills; absent when it is one cell each. */
  readonly cells: Uint8Array | undefined;
  /** Where something was taken out, in order of `at`. */
  readonly deletions: readonly Deletion[];
}

interface Deletion {
  readonly at: number;
  readonly revision: number;
}

/** What an element puts on all of its text. */
export interface ElementStyle {
  readonly capitals?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** The revision set of the whole element. */
  readonly revision?: number | undefined;
}

const NO_STYLE: ElementStyle = {};
const FIRST: readonly number[] = [0];
const NONE: readonly never[] = [];

/** The lines of a text that is inline Fountain. None when it shows nothing. */
export function styledLines(
  text: string,
  spans: readonly TextSpan[] = NONE,
  style: ElementStyle = NO_STYLE,
): readonly StyledLine[] {
  return inlineLines(text, spans).map((runs) => styledLine(runs, style));
}

/** A line of plain text. */
export function plainLine(text: string, style: ElementStyle = NO_STYLE): StyledLine {
  return styledLine([{ text, bold: false, italic: false, underline: false }], style);
}

function styledLine(shown: readonly InlineRun[], style: ElementStyle): StyledLine {
  const [only] = shown;
  if (only !== undefined && shown.length === 1 && isPlain(only, style)) {
    return { text: only.text, runs: shown, starts: FIRST, cells: unitCells(only.text), deletions: NONE };
  }
  const runs: TextRun[] = [];
  const starts: number[] = [];
  const deletions: Deletion[] = [];
  let text = '';
  for (const run of shown) {
    if (run.text === '') {
      const revision = run.span?.revision;
      if (revision !== undefined) deletions.push({ at: text.length, revision });
      continue;
    }
    const styled = isPlain(run, style) ? run : styledRun(run, style);
    runs.push(styled);
    starts.push(text.length);
    text += styled.text;
  }
  return { text, runs, starts, cells: unitCells(text), deletions };
}

/** Whether a run is shown as it is. */
function isPlain({ text, span }: InlineRun, { capitals, italic, underline, revision }: ElementStyle): boolean {
  return text !== '' && span === undefined && !capitals && !italic && !underline && revision === undefined;
}

/** Capitals are those of Unicode: `ß` has none of its own there and becomes `SS`, as on a typewriter. */
function styledRun({ text, bold, italic, underline, span = {} }: InlineRun, style: ElementStyle): TextRun {
  const revision = Math.max(span.revision ?? 0, style.revision ?? 0);
  return {
    text: style.capitals || span.capitals ? text.toUpperCase() : text,
    bold,
    italic: italic || style.italic === true,
    underline: underline || style.underline === true,
    ...lookOf(span),
    ...(revision === 0 ? {} : { revision }),
  };
}

function lookOf({
  strike,
  color,
  background,
  tags,
}: SpanStyle): Omit<TextRun, 'text' | 'bold' | 'italic' | 'underline'> {
  return {
    ...(strike === undefined ? {} : { strike }),
    ...(color === undefined ? {} : { color }),
    ...(background === undefined ? {} : { background }),
    ...(tags === undefined ? {} : { tags }),
  };
}

/** The runs of a line from `from` up to, not including, `to`. */
export function sliceLine({ text, runs, starts }: StyledLine, from: number, to: number): readonly TextRun[] {
  if (from === 0 && to === text.length) return runs;
  const sliced: TextRun[] = [];
  const first = countBelow(starts.length, (index) => starts[index] ?? 0, from + 1) - 1;
  for (let index = Math.max(0, first); index < runs.length; index += 1) {
    const run = runs[index];
    const start = starts[index];
    if (run === undefined || start === undefined || start >= to) break;
    if (from < to) sliced.push({ ...run, text: run.text.slice(Math.max(from - start, 0), to - start) });
  }
  return sliced;
}

/** The latest revision that took something out of a stretch of a line, 0 for none. The line's end belongs to its last stretch. */
export function deletedIn({ text, deletions }: StyledLine, from: number, to: number): number {
  let latest = 0;
  const first = deletions.length === 0 ? 0 : countBelow(deletions.length, (index) => deletions[index]?.at ?? 0, from);
  for (let index = first; index < deletions.length; index += 1) {
    const deletion = deletions[index];
    if (deletion === undefined || (deletion.at >= to && to < text.length)) break;
    latest = Math.max(latest, deletion.revision);
  }
  return latest;
}

/** How many of so many ascending numbers are below a value. */
function countBelow(length: number, numberAt: (index: number) => number, value: number): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
