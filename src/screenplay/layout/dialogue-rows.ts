import { joinCue } from '../cue.ts';
import type { Dialogue, DialoguePart } from '../tree.ts';
import type { Continuation, RowGroup } from './group.ts';
import {
  literalPassage,
  type Passage,
  type PassageStyle,
  passageStyle,
  passagesOf,
  type StyledText,
  solePassage,
} from './passage.ts';
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
export interface DialogueStyles extends Readonly<Record<'cue' | 'continuedCue' | DialoguePart['type'], PassageStyle>> {
  /** The lines of a cue that was not revised: the same for the same words. */
  readonly cueLines: (text: string) => readonly Passage[];
  /** What stands under a page that ends inside a dialogue. */
  readonly more: readonly Row[];
}

const CONTINUED = "CONT'D";
const MORE = '(MORE)';

/** A cue that goes over more rows than this is repeated with its first ones only: there must be room for what is said. */
const MOST_CUE_ROWS = 3;

/** Put a dialogue into columns. */
export function dialogueStyles({ cue, parenthetical, speech }: DialogueColumns): DialogueStyles {
  const cueStyle = passageStyle({ column: cue, element: 'cue' });
  const cues = new Map<string, readonly Passage[]>();
  return {
    cue: cueStyle,
    cueLines: (text) => {
      const known = cues.get(text);
      if (known !== undefined) return known;
      const lines = cuePassages({ text }, cueStyle);
      cues.set(text, lines);
      return lines;
    },
    more: [{ parts: [lonePart(MORE, cue.left, 'more')], revision: 0 }],
    continuedCue: passageStyle({ column: cue, element: 'continuedCue' }),
    speech: passageStyle({ column: speech, element: 'speech' }),
    parenthetical: passageStyle({ column: parenthetical, element: 'parenthetical', hang: 1 }),
    lyrics: passageStyle({ column: speech, element: 'lyrics', italic: true }),
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
    beside: undefined,
    continuation: continued(dialogue, styles),
    startsPage: false,
  };
}

/** The lines of a dialogue: its cue, as it was written, and its parts. */
export function dialoguePassages(dialogue: Dialogue, styles: DialogueStyles): readonly Passage[] {
  const { parts, revision } = dialogue;
  const text = joinCue(dialogue);
  const cue = revision === undefined ? styles.cueLines(text) : cuePassages({ text, revision }, styles.cue);
  const part = parts[0];
  if (part?.type === 'speech' && parts.length === 1 && cue.length === 1) {
    // Nearly all dialogues are two lines.
    const first = cue[0];
    const second = solePassage(part, styles.speech);
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return cue.concat(...parts.map((one) => partPassages(one, styles)));
}

/** What is added where a page ends inside a dialogue: the cue comes again, with `(CONT'D)` unless it says so already. */
export function continued(dialogue: Dialogue, styles: DialogueStyles): () => Continuation {
  return () => ({
    more: () => styles.more,
    header: () => continuedCueRows(dialogue, styles),
  });
}

function continuedCueRows({ name, extensions }: Dialogue, styles: DialogueStyles): readonly Row[] {
  const said = extensions.some((extension) => /^cont(?:['’]d|inued)$/i.test(extension));
  const text = joinCue({ name, extensions: said ? extensions : [...extensions, CONTINUED] });
  return rowsOf(cuePassages({ text }, styles.continuedCue), MOST_CUE_ROWS);
}

function partPassages(part: DialoguePart, styles: DialogueStyles): readonly Passage[] {
  return passagesOf(part.type === 'parenthetical' ? enclosed(part) : part, styles[part.type]);
}

/** A parenthetical as it is shown: parentheses stand around it. */
function enclosed({ text, spans, revision }: DialoguePart): StyledText {
  const shifted = spans?.map((span) => ({ ...span, from: span.from + 1, to: span.to + 1 }));
  return { text: `(${text})`, spans: shifted, revision };
}

/**
 * A cue whose name is nothing but a note is shown as it is written: somebody must speak. So is one that holds no mark,
 * with its run made here, for all the lines that show it.
 */
function cuePassages(cue: StyledText, style: PassageStyle): readonly Passage[] {
  const passages = passagesOf(cue, style);
  return passages.length === 0 || passages[0]?.text === cue.text ? [literalPassage(cue, style)] : passages;
}
