import type { Dialogue, DualDialogue } from '../tree.ts';
import { continuedCue, type DialogueStyles, dialoguePassages, dialogueStyles, moreRow } from './dialogue-rows.ts';
import type { RowGroup } from './group.ts';
import { rowsFrom } from './passage-rows.ts';
import { indented, type Profile } from './profile.ts';
import { type BlockRow, endsWell, isBlankRow, type Place, type Row, START } from './row.ts';

/**
 * Lay out two dialogues side by side, each in a narrow column. Where a page ends inside them both are cut at the same
 * row, and `(MORE)` and the cue with `(CONT'D)` stand on the sides that go on.
 */
export function dualGroup(dual: DualDialogue, block: number, profile: Profile): RowGroup {
  const { left, right } = revisedSides(dual);
  const styles = [dualStyles(profile, 'left'), dualStyles(profile, 'right')] as const;
  const sides = [sideRows(left, styles[0]), sideRows(right, styles[1])] as const;
  const cues = [continuedCue(left, styles[0]), continuedCue(right, styles[1])] as const;
  const rows = dualRows(...sides);
  const onward = ({ passage }: Place, side: (index: 0 | 1) => readonly Row[]): readonly Row[] =>
    sideBySide(passage < sides[0].length ? side(0) : [], passage < sides[1].length ? side(1) : []);
  return {
    block,
    kind: rows.length > profile.bodyLines ? 'longDual' : 'dualDialogue',
    spaceBefore: profile.spacing.other,
    rows: ({ passage }, most) => rows.slice(passage, passage + most),
    continuation: {
      more: (place) => onward(place, (index) => [moreRow(styles[index])]),
      header: (place) => onward(place, (index) => cues[index]()),
    },
  };
}

/** What was revised as a whole was revised on both sides. */
function revisedSides({ left, right, revision }: DualDialogue): { readonly left: Dialogue; readonly right: Dialogue } {
  return revision === undefined ? { left, right } : { left: { revision, ...left }, right: { revision, ...right } };
}

function dualStyles({ dual }: Profile, side: 'left' | 'right'): DialogueStyles {
  const speech = dual[side];
  return dialogueStyles({
    speech,
    cue: indented(speech, dual.cueIndent),
    parenthetical: indented(speech, dual.parentheticalIndent),
  });
}

function sideRows(dialogue: Dialogue, styles: DialogueStyles): readonly Row[] {
  return rowsFrom(dialoguePassages(dialogue, styles), START);
}

/** The rows of both, each a passage of its own. */
function dualRows(left: readonly Row[], right: readonly Row[]): readonly BlockRow[] {
  const rows = sideBySide(left, right);
  return rows.map((row, passage) => ({ ...row, passage, offset: 0, endsBlock: passage === rows.length - 1 }));
}

function sideBySide(left: readonly Row[], right: readonly Row[]): readonly Row[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, index) => bothRows(left[index], right[index]));
}

function bothRows(left: Row | undefined, right: Row | undefined): Row {
  const both = [left, right].filter((row) => row !== undefined);
  return {
    parts: both.flatMap((row) => row.parts),
    revision: both.reduce((latest, { revision }) => Math.max(latest, revision), 0),
    endsLine: both.some((row) => isBlankRow(row) || endsWell(row)),
  };
}
