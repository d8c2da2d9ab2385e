import type { Dialogue, DualDialogue } from '../tree.ts';
import { endsWell } from './break-cost.ts';
import { continued, type DialogueStyles, dialoguePassages, dialogueStyles } from './dialogue-rows.ts';
import { breakRow, type Continuation, type RowGroup, type SharedRow } from './group.ts';
import { passageRow, stretchesOf } from './passage-rows.ts';
import { type Column, indented, type Profile } from './profile.ts';
import type { Place, Row } from './row.ts';

/**
 * Lay out two dialogues side by side, each in a narrow column. Where a page ends inside them both are cut at the same
 * row, and `(MORE)` and the cue with `(CONT'D)` stand on the sides that go on.
 */
export function dualGroup(
  dual: DualDialogue,
  block: number,
  { profile, dualStyles: styles }: { readonly profile: Profile; readonly dualStyles: DualStyles },
): RowGroup {
  const { left, right } = revisedSides(dual);
  const sides = [sideRows(left, styles[0]), sideRows(right, styles[1])] as const;
  const added = [continued(left, styles[0]), continued(right, styles[1])] as const;
  const rows = dualRows(...sides);
  const onward = (place: Place, rowsOf: (side: Continuation) => readonly Row[]): readonly Row[] =>
    sideBySide(
      place.passage < sides[0].length ? rowsOf(added[0]()) : [],
      place.passage < sides[1].length ? rowsOf(added[1]()) : [],
    );
  return {
    block,
    kind: rows.length > profile.bodyLines ? 'longDual' : 'dualDialogue',
    spaceBefore: profile.spacing.other,
    lines: rows,
    beside: undefined,
    continuation: () => ({
      more: (place) => onward(place, (side) => side.more(place)),
      header: (place) => onward(place, (side) => side.header(place)),
    }),
    startsPage: false,
  };
}

/** What was revised as a whole was revised on both sides. */
function revisedSides({ left, right, revision }: DualDialogue): { readonly left: Dialogue; readonly right: Dialogue } {
  return revision === undefined ? { left, right } : { left: { revision, ...left }, right: { revision, ...right } };
}

/** How the lines of two who speak at once are put into their columns. */
export type DualStyles = readonly [left: DialogueStyles, right: DialogueStyles];

/** The columns of two who speak at once. */
export function dualStyles({ dual }: Profile): DualStyles {
  const side = (speech: Column): DialogueStyles =>
    dialogueStyles({
      speech,
      cue: indented(speech, dual.cueIndent),
      parenthetical: indented(speech, dual.parentheticalIndent),
    });
  return [side(dual.left), side(dual.right)];
}

function sideRows(dialogue: Dialogue, styles: DialogueStyles): readonly SharedRow[] {
  const lines = dialoguePassages(dialogue, styles);
  return stretchesOf(lines).flatMap((stretch): readonly SharedRow[] => {
    const line = lines[stretch.passage];
    return line === undefined ? [] : [{ ...passageRow(line, stretch), ...breakRow(lines, stretch) }];
  });
}

/** The rows of both, each a line of its own. */
function dualRows(left: readonly SharedRow[], right: readonly SharedRow[]): readonly SharedRow[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, index) => {
    const both = [left[index], right[index]].filter((row) => row !== undefined);
    return {
      ...joined(both),
      text: '',
      isBlank: both.every(({ isBlank }) => isBlank),
      isCue: both.some(({ isCue }) => isCue),
      isParenthetical: both.some(({ isParenthetical }) => isParenthetical),
      endsLine: both.some((row) => row.isBlank || endsWell(row)),
      endsBlock: index === length - 1,
    };
  });
}

function sideBySide(left: readonly Row[], right: readonly Row[]): readonly Row[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, index) => joined([left[index], right[index]].filter((row) => row !== undefined)));
}

/** Rows that stand beside one another. */
function joined(rows: readonly Row[]): Row {
  return {
    parts: rows.flatMap(({ parts }) => parts),
    revision: Math.max(...rows.map(({ revision }) => revision)),
  };
}
