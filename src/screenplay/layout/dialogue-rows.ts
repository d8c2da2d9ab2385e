import { joinCue } from '../cue.ts';
import { inlineLines } from '../inline/inline.ts';
import type { Dialogue, DialoguePart } from '../tree.ts';
import type { TextRun } from './page.ts';
import { CELL, type Column, type Profile, points } from './profile.ts';
import { columnRows, type Row, type RowGroup, rowText } from './row.ts';

/** The columns of somebody who speaks alone, or of one of two. */
interface DialogueColumns {
  readonly cue: Column;
  readonly parenthetical: Column;
  readonly speech: Column;
}

const CONTINUED = "CONT'D";
const MORE = '(MORE)';

/** Lay out a dialogue: its cue, then its parts. A page break inside it costs a row for `(MORE)` and one for the cue. */
export function dialogueGroup(dialogue: Dialogue, block: number, profile: Profile): RowGroup {
  return {
    block,
    kind: 'dialogue',
    spaceBefore: 1,
    rows: dialogueRows(dialogue, profile),
    continuation: { more: moreRow(profile), header: continuedCue(dialogue, profile) },
  };
}

/** Lay out two dialogues side by side, each in a narrow column. */
export function dualGroup(
  { left, right }: { readonly left: Dialogue; readonly right: Dialogue },
  block: number,
  profile: Profile,
): RowGroup {
  const columns = [dualColumns(profile, 'left'), dualColumns(profile, 'right')] as const;
  const beside = (rows: (dialogue: Dialogue, columns: DialogueColumns) => readonly Row[]): readonly Row[] =>
    sideBySide(rows(left, columns[0]), rows(right, columns[1]));
  const [more = { parts: [], sentenceEnd: true }] = beside((_, column) => [moreRow(column)]);
  return {
    block,
    kind: 'dualDialogue',
    spaceBefore: 1,
    rows: beside(dialogueRows),
    continuation: { more, header: beside(continuedCue) },
  };
}

function dialogueRows(dialogue: Dialogue, columns: DialogueColumns): readonly Row[] {
  return [
    ...columnRows(cueRuns(joinCue(dialogue)), { column: columns.cue, element: 'cue' }),
    ...dialogue.parts.flatMap((part) => partRows(part, columns)),
  ];
}

function partRows({ type, text }: DialoguePart, columns: DialogueColumns): readonly Row[] {
  switch (type) {
    case 'speech':
      return columnRows(inlineLines(text), { column: columns.speech, element: 'speech' });
    case 'parenthetical':
      return columnRows(inlineLines(`(${text})`), { column: columns.parenthetical, element: 'parenthetical', hang: 1 });
    case 'lyrics':
      return columnRows(inlineLines(text).map(sing), { column: columns.speech, element: 'lyrics' });
  }
}

/** Lyrics are in italics. */
export function sing(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.map((run) => ({ ...run, italic: true }));
}

function continuedCue(dialogue: Dialogue, columns: DialogueColumns): readonly Row[] {
  const said = dialogue.extensions.some((extension) => /^cont(?:['’]d|inued)$/i.test(extension));
  const extensions = said ? dialogue.extensions : [...dialogue.extensions, CONTINUED];
  return columnRows(cueRuns(joinCue({ name: dialogue.name, extensions })), {
    column: columns.cue,
    element: 'continuedCue',
  });
}

function moreRow({ cue }: DialogueColumns): Row {
  return {
    parts: [{ x: cue.left, runs: [{ text: MORE, bold: false, italic: false, underline: false }], element: 'more' }],
    sentenceEnd: true,
  };
}

/** A cue whose name is nothing but a note is shown as it is written: somebody must speak. */
function cueRuns(cue: string): readonly (readonly TextRun[])[] {
  const shown = inlineLines(cue);
  return shown.length > 0 ? shown : [[{ text: cue, bold: false, italic: false, underline: false }]];
}

function dualColumns({ dual }: Profile, side: 'left' | 'right'): DialogueColumns {
  const speech = dual[side];
  return {
    speech,
    cue: indented(speech, dual.cueIndent),
    parenthetical: indented(speech, dual.parentheticalIndent),
  };
}

function indented({ left, cells }: Column, by: number): Column {
  return { left: points(left + by * CELL), cells: cells - by };
}

/** Put two columns on the same rows, cue beside cue: the shorter cue is filled up with empty rows. */
function sideBySide(left: readonly Row[], right: readonly Row[]): readonly Row[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, index) => {
    const both = [left[index], right[index]].filter((row) => row !== undefined);
    return {
      parts: both.flatMap((row) => row.parts),
      sentenceEnd: both.every((row) => rowText(row) === '' || row.sentenceEnd),
    };
  });
}
