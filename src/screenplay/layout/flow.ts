import type { PlacedGroup } from './group.ts';
import type { LockedStart } from './locked-starts.ts';
import { isBlankRow, type Place, type Row, START } from './row.ts';

/** Where a page begins: in which group, where in it, and how many lines of its block stand on the pages before. */
export interface Cursor {
  readonly group: number;
  readonly place: Place;
  readonly blockLine: number;
}

/** A row on its way to a page. */
export interface FlowRow extends Cursor {
  readonly row: Row;
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
  let line = top;
  let shown = 0;
  for (let cursor: Cursor | undefined = from; cursor !== undefined; ) {
    const { group: index, place, blockLine }: Cursor = cursor;
    const group: PlacedGroup | undefined = groups[index];
    const row = group?.rowAt(place);
    if (group === undefined || row === undefined) break;
    const first = rows.length === 0;
    if (place === START) {
      shown = 0;
      if (!first) line += group.spaceBefore;
    }
    if (!isCue(row)) shown += 1;
    const next: FlowRow = { group: index, place, blockLine, row, line, shown };
    if (!first && ((place === START && group.startsPage) || reaches(start, group.block, blockLine)))
      return { rows, next, forced: true };
    if (!first && line >= capacity) return { rows, next, forced: false };
    rows.push(next);
    line += 1;
    cursor = cursorAfter(groups, next, row);
  }
  return { rows, next: undefined, forced: false };
}

/** Where the script goes on after a row. */
export function cursorAfter(
  groups: readonly PlacedGroup[],
  { group, blockLine }: Cursor,
  row: Row,
): Cursor | undefined {
  const lines = blockLine + (isBlankRow(row) ? 0 : 1);
  if (row.next !== undefined) return { group, place: row.next, blockLine: lines };
  const next = groups[group + 1];
  if (next === undefined) return undefined;
  return { group: group + 1, place: START, blockLine: next.block === groups[group]?.block ? lines : 0 };
}

/** Where a page begins that would begin at a place: not with blank rows of a block that goes on. */
export function withoutBlankRows(groups: readonly PlacedGroup[], from: Cursor): Cursor {
  let cursor = from;
  while (cursor.place !== START) {
    const row = groups[cursor.group]?.rowAt(cursor.place);
    if (row?.next === undefined || !isBlankRow(row)) break;
    cursor = { ...cursor, place: row.next };
  }
  return cursor;
}

/** Whether a row stands at a locked start or behind it. */
export function reaches(start: LockedStart | undefined, block: number, blockLine: number): boolean {
  if (start === undefined) return false;
  return block > start.block || (block === start.block && blockLine >= start.line);
}

function isCue({ parts }: Row): boolean {
  return parts.some(({ element }) => element === 'cue');
}
