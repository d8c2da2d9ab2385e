import type { SceneHeading } from '../tree.ts';
import type { RowGroup } from './group.ts';
import { passageStyle, passagesOf } from './passage.ts';
import type { Profile } from './profile.ts';
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
  const passages = passagesOf(shown, passageStyle({ column, element: kind, capitals: true }));
  if (passages.length === 0) return undefined;
  return {
    block,
    kind,
    spaceBefore: profile.spacing.sceneHeading,
    lines: passages,
    beside: numbers.length === 0 ? undefined : numbers,
    continuation: undefined,
    startsPage: false,
  };
}
