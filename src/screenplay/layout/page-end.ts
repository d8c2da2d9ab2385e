import { COST, costBetween, costInside } from './break-cost.ts';
import type { Cursor, Filled, FlowRow } from './flow.ts';
import { breakRow, lineEnd, placeAfter, type RowGroup } from './group.ts';
import { lastSentence } from './sentence.ts';

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
export function endPage(groups: readonly RowGroup[], { rows, next, forced }: Filled, room: PageRoom): EndedPage {
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
  let end = 1;
  let cost = Number.POSITIVE_INFINITY;
  for (let count = rows.length, below = next; count > 0 && cost > COST.free; count -= 1) {
    const above = rows[count - 1];
    if (above === undefined) break;
    const found = fits(above, below) ? costAt(groups, above, below) : Number.POSITIVE_INFINITY;
    below = above;
    if (found >= cost) continue;
    end = count;
    cost = found;
  }
  for (let index = rows.length - 1; index >= (cost === COST.free ? end : 0); index -= 1) {
    const page = cut(index);
    if (page !== undefined) return page;
  }
  return end === rows.length ? { rows, next } : { rows: rows.slice(0, end), next: rows[end] };
}

function costAt(groups: readonly RowGroup[], above: FlowRow, below: FlowRow): number {
  const upper = groups[above.group];
  const lower = groups[below.group];
  if (upper === undefined || lower === undefined) return COST.never;
  const last = breakRow(upper.lines, above);
  if (upper !== lower) return costBetween(upper, lower, last);
  return costInside(upper.kind, { above: last, below: breakRow(lower.lines, below), shown: above.shown });
}

/** The last row of a page that ends inside a row, at the end of a sentence; `undefined` when none may. The words behind it begin the row that follows. */
function cutRow(
  groups: readonly RowGroup[],
  row: FlowRow | undefined,
): { readonly last: FlowRow; readonly next: Cursor } | undefined {
  const group = row === undefined ? undefined : groups[row.group];
  if (row === undefined || (group?.kind !== 'action' && group?.kind !== 'dialogue')) return undefined;
  const { kind, lines } = group;
  const line = lines[row.passage];
  // What hangs is not cut.
  if (line?.style === undefined || line.style.hang !== undefined) return undefined;
  const length = lastSentence(line.text.slice(row.offset, row.to));
  if (length === undefined) return undefined;
  const last = { ...row, to: row.offset + length };
  const place = placeAfter(line, last);
  const below = { ...place, to: lineEnd(line, place.offset) };
  const above = breakRow(lines, last);
  if (costInside(kind, { above, below: breakRow(lines, below), shown: row.shown }) !== COST.free) return undefined;
  return { last, next: { group: row.group, ...place, blockLine: row.blockLine + 1 } };
}
