import type { Passage } from './passage.ts';
import { passageRow, stretchEnd } from './passage-rows.ts';
import { type BreakRow, isStart, type Place, type Row, type RowPart, type Stretch } from './row.ts';
import { nextRow } from './wrap.ts';

/** What a block is, as far as page breaks go. */
export type GroupKind =
  | 'sceneHeading'
  | 'shot'
  | 'omitted'
  | 'action'
  | 'general'
  | 'dialogue'
  | 'dualDialogue'
  /** Two who speak at once for more than a page. */
  | 'longDual'
  | 'transition'
  | 'centered'
  | 'lyrics'
  | 'actStart'
  | 'actEnd';

/** What is added where a page ends above the row at a place: `(MORE)`, and the cue with `(CONT'D)` overleaf. */
export interface Continuation {
  readonly more: (place: Place) => readonly Row[];
  readonly header: (place: Place) => readonly Row[];
}

/** A row of two who speak at once. */
export interface SharedRow extends Row, BreakRow {
  readonly style?: undefined;
}

/** What rows are made of: a line that is broken to fit its column, or a row that is made already. */
export type RowLine = Passage | SharedRow;

/** The rows of one block, at least one. */
export interface RowGroup {
  /** The index of the block in the script's `children`. */
  readonly block: number;
  readonly kind: GroupKind;
  /** Blank lines above it, unless it begins a page. */
  readonly spaceBefore: number;
  /** They are broken into rows when a page asks for them, so that a block of any length costs what it shows. */
  readonly lines: readonly RowLine[];
  /** What stands beside its first row. */
  readonly beside: readonly RowPart[] | undefined;
  /** Made when a page ends inside the block; `undefined` where nothing is added. */
  readonly continuation: (() => Continuation) | undefined;
  /** Whether it begins a page, whatever stands above. */
  readonly startsPage: boolean;
}

/** Where the row of a line ends that begins at an offset. */
export function lineEnd(line: RowLine, offset: number): number {
  return line.style === undefined ? 0 : stretchEnd(line, offset);
}

/** Where the row begins that follows one of a line. */
export function placeAfter({ text }: RowLine, { passage, to }: Stretch): Place {
  const offset = nextRow(text, to);
  return offset < text.length ? { passage, offset } : { passage: passage + 1, offset: 0 };
}

/** What stands on a row of a block. */
export function groupRow({ lines, beside }: RowGroup, stretch: Stretch): Row {
  const line = lines[stretch.passage];
  if (line?.style === undefined) return line ?? { parts: [], revision: 0 };
  const row = passageRow(line, stretch);
  if (beside === undefined || !isStart(stretch)) return row;
  return { ...row, parts: [...row.parts, ...beside].toSorted((a, b) => a.x - b.x) };
}

/** What page breaks look at in a row of a block, given its lines. */
export function breakRow(lines: readonly RowLine[], { passage, offset, to }: Stretch): BreakRow {
  const line = lines[passage];
  if (line === undefined) return NOTHING;
  if (line.style === undefined) return line;
  const { text, style } = line;
  const endsLine = nextRow(text, to) >= text.length;
  return {
    text: text.slice(offset, to),
    isBlank: offset === to,
    isCue: style.element === 'cue',
    isParenthetical: style.element === 'parenthetical',
    endsLine,
    endsBlock: endsLine && passage === lines.length - 1,
  };
}

const NOTHING: BreakRow = {
  text: '',
  isBlank: true,
  isCue: false,
  isParenthetical: false,
  endsLine: true,
  endsBlock: true,
};
