import { COST, costBetween, costInside } from './break-cost.ts';
import type { Cursor, Filled, FlowRow } from './flow.ts';
import type { PlacedGroup } from './group.ts';
import { cutRowAt, type Row } from './row.ts';

/** A page that ended: its rows, and where the next one begins. */
export interface EndedPage {
  readonly rows: readonly FlowRow[];
  readonly next: Cursor | undefined;
}

/** What a page end needs: the room on the page, and the lines that stand under a page that ends above a place. */
export interface PageRoom {
  readonly capacity: number;
  readonly linesBelow: (last: FlowRow, next: Cursor) => number;
}

/**
 * End a page that is filled: at the cheapest place, and at the lowest of several; so a rule is broken only where a
 * page holds no place that keeps it. A speech or an action may end inside a row, at the end of a sentence.
 */
export function endPage(groups: readonly PlacedGroup[], { rows, next, forced }: Filled, room: PageRoom): EndedPage {
  if (next === undefined) return { rows, next };
  const fits = (last: FlowRow, place: Cursor): boolean => last.line + 1 + room.linesBelow(last, place) <= room.capacity;
  const cut = (index: number): EndedPage | undefined => cutAt(groups, rows, index, fits);
  const last = rows.at(-1);
  if (forced && last !== undefined && fits(last, next)) {
    const whole = costAt(groups, last, next) === COST.free || next.group !== last.group;
    return (whole ? undefined : cut(rows.length - 1)) ?? { rows, next };
  }
  const { end, cost } = cheapestEnd(groups, [...rows, next], fits);
  for (let index = rows.length - 1; index >= (cost === COST.free ? end : 0); index -= 1) {
    const page = cut(index);
    if (page !== undefined) return page;
  }
  return { rows: rows.slice(0, end), next: rows[end] ?? next };
}

/** How many rows stand on the page when it ends at the cheapest place, and what that costs. */
function cheapestEnd(
  groups: readonly PlacedGroup[],
  rows: readonly FlowRow[],
  fits: (last: FlowRow, next: Cursor) => boolean,
): { readonly end: number; readonly cost: number } {
  let best = { end: 1, cost: Number.POSITIVE_INFINITY };
  for (let end = rows.length - 1; end > 0 && best.cost > COST.free; end -= 1) {
    const above = rows[end - 1];
    const below = rows[end];
    if (above === undefined || below === undefined || !fits(above, below)) continue;
    const cost = costAt(groups, above, below);
    if (cost < best.cost) best = { end, cost };
  }
  return best;
}

function costAt(groups: readonly PlacedGroup[], above: FlowRow, below: FlowRow): number {
  const upper = groups[above.group];
  const lower = groups[below.group];
  if (upper === undefined || lower === undefined) return COST.never;
  if (upper !== lower) return costBetween(upper, lower, above.row);
  return costInside(upper.kind, { above: above.row, below: below.row, shown: above.shown });
}

/** The page when it ends inside the row with this index; `undefined` when it must not. */
function cutAt(
  groups: readonly PlacedGroup[],
  rows: readonly FlowRow[],
  index: number,
  fits: (last: FlowRow, next: Cursor) => boolean,
): EndedPage | undefined {
  const last = rows[index];
  const group = last === undefined ? undefined : groups[last.group];
  if (last === undefined || group?.passages === undefined) return undefined;
  const above = cutRowAt(group.passages, last.place);
  if (above?.next === undefined) return undefined;
  const below: Row | undefined = group.rowAt(above.next);
  const next: Cursor = { group: last.group, place: above.next, blockLine: last.blockLine + 1 };
  if (below === undefined || !fits(last, next)) return undefined;
  if (costInside(group.kind, { above, below, shown: last.shown }) !== COST.free) return undefined;
  return { rows: [...rows.slice(0, index), { ...last, row: above }], next };
}
