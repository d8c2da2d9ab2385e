import { PLAIN } from '../inline/emphasis.ts';
import { type InlineRun, inlineLines } from '../inline/inline.ts';
import { isPlain } from '../inline/plain.ts';
import type { TextSpan } from '../tree.ts';
import { unitCells } from './cells.ts';
import type { LineElement, TextRun } from './page.ts';
import type { Column } from './profile.ts';
import { styledRun } from './styled-run.ts';

/** How the lines of an element are shown. */
export interface PassageStyle {
  readonly column: Column;
  readonly element: LineElement;
  /** Cells added to the left of all rows but the first. */
  readonly hang?: number;
  readonly align?: 'center' | 'right';
  readonly capitals?: true;
  readonly italic?: true;
  readonly underline?: true;
}

/** A text that is inline Fountain, with what lies over it. */
export interface StyledText {
  readonly text: string;
  readonly spans?: readonly TextSpan[] | undefined;
  /** The revision set of the whole text. */
  readonly revision?: number | undefined;
}

/** A line the writer ended, as it is shown, before it is broken to fit its column. */
export interface Passage {
  readonly text: string;
  readonly style: PassageStyle;
  /** Together they are the text; none is empty. `undefined` when nothing in the text is set apart from the rest. */
  readonly runs: readonly TextRun[] | undefined;
  /** Where each run begins in the text. */
  readonly starts: readonly number[];
  /** What each unit of the text fills; `undefined` when it is one cell each. */
  readonly cells: Uint8Array | undefined;
  /** Where something was taken out, in order of `at`. */
  readonly deletions: readonly Deletion[];
}

interface Deletion {
  readonly at: number;
  readonly revision: number;
}

const NONE: readonly never[] = [];

/** The lines of a text. None when it shows nothing. */
export function passagesOf(styled: StyledText, style: PassageStyle): readonly Passage[] {
  const lines: Passage[] = [];
  addPassages(lines, styled, style);
  return lines;
}

/** Add the lines of a text, as {@link passagesOf} gives them. */
export function addPassages(lines: Passage[], { text, spans, revision }: StyledText, style: PassageStyle): void {
  if (spans !== undefined || revision !== undefined || style.italic || style.underline || !isPlain(text)) {
    for (const runs of inlineLines(text, spans)) lines.push(styledPassage(runs, style, revision));
  } else if (text.includes('\n')) {
    for (const line of text.split('\n')) lines.push(plainPassage(line, style));
  } else lines.push(plainPassage(text, style));
}

/** A line that is shown as it is written, marks and all. */
export function literalPassage({ text, revision }: StyledText, style: PassageStyle): Passage {
  return styledPassage([{ text, ...PLAIN }], style, revision);
}

function plainPassage(text: string, style: PassageStyle): Passage {
  if (!style.capitals) return { text, style, runs: undefined, starts: NONE, cells: undefined, deletions: NONE };
  const shown = text.toUpperCase();
  return { text: shown, style, runs: undefined, starts: NONE, cells: unitCells(shown), deletions: NONE };
}

function styledPassage(shown: readonly InlineRun[], style: PassageStyle, revision: number | undefined): Passage {
  const runs: TextRun[] = [];
  const starts: number[] = [];
  const deletions: Deletion[] = [];
  let text = '';
  for (const run of shown) {
    if (run.text === '') {
      if (run.span?.revision !== undefined) deletions.push({ at: text.length, revision: run.span.revision });
      continue;
    }
    const styled = styledRun(run, style, revision);
    runs.push(styled);
    starts.push(text.length);
    text += styled.text;
  }
  return { text, style, runs, starts, cells: unitCells(text), deletions };
}
