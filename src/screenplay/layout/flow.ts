import { lineEnd, placeAfter, type RowGroup } from './group.ts';
import type { LockedStart } from './locked-starts.ts';
import { stretchEnd } from './passage-rows.ts';
import { isStart, type Place, type Stretch } from './row.ts';
import { nextRow } from './wrap.ts';

/** Where a page begins: in which group, where in it, and how many lines of its block stand on the pages before. */
export interface Cursor extends Place {
  readonly group: number;
  readonly blockLine: number;
}

/** A row on its way to a page. */
export interface FlowRow extends Cursor, Stretch {
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
  groups: readonly RowGroup[],
  from: Cursor,
  {
    top,
    capacity,
    start,
  }: { readonly top: number; readonly capacity: number; readonly start: LockedStart | undefined },
): Filled {
  const rows: FlowRow[] = [];
  let { group: index, passage, offset, blockLine } = from;
  let line = top;
  for (let group = groups[index]; group !== undefined; group = groups[index]) {
    const { block, lines, startsPage } = group;
    if (rows.length > 0) line += group.spaceBefore;
    let shown = 0;
    for (;;) {
      const words = lines[passage];
      if (words === undefined) break;
      const { style } = words;
      const to = style === undefined ? 0 : stretchEnd(words, offset);
      if (style === undefined ? !words.isCue : style.element !== 'cue') shown += 1;
      const row: FlowRow = { group: index, passage, offset, to, blockLine, line, shown };
      if (rows.length > 0) {
        const forced = (startsPage && isStart(row)) || (start !== undefined && reaches(start, block, blockLine));
        if (forced || line >= capacity) return { rows, next: row, forced };
      }
      rows.push(row);
      line += 1;
      if (style === undefined ? !words.isBlank : offset < to) blockLine += 1;
      const { length } = words.text;
      offset = to < length ? nextRow(words.text, to) : to;
      if (offset < length) continue;
      passage += 1;
      offset = 0;
    }
    index += 1;
    passage = 0;
    if (groups[index]?.block !== block) blockLine = 0;
  }
  return { rows, next: undefined, forced: false };
}

/** Where a page begins that would begin at a place: not with blank rows of a block that goes on. */
export function withoutBlankRows(groups: readonly RowGroup[], from: Cursor): Cursor {
  const lines = groups[from.group]?.lines ?? [];
  let place: Place = from;
  while (!isStart(place)) {
    const { passage, offset } = place;
    const words = lines[passage];
    if (words === undefined) break;
    const to = lineEnd(words, offset);
    const next = placeAfter(words, { passage, offset, to });
    if (!(words.style === undefined ? words.isBlank : offset === to) || lines[next.passage] === undefined) break;
    place = next;
  }
  return place === from ? from : { group: from.group, ...place, blockLine: from.blockLine };
}

/** Whether a row stands at a locked start or behind it. */
export function reaches(start: LockedStart, block: number, blockLine: number): boolean {
  return block > start.block || (block === start.block && blockLine >= start.line);
}
