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
  readonly hang?: number | undefined;
  readonly align?: 'center' | 'right' | undefined;
  readonly capitals?: true | undefined;
  readonly italic?: true | undefined;
  readonly underline?: true | undefined;
}

/** A style with all fields, whatever is said: V8 reads values of one shape faster than those of several. */
export function passageStyle(given: PassageStyle): PassageStyle {
  const { column, element, hang, align, capitals, italic, underline } = given;
  return { column, element, hang, align, capitals, italic, underline };
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
  /** What each unit of the text fills; `undefined` when it is one cell each. */
  readonly cells: Uint8Array | undefined;
  /** `undefined` when nothing in the text is set apart from the rest. */
  readonly styled: StyledRuns | undefined;
}

/** The runs of a line in their styles. */
export interface StyledRuns {
  /** Together they are the text; none is empty. */
  readonly runs: readonly TextRun[];
  /** Where each run begins in the text. */
  readonly starts: readonly number[];
  /** Where something was taken out, in order of `at`. */
  readonly deletions: readonly Deletion[];
  /** Whether anything in the line belongs to a revision set. */
  readonly isRevised: boolean;
}

interface Deletion {
  readonly at: number;
  readonly revision: number;
}

/** The lines of a text. None when it shows nothing. */
export function passagesOf(shown: StyledText, style: PassageStyle): readonly Passage[] {
  const { text, spans, revision } = shown;
  if (!isUnstyled(shown, style)) return inlineLines(text, spans).map((runs) => styledPassage(runs, style, revision));
  if (text.includes('\n')) return text.split('\n').map((line) => plainPassage(line, style));
  return [plainPassage(text, style)];
}

/** The line of a text that is a single one and plain, as nearly all are; `undefined` for any other. */
export function solePassage(shown: StyledText, style: PassageStyle): Passage | undefined {
  return isUnstyled(shown, style) && !shown.text.includes('\n') ? plainPassage(shown.text, style) : undefined;
}

function isUnstyled({ text, spans, revision }: StyledText, { italic, underline }: PassageStyle): boolean {
  return spans === undefined && revision === undefined && !italic && !underline && isPlain(text);
}

/** A line that is shown as it is written, marks and all. */
export function literalPassage({ text, revision }: StyledText, style: PassageStyle): Passage {
  return styledPassage([{ text, ...PLAIN }], style, revision);
}

function plainPassage(text: string, style: PassageStyle): Passage {
  if (!style.capitals) return { text, style, cells: undefined, styled: undefined };
  const shown = text.toUpperCase();
  return { text: shown, style, cells: unitCells(shown), styled: undefined };
}

function styledPassage(shown: readonly InlineRun[], style: PassageStyle, revision: number | undefined): Passage {
  const runs: TextRun[] = [];
  const starts: number[] = [];
  const deletions: Deletion[] = [];
  let text = '';
  let isRevised = false;
  for (const run of shown) {
    if (run.span?.revision !== undefined) isRevised = true;
    if (run.text === '') {
      if (run.span?.revision !== undefined) deletions.push({ at: text.length, revision: run.span.revision });
      continue;
    }
    const styled = styledRun(run, style, revision);
    runs.push(styled);
    starts.push(text.length);
    text += styled.text;
  }
  isRevised ||= revision !== undefined;
  return { text, style, cells: unitCells(text), styled: { runs, starts, deletions, isRevised } };
}
