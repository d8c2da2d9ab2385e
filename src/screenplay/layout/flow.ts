import { groupRows, type PlacedGroup } from './group.ts';
import type { LockedStart } from './locked-starts.ts';
import { type BlockRow, isStart, type Place, START } from './row.ts';

/** Where a page begins: in which group, where in it, and how many lines of its block stand on the pages before. */
export interface Cursor {
  readonly group: number;
  readonly place: Place;
  readonly blockLine: number;
}

/** A row on its way to a page. */
export interface FlowRow extends Cursor {
  readonly row: BlockRow;
  /** The body line it stands on, from 0. */
  readonly line: number;
  /** How many rows of its group stand on the page so far, itself included and the cue not. */
  readonly shown: number;
}

/** The rows that may stand on a page: as many as fit. */
export interface Filled {
  readonly rows: readonly FlowRow[];
  /** The row after them; `undefined` when the script ends. */
  readonly next: FlowRow | undefined;
  /** Whether the page must end here, because the next row begins one. */
  readonly forced: boolean;
}

/** Fill a page from a place on. At least one row stands on it. */
export function fillPage(
  groups: readonly PlacedGroup[],
  from: Cursor,
  {
    top,
    capacity,
    start,
  }: { readonly top: number; readonly capacity: number; readonly start: LockedStart | undefined },
): Filled {
  const rows: FlowRow[] = [];
  let { group: index, place, blockLine } = from;
  let line = top;
  for (let group = groups[index]; group !== undefined; group = groups[index]) {
    const { block, startsPage, spaceBefore } = group;
    if (rows.length > 0) line += spaceBefore;
    let shown = 0;
    // One row more than there is room for: the one that the page ends above.
    const blockRows = groupRows(group, place, Math.max(1, capacity - line) + 1);
    for (let at = 0; at < blockRows.length; at += 1) {
      const row = blockRows[at];
      if (row === undefined) break;
      if (!row.isCue) shown += 1;
      const next: FlowRow = { group: index, place: row, blockLine, row, line, shown };
      if (rows.length > 0) {
        const forced = (startsPage && isStart(row)) || (start !== undefined && reaches(start, block, blockLine));
        if (forced || line >= capacity) return { rows, next, forced };
      }
      rows.push(next);
      line += 1;
      if (!row.isBlank) blockLine += 1;
    }
    index += 1;
    place = START;
    if (groups[index]?.block !== block) blockLine = 0;
  }
  return { rows, next: undefined, forced: false };
}

/** Where a page begins that would begin at a place: not with blank rows of a block that goes on. */
export function withoutBlankRows(groups: readonly PlacedGroup[], from: Cursor): Cursor {
  let cursor = from;
  while (!isStart(cursor.place)) {
    const group = groups[cursor.group];
    const [row, next] = group === undefined ? [] : groupRows(group, cursor.place, 2);
    if (row === undefined || next === undefined || !row.isBlank) break;
    cursor = { ...cursor, place: next };
  }
  return cursor;
}

/** Whether a row stands at a locked start or behind it. */
export function reaches(start: LockedStart, block: number, blockLine: number): boolean {
  return block > start.block || (block === start.block && blockLine >= start.line);
}
