import { COST, costBetween, costInside } from './break-cost.ts';
import type { PlacedLine } from './page.ts';
import { LINE, type Profile } from './profile.ts';
import type { Row, RowGroup } from './row.ts';

/** A row on its way to a page. */
interface FlowRow {
  readonly row: Row;
  readonly group: RowGroup;
  /** Its place in the group. */
  readonly at: number;
  /** Blank lines above it, unless it begins a page. */
  readonly space: number;
  /** What it costs to end a page above it. */
  readonly cost: number;
}

/**
 * Put the rows of a stretch of blocks onto pages.
 *
 * Each page ends at the cheapest place it can, and at the lowest of several; so a rule is broken only where a page
 * holds no place that keeps it. Time grows with the number of rows.
 */
export function paginate(groups: readonly RowGroup[], profile: Profile): readonly (readonly PlacedLine[])[] {
  const flow: FlowRow[] = groups.flatMap((group, index) => groupFlow(group, groups[index - 1]));
  const pages: (readonly PlacedLine[])[] = [];
  for (let start = 0; start < flow.length; ) {
    const end = sentencePageEnd(flow, start, profile.bodyLines);
    pages.push(placeRows(flow, { start, end }, profile));
    start = end;
  }
  return pages;
}

function groupFlow(group: RowGroup, above: RowGroup | undefined): readonly FlowRow[] {
  return group.rows.map((row, at) => {
    const cost = at > 0 ? costInside(group, at) : above === undefined ? COST.free : costBetween(above, group);
    return { row, group, at, space: at === 0 ? group.spaceBefore : 0, cost };
  });
}

/**
 * Where the page that begins with the row `start` ends: at a row's edge, or lower down at the end of a sentence
 * inside a row. Then that row is cut in `flow`, and what follows in its line is wrapped anew.
 */
function sentencePageEnd(flow: FlowRow[], start: number, capacity: number): number {
  const { end, cost, fits, full } = pageEnd(flow, start, capacity);
  if (end === flow.length) return end;
  const lowest = cost === COST.free ? end : start;
  for (let index = fits - 1; index >= lowest; index -= 1) {
    const cut = cutRow(flow, { index, start, roomForMore: !full || index < fits - 1 });
    if (cut === undefined) continue;
    flow.splice(index, cut.replaces, ...cut.rows);
    return index + 1;
  }
  return end;
}

/** What stands in the flow instead of a row and the rest of its block, when a page may end inside that row. */
function cutRow(
  flow: readonly FlowRow[],
  { index, start, roomForMore }: { readonly index: number; readonly start: number; readonly roomForMore: boolean },
): { readonly replaces: number; readonly rows: readonly FlowRow[] } | undefined {
  const cutting = flow[index];
  const group = cutting?.group;
  if (cutting === undefined || (group?.kind !== 'action' && group?.kind !== 'dialogue')) return undefined;
  const { at, space, cost } = cutting;
  const alone = index === start && at > 0;
  if (alone || (group.continuation !== undefined && !roomForMore)) return undefined;
  const cut = cutting.row.cut?.();
  if (cut === undefined) return undefined;
  const rows = [...group.rows.slice(0, at), cut.head, ...cut.tail, ...group.rows.slice(at + cut.replaces)];
  const anew: RowGroup = { ...group, rows };
  if (costInside(anew, at + 1) !== COST.free) return undefined;
  const [, ...after] = groupFlow(anew, undefined).slice(at);
  return { replaces: group.rows.length - at, rows: [{ row: cut.head, group: anew, at, space, cost }, ...after] };
}

/** The index of the first row that is not on the page, what it costs to end it there, the first row that does not fit, and whether the rows above it fill the page. */
function pageEnd(
  flow: readonly FlowRow[],
  start: number,
  capacity: number,
): { readonly end: number; readonly cost: number; readonly fits: number; readonly full: boolean } {
  let used = continuedHeader(flow[start]).length;
  let best = { end: start + 1, cost: Number.POSITIVE_INFINITY };
  for (let at = start; at < flow.length; at += 1) {
    const row = flow[at];
    if (row === undefined) break;
    const more = row.at > 0 && row.group.continuation !== undefined ? 1 : 0;
    const cost = at - start < 2 && row.at > at - start ? Math.max(row.cost, COST.singleLine) : row.cost;
    if (at > start && used + more <= capacity && cost <= best.cost) best = { end: at, cost };
    const above = used;
    used += 1 + (at === start ? 0 : row.space);
    if (used > capacity) return { ...best, fits: at, full: above >= capacity };
  }
  return { end: flow.length, cost: COST.free, fits: flow.length, full: false };
}

/** The rows that repeat the cue when a page begins inside a dialogue. */
function continuedHeader(first: FlowRow | undefined): readonly Row[] {
  return first !== undefined && first.at > 0 ? (first.group.continuation?.header ?? []) : [];
}

function placeRows(
  flow: readonly FlowRow[],
  { start, end }: { readonly start: number; readonly end: number },
  profile: Profile,
): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let line = 0;
  const place = (row: Row, block: number): void => {
    const y = profile.top + line * LINE;
    lines.push(...row.parts.map((part) => ({ ...part, y, block })));
    line += 1;
  };
  for (const row of continuedHeader(flow[start])) place(row, flow[start]?.group.block ?? -1);
  for (const { row, group, space } of flow.slice(start, end)) {
    if (line > 0) line += space;
    place(row, group.block);
  }
  const next = flow[end];
  if (next !== undefined && next.at > 0 && next.group.continuation)
    place(next.group.continuation.more, next.group.block);
  return lines;
}
