import { COST, costBetween, costInside } from './break-cost.ts';
import type { Cursor, Filled, FlowRow } from './flow.ts';
import { groupRows, type PlacedGroup } from './group.ts';
import type { Passage } from './passage.ts';
import { cutRowAt } from './passage-rows.ts';

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
  const cut = (index: number): EndedPage | undefined => {
    const end = cutRow(groups, rows[index]);
    return end !== undefined && fits(end.last, end.next)
      ? { rows: [...rows.slice(0, index), end.last], next: end.next }
      : undefined;
  };
  const last = rows.at(-1);
  if (forced && last !== undefined && fits(last, next)) {
    const whole = next.group !== last.group || costAt(groups, last, next) === COST.free;
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

/** The last row of a page that ends inside a row, at the end of a sentence; `undefined` when none may. */
function cutRow(
  groups: readonly PlacedGroup[],
  row: FlowRow | undefined,
): { readonly last: FlowRow; readonly next: Cursor } | undefined {
  const group = row === undefined ? undefined : groups[row.group];
  if (row === undefined || group === undefined || !isCut(group)) return undefined;
  const cut = cutRowAt(group.rows, row.place);
  const [below] = cut === undefined ? [] : groupRows(group, cut.next, 1);
  if (cut === undefined || below === undefined) return undefined;
  if (costInside(group.kind, { above: cut.row, below, shown: row.shown }) !== COST.free) return undefined;
  const next = { group: row.group, place: cut.next, blockLine: row.blockLine + 1 };
  return { last: { ...row, row: cut.row }, next };
}

/** Whether a page may end inside a row of a block. */
function isCut(group: PlacedGroup): group is PlacedGroup & { readonly rows: readonly Passage[] } {
  return (group.kind === 'action' || group.kind === 'dialogue') && typeof group.rows !== 'function';
}
