import { isMarked, splitRemarks, splitTail } from '../inline/hide.ts';
import { isBlank } from '../text.ts';

/** What the first line of a paragraph begins, in the words of Fountain 1.1 (fountain.io/syntax). */
export type LineKind =
  | 'forcedAction'
  | 'pageBreak'
  | 'section'
  | 'synopsis'
  | 'lyrics'
  | 'centered'
  | 'forcedTransition'
  | 'forcedCue'
  | 'forcedHeading'
  | 'remark'
  | 'heading'
  | 'transition'
  | 'cue'
  | 'action';

/** A line and what is shown of it: the same without notes and boneyards. */
export interface ReadLine {
  readonly text: string;
  readonly shown: string;
}

const HEADING = /^(?:INT|EXT|EST|INT\.?\/EXT|EXT\.?\/INT|I\/E)[.\s]/i;
const EXTENSIONS = /^(?:\([^()]*\)\s*)*$/;
/** Most lines of action are told from a cue by their second letter. */
const SMALL_BEFORE_EXTENSION = /^[^(a-z]*[a-z]/;

/** Make of a line what {@link lineKind} asks about. */
export function readLine(text: string): ReadLine {
  return { text, shown: isMarked(text) ? splitRemarks(text).shown : text };
}

/**
 * Tell what a line begins when it follows a blank line.
 *
 * Reader and printer both ask here, so a forcing mark is written exactly where this would say another kind. Marks are
 * looked for in the line as it is written, everything else in what is shown of it.
 *
 * @param next The line after it; `undefined` at the end. A transition needs it blank, a heading blank or not printed,
 * a cue not empty.
 */
export function lineKind(line: ReadLine, next: ReadLine | undefined): LineKind {
  const shown = line.shown.trim();
  const remarked = line.shown !== line.text;
  if (remarked && shown === '') return 'remark';
  const text = remarked ? line.text.trim() : shown;
  const marked = markedKind(text, shown);
  if (marked !== undefined) return marked;
  if (isHeadingLike(shown) && isUnseen(next)) return 'heading';
  // A space behind the colon makes a transition action (fountain.io/syntax, Transition).
  if (isBlankNext(next) && isTransitionLike(remarked ? shown : line.shown.trimStart())) return 'transition';
  return next !== undefined && !isEmptyLine(next.text) && isCueLike(shown) ? 'cue' : 'action';
}

function markedKind(text: string, shown: string): LineKind | undefined {
  const first = text.charCodeAt(0);
  // No mark is a letter.
  if (first > 0x40 && first !== 0x7e) return undefined;
  switch (text.charAt(0)) {
    case '!':
      return 'forcedAction';
    case '>':
      if (text.length < 2) return undefined;
      return insideKind(text, shown) ?? 'forcedTransition';
    case '@':
      return text.length > 1 ? 'forcedCue' : undefined;
    case '.':
      return /^\.[^.\s]/.test(text) ? 'forcedHeading' : undefined;
    default:
      return insideKind(text, shown);
  }
}

/** What a line begins even in the middle of an action; `undefined` when it only continues it. Both trimmed. */
export function insideKind(
  text: string,
  shown: string,
): 'pageBreak' | 'section' | 'synopsis' | 'lyrics' | 'centered' | undefined {
  switch (text.charAt(0)) {
    case '=':
      if (/^={3,}$/.test(shown)) return 'pageBreak';
      return text.length > 1 ? 'synopsis' : undefined;
    case '#':
      return /^#+[^#]/.test(text) ? 'section' : undefined;
    case '~':
      return 'lyrics';
    case '>':
      return isCenteredLike(splitTail(text).core) ? 'centered' : undefined;
    default:
      return undefined;
  }
}

function isCenteredLike(text: string): boolean {
  return text.endsWith('<') && text.slice(1, -1).trim() !== '';
}

/** Whether trimmed text begins as a scene heading does: INT, EXT, EST, INT/EXT or I/E, then a dot or a space. */
export function isHeadingLike(text: string): boolean {
  const first = text.charCodeAt(0) | 0x20;
  return (first === 0x69 || first === 0x65) && HEADING.test(text);
}

/** Whether text is in capitals and ends in `TO:`. */
export function isTransitionLike(text: string): boolean {
  return text.endsWith('TO:') && text === text.toUpperCase();
}

/** Whether trimmed text is a name in capitals of any script that has them, with extensions in parentheses or `^` behind it. */
export function isCueLike(text: string): boolean {
  if (SMALL_BEFORE_EXTENSION.test(text)) return false;
  const cue = text.endsWith('^') ? text.slice(0, -1).trimEnd() : text;
  const open = cue.indexOf('(');
  const name = open < 0 ? cue : cue.slice(0, open);
  const first = name.charCodeAt(0);
  const hasLetters = (first >= 0x41 && first <= 0x5a) || name !== name.toLowerCase();
  const capitals = hasLetters && name === name.toUpperCase() && !name.includes('^');
  return capitals && (open < 0 || EXTENSIONS.test(cue.slice(open)));
}

/** Whether a line ends a dialogue: blank, and not the two spaces that stand for a blank line inside it. */
export function isEmptyLine(line: string): boolean {
  return line.length < 2 && isBlank(line);
}

function isBlankNext(next: ReadLine | undefined): boolean {
  return next === undefined || isBlank(next.shown);
}

/** Whether no page shows a line: blank, a note, a boneyard, a section or a synopsis. */
function isUnseen(next: ReadLine | undefined): boolean {
  if (next === undefined || isBlank(next.shown)) return true;
  const text = next.text.trim();
  const inside = insideKind(text, next.shown.trim());
  return inside === 'section' || inside === 'synopsis';
}
