import type { SceneHeading } from '../tree.ts';
import type { RowGroup, RowSource } from './group.ts';
import { type Passage, passagesOf } from './passage.ts';
import { rowsFrom } from './passage-rows.ts';
import type { Profile } from './profile.ts';
import { isStart, type RowPart } from './row.ts';
import { headingCells, type SceneNumbers, sceneNumberParts } from './scene-numbers.ts';

/** What a page shows in place of a scene that was taken out. */
const OMITTED = 'OMITTED';

/** Lay out a heading with its number in the margins; `undefined` when it shows nothing. */
export function headingGroup(
  { number, text, spans, revision, omitted }: SceneHeading,
  block: number,
  { profile, sceneNumbers }: { readonly profile: Profile; readonly sceneNumbers: SceneNumbers },
): RowGroup | undefined {
  const numbers = number === undefined ? [] : sceneNumberParts(number, sceneNumbers, profile);
  const kind = omitted ? 'omitted' : 'sceneHeading';
  const column = { left: profile.body.left, cells: headingCells(numbers, profile) };
  const shown = omitted ? { text: OMITTED, revision } : { text, spans, revision };
  const passages = passagesOf(shown, { column, element: kind, capitals: true });
  if (passages.length === 0) return undefined;
  return {
    block,
    kind,
    spaceBefore: profile.spacing.sceneHeading,
    rows: numbers.length === 0 ? passages : numberedRows(passages, numbers),
  };
}

/** Rows with the number of the scene beside the first. */
function numberedRows(passages: readonly Passage[], numbers: readonly RowPart[]): RowSource {
  return (from, most) =>
    rowsFrom(passages, from, most).map((row) =>
      isStart(row) ? { ...row, parts: [...row.parts, ...numbers].toSorted((a, b) => a.x - b.x) } : row,
    );
}
