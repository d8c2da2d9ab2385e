import { type Cursor, type FlowRow, fillPage, reaches, withoutBlankRows } from './flow.ts';
import type { Continuation, RowGroup } from './group.ts';
import type { LockedStart } from './locked-starts.ts';
import { endPage } from './page-end.ts';
import { isStart, type Row, START } from './row.ts';

/** What is written where a page ends inside a scene: under it, and at the top of the next. */
export interface SceneBreak {
  readonly bottom: readonly Row[];
  readonly top: readonly Row[];
}

/** How rows are put onto pages. */
export interface Pagination {
  /** How many lines a page holds. */
  readonly capacity: number;
  /** Where locked pages begin, from top to bottom. */
  readonly starts: readonly LockedStart[];
  /** What is written where a page ends between two blocks or inside one; `undefined` when nothing is anywhere. */
  readonly sceneBreak: ((above: number, below: number) => SceneBreak | undefined) | undefined;
}

/** The rows of a page, with those that the layout adds above and below them. */
export interface PageRows {
  readonly top: readonly Row[];
  readonly rows: readonly FlowRow[];
  readonly bottom: readonly Row[];
  /** The labels of the locked pages that begin here. */
  readonly labels: readonly string[];
}

/** Put the rows of a script onto pages, page by page. Time grows with the number of rows. */
export function* paginate(groups: readonly RowGroup[], pagination: Pagination): Generator<PageRows, void> {
  const { capacity, starts, sceneBreak } = pagination;
  const seam = (last: FlowRow, next: Cursor): SceneBreak =>
    sceneBreak?.(groups[last.group]?.block ?? -1, groups[next.group]?.block ?? -1) ?? NOTHING;
  const added = (next: Cursor): Continuation =>
    (isStart(next) ? undefined : groups[next.group]?.continuation?.()) ?? NO_MORE;
  const linesBelow = (last: FlowRow, next: Cursor): number =>
    added(next).more(next).length + seam(last, next).bottom.length;
  let started = 0;
  let top = NONE;
  for (let cursor: Cursor | undefined = groups.length === 0 ? undefined : FIRST; cursor !== undefined; ) {
    const labels: string[] = [];
    const block = groups[cursor.group]?.block ?? 0;
    let start = starts[started];
    for (; start !== undefined && reaches(start, block, cursor.blockLine); start = starts[started]) {
      labels.push(start.label);
      started += 1;
    }
    const filled = fillPage(groups, cursor, { top: top.length, capacity, start });
    const { rows, next } = endPage(groups, filled, { capacity, linesBelow });
    const last = rows.at(-1);
    if (next === undefined || last === undefined) {
      yield { top, rows, bottom: NONE, labels };
      break;
    }
    yield { top, rows, bottom: added(next).more(next).concat(seam(last, next).bottom), labels };
    cursor = withoutBlankRows(groups, next);
    top = seam(last, cursor).top.concat(added(cursor).header(cursor));
  }
}

const FIRST: Cursor = { group: 0, ...START, blockLine: 0 };
const NONE: readonly Row[] = [];
const NOTHING: SceneBreak = { bottom: NONE, top: NONE };
const NO_MORE: Continuation = { more: () => NONE, header: () => NONE };
