import { joinCue } from '../cue.ts';
import type { Dialogue, DialoguePart } from '../tree.ts';
import type { Continuation, RowGroup } from './group.ts';
import { addPassages, literalPassage, type Passage, type PassageStyle, type StyledText } from './passage.ts';
import { rowsOf } from './passage-rows.ts';
import type { Column, Profile } from './profile.ts';
import { lonePart, type Row } from './row.ts';

/** The columns of somebody who speaks alone, or of one of two. */
export interface DialogueColumns {
  readonly cue: Column;
  readonly parenthetical: Column;
  readonly speech: Column;
}

/** How the lines of a dialogue are put into its columns. */
export type DialogueStyles = Readonly<Record<'cue' | 'continuedCue' | DialoguePart['type'], PassageStyle>>;

const CONTINUED = "CONT'D";
const MORE = '(MORE)';

/** A cue that goes over more rows than this is repeated with its first ones only: there must be room for what is said. */
const MOST_CUE_ROWS = 3;

/** Put a dialogue into columns. */
export function dialogueStyles({ cue, parenthetical, speech }: DialogueColumns): DialogueStyles {
  return {
    cue: { column: cue, element: 'cue' },
    continuedCue: { column: cue, element: 'continuedCue' },
    speech: { column: speech, element: 'speech' },
    parenthetical: { column: parenthetical, element: 'parenthetical', hang: 1 },
    lyrics: { column: speech, element: 'lyrics', italic: true },
  };
}

/** Lay out a dialogue: its cue, then its parts. A page break inside it costs a row for `(MORE)` and one for the cue. */
export function dialogueGroup(
  dialogue: Dialogue,
  block: number,
  { profile, styles }: { readonly profile: Profile; readonly styles: DialogueStyles },
): RowGroup {
  return {
    block,
    kind: 'dialogue',
    spaceBefore: profile.spacing.other,
    lines: dialoguePassages(dialogue, styles),
    continuation: continued(dialogue, styles),
  };
}

/** The lines of a dialogue: its cue, as it was written, and its parts. */
export function dialoguePassages(dialogue: Dialogue, styles: DialogueStyles): readonly Passage[] {
  const { parts, revision } = dialogue;
  const lines: Passage[] = [];
  addCue(lines, { text: joinCue(dialogue), revision }, styles.cue);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part !== undefined) addPassages(lines, partText(part), styles[part.type]);
  }
  return lines;
}

/** What is added where a page ends inside a dialogue: the cue comes again, with `(CONT'D)` unless it says so already. */
export function continued(dialogue: Dialogue, styles: DialogueStyles): () => Continuation {
  let made: Continuation | undefined;
  return () => {
    made ??= continuation(dialogue, styles);
    return made;
  };
}

function continuation(dialogue: Dialogue, styles: DialogueStyles): Continuation {
  const more: Row = { parts: [lonePart(MORE, styles.cue.column.left, 'more')], revision: 0 };
  const header = continuedCueRows(dialogue, styles);
  return { more: () => [more], header: () => header };
}

function continuedCueRows({ name, extensions }: Dialogue, styles: DialogueStyles): readonly Row[] {
  const said = extensions.some((extension) => /^cont(?:['’]d|inued)$/i.test(extension));
  const text = joinCue({ name, extensions: said ? extensions : [...extensions, CONTINUED] });
  const lines: Passage[] = [];
  addCue(lines, { text }, styles.continuedCue);
  return rowsOf(lines, MOST_CUE_ROWS);
}

/** A part as it is shown: parentheses stand around a parenthetical. */
function partText(part: DialoguePart): StyledText {
  if (part.type !== 'parenthetical') return part;
  const { text, spans, revision } = part;
  const shifted = spans?.map((span) => ({ ...span, from: span.from + 1, to: span.to + 1 }));
  return { text: `(${text})`, spans: shifted, revision };
}

/** A cue whose name is nothing but a note is shown as it is written: somebody must speak. */
function addCue(lines: Passage[], cue: StyledText, style: PassageStyle): void {
  addPassages(lines, cue, style);
  if (lines.length === 0) lines.push(literalPassage(cue, style));
}
