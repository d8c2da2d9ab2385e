import type { TextRun } from './page.ts';
import type { Passage, PassageStyle } from './passage.ts';
import { CELL, points } from './profile.ts';
import { type BlockRow, type Place, plainRun } from './row.ts';
import { lastSentence } from './sentence.ts';
import { deletedIn, runsIn } from './stretch.ts';
import { stretchCells, type WrapRow, wrapRow } from './wrap.ts';

/** The rows of a block from a place on, no more than `most`: each holds as much of its passage as fits the column. */
export function rowsFrom(
  passages: readonly Passage[],
  from: Place,
  most: number = Number.POSITIVE_INFINITY,
): readonly BlockRow[] {
  const rows: BlockRow[] = [];
  let { passage: index, offset } = from;
  for (let passage = passages[index]; passage !== undefined && rows.length < most; passage = passages[index]) {
    const { column, hang = 0 } = passage.style;
    const wrapped = wrapRow(passage, offset, column.cells - (offset === 0 ? 0 : hang));
    const isLast = index === passages.length - 1;
    const row = stretchRow(passage, { passage: index, offset, isLast }, wrapped);
    rows.push(row);
    if (row.endsLine) index += 1;
    offset = row.endsLine ? 0 : wrapped.next;
  }
  return rows;
}

/** A row that was cut, and where the next one begins. */
export interface CutRow {
  readonly row: BlockRow;
  readonly next: Place;
}

/**
 * The row that begins at a place, cut behind the last sentence that ends inside it, for a page to end there;
 * `undefined` when none does. The words behind it begin the row that follows.
 */
export function cutRowAt(passages: readonly Passage[], { passage: index, offset }: Place): CutRow | undefined {
  const passage = passages[index];
  if (passage === undefined || passage.style.hang !== undefined) return undefined;
  const { text, style } = passage;
  const end = wrapRow(passage, offset, style.column.cells).to;
  const length = lastSentence(text.slice(offset, end));
  if (length === undefined) return undefined;
  const to = offset + length;
  let next = to;
  while (text.charAt(next) === ' ') next += 1;
  const row = stretchRow(passage, { passage: index, offset, isLast: false }, { to, next });
  return { row, next: { passage: index, offset: next } };
}

/** The row of a stretch of a passage. */
function stretchRow(
  passage: Passage,
  { passage: index, offset, isLast }: Place & { readonly isLast: boolean },
  { to, next }: WrapRow,
): BlockRow {
  const { text } = passage;
  const { column, element, hang, align } = passage.style;
  const endsLine = next >= text.length;
  const isPlain = passage.runs === undefined;
  const isBlank = offset === to;
  const runs = isPlain && !isBlank ? [plainRun(text.slice(offset, to))] : runsIn(passage, offset, to);
  const x = hang === undefined && align === undefined ? column.left : leftOf(passage, offset, to);
  return {
    passage: index,
    offset,
    parts: [{ x, runs, element }],
    revision: isPlain ? 0 : latestRevision(runs, deletedIn(passage, offset, endsLine ? text.length : next)),
    isBlank,
    isCue: element === 'cue',
    endsLine,
    endsBlock: endsLine && isLast,
  };
}

function latestRevision(runs: readonly TextRun[], deleted: number): number {
  let latest = deleted;
  for (const { revision } of runs) if (revision !== undefined && revision > latest) latest = revision;
  return latest;
}

function leftOf(passage: Passage, from: number, to: number): number {
  const { column, align, hang }: PassageStyle = passage.style;
  if (align === undefined) return hang === undefined || from === 0 ? column.left : points(column.left + hang * CELL);
  const free = Math.max(0, column.cells - stretchCells(passage, from, to));
  return points(column.left + (align === 'center' ? free / 2 : free) * CELL);
}
