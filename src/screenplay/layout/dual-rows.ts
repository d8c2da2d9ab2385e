import type { Dialogue, DualDialogue } from '../tree.ts';
import { continuedCue, type DialogueColumns, dialoguePassages, moreRow } from './dialogue-rows.ts';
import type { RowGroup } from './group.ts';
import { indented, type Profile } from './profile.ts';
import { allRows, endsWell, isBlankRow, type Place, type Row } from './row.ts';

/**
 * Lay out two dialogues side by side, each in a narrow column. Where a page ends inside them both are cut at the same
 * row, and `(MORE)` and the cue with `(CONT'D)` stand on the sides that go on.
 */
export function dualGroup(dual: DualDialogue, block: number, profile: Profile): RowGroup {
  const { left, right } = revisedSides(dual);
  const columns = [dualColumns(profile, 'left'), dualColumns(profile, 'right')] as const;
  const rows = [allRows(dialoguePassages(left, columns[0])), allRows(dialoguePassages(right, columns[1]))] as const;
  const cues = [continuedCue(left, columns[0]), continuedCue(right, columns[1])] as const;
  const length = Math.max(rows[0].length, rows[1].length);
  const onward = ({ passage }: Place, side: (index: 0 | 1) => readonly Row[]): readonly Row[] =>
    sideBySide(passage < rows[0].length ? side(0) : [], passage < rows[1].length ? side(1) : []);
  return {
    block,
    kind: length > profile.bodyLines ? 'longDual' : 'dualDialogue',
    spaceBefore: profile.spacing.other,
    rowAt: ({ passage }) =>
      passage < length
        ? bothRows(
            rows[0][passage],
            rows[1][passage],
            passage + 1 < length ? { passage: passage + 1, offset: 0 } : undefined,
          )
        : undefined,
    continuation: {
      more: (place) => onward(place, (index) => [moreRow(columns[index])]),
      header: (place) => onward(place, (index) => cues[index]()),
    },
  };
}

/** What was revised as a whole was revised on both sides. */
function revisedSides({ left, right, revision }: DualDialogue): { readonly left: Dialogue; readonly right: Dialogue } {
  return revision === undefined ? { left, right } : { left: { revision, ...left }, right: { revision, ...right } };
}

function dualColumns({ dual }: Profile, side: 'left' | 'right'): DialogueColumns {
  const speech = dual[side];
  return {
    speech,
    cue: indented(speech, dual.cueIndent),
    parenthetical: indented(speech, dual.parentheticalIndent),
  };
}

function sideBySide(left: readonly Row[], right: readonly Row[]): readonly Row[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, index) => bothRows(left[index], right[index], undefined));
}

function bothRows(left: Row | undefined, right: Row | undefined, next: Place | undefined): Row {
  const both = [left, right].filter((row) => row !== undefined);
  return {
    parts: both.flatMap((row) => row.parts),
    revision: both.reduce((latest, { revision }) => Math.max(latest, revision), 0),
    endsLine: both.some((row) => isBlankRow(row) || endsWell(row)),
    next,
  };
}
