import type { FlowRow } from './flow.ts';
import { groupRow, type RowGroup } from './group.ts';
import type { PlacedLine } from './page.ts';
import type { PageRows } from './paginate.ts';
import { leftOf } from './passage-rows.ts';
import { LINE, type Profile } from './profile.ts';
import type { Revisions } from './revisions.ts';
import { lonePart, type Row } from './row.ts';
import { runsIn } from './stretch.ts';

/** The body of a page, and the latest revision set on it, 0 for none. */
export interface PlacedBody {
  readonly lines: readonly PlacedLine[];
  readonly revision: number;
  /** The labels of the locked pages that begin on it. */
  readonly labels: readonly string[];
}

/** Give the rows of a page their places, and changed ones their mark. */
export function placePage(
  groups: readonly RowGroup[],
  { top, rows, bottom, labels }: PageRows,
  { profile, revisions }: { readonly profile: Profile; readonly revisions: Revisions },
): PlacedBody {
  const lines: PlacedLine[] = [];
  let revision = 0;
  const place = (row: Row, line: number, block: number): void => {
    const y = profile.top + line * LINE;
    for (const { x, runs, element } of row.parts) lines.push({ x, y, runs, element, block });
    if (row.revision === 0) return;
    revision = Math.max(revision, row.revision);
    const mark = revisions.mark(row.revision);
    if (mark !== undefined) lines.push({ ...lonePart(mark, profile.revisionMarks, 'revisionMark'), y, block });
  };
  const blockOf = (row: FlowRow | undefined): number => (row === undefined ? -1 : (groups[row.group]?.block ?? -1));
  const last = rows.at(-1);
  top.forEach((row, index) => {
    place(row, index, blockOf(rows[0]));
  });
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    const group = row === undefined ? undefined : groups[row.group];
    if (row === undefined || group === undefined) continue;
    const { block, lines: from, beside } = group;
    const words = from[row.passage];
    if (words?.style === undefined || words.styled?.isRevised || beside !== undefined) {
      place(groupRow(group, row), row.line, block);
      continue;
    }
    // What `place` does, for nearly all rows there are.
    const { element } = words.style;
    const runs = runsIn(words, row.offset, row.to);
    lines.push({ x: leftOf(words, row.offset, row.to), y: profile.top + row.line * LINE, runs, element, block });
  }
  bottom.forEach((row, index) => {
    place(row, (last?.line ?? -1) + 1 + index, blockOf(last));
  });
  return { lines, revision, labels };
}
