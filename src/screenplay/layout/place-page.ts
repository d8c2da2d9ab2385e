import type { FlowRow } from './flow.ts';
import type { PlacedGroup } from './group.ts';
import type { PlacedLine } from './page.ts';
import type { PageRows } from './paginate.ts';
import { LINE, type Profile } from './profile.ts';
import type { Revisions } from './revisions.ts';
import { lonePart, type Row } from './row.ts';

/** The body of a page, and the latest revision set on it, 0 for none. */
export interface PlacedBody {
  readonly lines: readonly PlacedLine[];
  readonly revision: number;
  /** The labels of the locked pages that begin on it. */
  readonly labels: readonly string[];
}

/** Give the rows of a page their places, and changed ones their mark. */
export function placePage(
  groups: readonly PlacedGroup[],
  { top, rows, bottom, labels }: PageRows,
  { profile, revisions }: { readonly profile: Profile; readonly revisions: Revisions },
): PlacedBody {
  const lines: PlacedLine[] = [];
  let revision = 0;
  const place = (row: Row, line: number, block: number): void => {
    const y = profile.top + line * LINE;
    for (let index = 0; index < row.parts.length; index += 1) {
      const part = row.parts[index];
      if (part !== undefined) lines.push({ x: part.x, y, runs: part.runs, element: part.element, block });
    }
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
  rows.forEach((row) => {
    place(row.row, row.line, blockOf(row));
  });
  bottom.forEach((row, index) => {
    place(row, (last?.line ?? -1) + 1 + index, blockOf(last));
  });
  return { lines, revision, labels };
}
