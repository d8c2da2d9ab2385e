import { type Cursor, type FlowRow, fillPage, reaches, withoutBlankRows } from './flow.ts';
import type { Continuation, PlacedGroup } from './group.ts';
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
  /** What is written where a page ends inside a scene, by the `block` of its heading. */
  readonly sceneBreak: (scene: number) => SceneBreak;
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
export function* paginate(groups: readonly PlacedGroup[], pagination: Pagination): Generator<PageRows, void> {
  const { capacity, starts, sceneBreak } = pagination;
  const seam = (last: FlowRow | undefined, next: Cursor | undefined): SceneBreak => {
    const scene = last === undefined || next === undefined ? -1 : (groups[last.group]?.scene ?? -1);
    return scene >= 0 && next !== undefined && groups[next.group]?.scene === scene ? sceneBreak(scene) : NOTHING;
  };
  const added = ({ group, place }: Cursor): Continuation =>
    (isStart(place) ? undefined : groups[group]?.continuation?.()) ?? NO_MORE;
  const below = (last: FlowRow, next: Cursor): readonly Row[] =>
    added(next).more(next.place).concat(seam(last, next).bottom);
  let started = 0;
  let top: readonly Row[] = [];
  for (let cursor: Cursor | undefined = groups.length === 0 ? undefined : FIRST; cursor !== undefined; ) {
    const labels: string[] = [];
    const block = groups[cursor.group]?.block ?? 0;
    let start = starts[started];
    for (; start !== undefined && reaches(start, block, cursor.blockLine); start = starts[started]) {
      labels.push(start.label);
      started += 1;
    }
    const filled = fillPage(groups, cursor, { top: top.length, capacity, start });
    const { rows, next } = endPage(groups, filled, {
      capacity,
      linesBelow: (last, place) => below(last, place).length,
    });
    const last = rows.at(-1);
    yield { top, rows, bottom: last === undefined || next === undefined ? [] : below(last, next), labels };
    if (next === undefined) break;
    cursor = withoutBlankRows(groups, next);
    top = seam(last, cursor).top.concat(added(cursor).header(cursor.place));
  }
}

const FIRST: Cursor = { group: 0, place: START, blockLine: 0 };
const NOTHING: SceneBreak = { bottom: [], top: [] };
const NO_MORE: Continuation = { more: () => [], header: () => [] };
