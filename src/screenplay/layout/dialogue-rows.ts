import { joinCue } from '../cue.ts';
import type { Dialogue, DialoguePart } from '../tree.ts';
import { passageGroup, type RowGroup } from './group.ts';
import type { Column, Profile } from './profile.ts';
import { allRows, lonePart, type Passage, passagesOf, type Row } from './row.ts';
import { plainLine, type StyledLine, styledLines } from './styled-line.ts';

/** The columns of somebody who speaks alone, or of one of two. */
export interface DialogueColumns {
  readonly cue: Column;
  readonly parenthetical: Column;
  readonly speech: Column;
}

const CONTINUED = "CONT'D";
const MORE = '(MORE)';

/** A cue that goes over more rows than this is repeated with its first ones only: there must be room for what is said. */
const MOST_CUE_ROWS = 3;

/** Lay out a dialogue: its cue, then its parts. A page break inside it costs a row for `(MORE)` and one for the cue. */
export function dialogueGroup(dialogue: Dialogue, block: number, profile: Profile): RowGroup | undefined {
  const passages = dialoguePassages(dialogue, profile);
  return passageGroup(passages, {
    block,
    kind: 'dialogue',
    spaceBefore: profile.spacing.other,
    passages,
    continuation: { more: () => [moreRow(profile)], header: continuedCue(dialogue, profile) },
  });
}

/** The lines of a dialogue: its cue, as it was written, and its parts. */
export function dialoguePassages(dialogue: Dialogue, columns: DialogueColumns): readonly Passage[] {
  const cue = cueLines(joinCue(dialogue), dialogue.revision);
  return [
    ...passagesOf(cue, { column: columns.cue, element: 'cue' }),
    ...dialogue.parts.flatMap((part) => partPassages(part, columns)),
  ];
}

/** Gives the cue again, with `(CONT'D)` unless it says so already. Its rows are made when they are first asked for. */
export function continuedCue(dialogue: Dialogue, columns: DialogueColumns): () => readonly Row[] {
  let rows: readonly Row[] | undefined;
  return () => {
    rows ??= continuedCueRows(dialogue, columns);
    return rows;
  };
}

function continuedCueRows({ name, extensions }: Dialogue, { cue }: DialogueColumns): readonly Row[] {
  const said = extensions.some((extension) => /^cont(?:['’]d|inued)$/i.test(extension));
  const lines = cueLines(joinCue({ name, extensions: said ? extensions : [...extensions, CONTINUED] }), undefined);
  return allRows(passagesOf(lines, { column: cue, element: 'continuedCue' }), MOST_CUE_ROWS);
}

/** `(MORE)` under a speech that goes on overleaf. */
export function moreRow({ cue }: DialogueColumns): Row {
  return { parts: [lonePart(MORE, cue.left, 'more')], revision: 0, endsLine: true, next: undefined };
}

function partPassages({ type, text, spans, revision }: DialoguePart, columns: DialogueColumns): readonly Passage[] {
  switch (type) {
    case 'speech':
      return passagesOf(styledLines(text, spans, { revision }), { column: columns.speech, element: 'speech' });
    case 'parenthetical': {
      const shifted = spans?.map((span) => ({ ...span, from: span.from + 1, to: span.to + 1 }));
      const lines = styledLines(`(${text})`, shifted, { revision });
      return passagesOf(lines, { column: columns.parenthetical, element: 'parenthetical', hang: 1 });
    }
    case 'lyrics':
      return passagesOf(styledLines(text, spans, { revision, italic: true }), {
        column: columns.speech,
        element: 'lyrics',
      });
  }
}

/** A cue whose name is nothing but a note is shown as it is written: somebody must speak. */
function cueLines(cue: string, revision: number | undefined): readonly StyledLine[] {
  const shown = styledLines(cue, undefined, { revision });
  return shown.length > 0 ? shown : [plainLine(cue, { revision })];
}
