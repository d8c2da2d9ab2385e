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
  | 'note'
  | 'heading'
  | 'transition'
  | 'cue'
  | 'action';

const HEADING = /^(?:INT|EXT|EST|INT\.?\/EXT|EXT\.?\/INT|I\/E)[. ]/i;
const EXTENSIONS = /^(?:\([^()]*\)\s*)*$/;
const TITLE_KEY = /^\p{L}[\p{L}\p{N}_ -]*:/u;

/**
 * Tell what a line begins when it follows a blank line.
 *
 * Reader and printer both ask here, so a forcing mark is written exactly where this would say another kind.
 *
 * @param next The line after it; `undefined` at the end. A heading and a transition need it blank, a cue needs it not empty.
 */
export function lineKind(line: string, next: string | undefined): LineKind {
  const text = line.trim();
  if (text.startsWith('!')) return 'forcedAction';
  const inside = insideKind(text);
  if (inside !== undefined) return inside;
  if (text.startsWith('>') && text.length > 1) return 'forcedTransition';
  if (text.startsWith('@') && text.length > 1) return 'forcedCue';
  if (/^\.[^.\s]/.test(text)) return 'forcedHeading';
  if (text.startsWith('[[')) return 'note';
  const alone = next === undefined || isBlank(next);
  if (alone && isHeadingLike(text)) return 'heading';
  if (alone && isTransitionLike(text)) return 'transition';
  return next !== undefined && !isEmptyLine(next) && isCueLike(text) ? 'cue' : 'action';
}

/** What a line begins even in the middle of an action; `undefined` when it only continues it. `text` is trimmed. */
export function insideKind(text: string): 'pageBreak' | 'section' | 'synopsis' | 'lyrics' | 'centered' | undefined {
  if (/^={3,}$/.test(text)) return 'pageBreak';
  if (/^#+[^#]/.test(text)) return 'section';
  if (text.startsWith('=') && text.length > 1) return 'synopsis';
  if (text.startsWith('~')) return 'lyrics';
  return text.startsWith('>') && text.endsWith('<') && text.slice(1, -1).trim() !== '' ? 'centered' : undefined;
}

/** Whether trimmed text begins as a scene heading does: INT, EXT, EST, INT/EXT or I/E, then a dot or a space. */
export function isHeadingLike(text: string): boolean {
  return HEADING.test(text);
}

/** Whether trimmed text is in capitals and ends in `TO:`. */
export function isTransitionLike(text: string): boolean {
  return text.endsWith('TO:') && text === text.toUpperCase();
}

/** Whether trimmed text is a name in capitals of any script that has them, with extensions in parentheses or `^` behind it. */
export function isCueLike(text: string): boolean {
  const cue = text.endsWith('^') ? text.slice(0, -1).trimEnd() : text;
  const open = cue.indexOf('(');
  const name = open < 0 ? cue : cue.slice(0, open);
  const capitals = name === name.toUpperCase() && name !== name.toLowerCase();
  return capitals && (open < 0 || EXTENSIONS.test(cue.slice(open)));
}

/** Whether a line ends a dialogue: blank, and not the two spaces that stand for a blank line inside it. */
export function isEmptyLine(line: string): boolean {
  return isBlank(line) && line.length < 2;
}

/**
 * Whether the first line of a text begins a title page: `Key: value`, or `Key:` above an indented line.
 * A heading and a transition (`FADE IN:`, `CUT TO:`) do not.
 */
export function beginsTitlePage(line: string, next: string | undefined): boolean {
  const key = TITLE_KEY.exec(line)?.[0];
  if (key === undefined || isHeadingLike(line) || /^FADE (?:IN|OUT):$|TO:$/.test(key)) return false;
  return !isBlank(line.slice(key.length)) || (next !== undefined && isIndented(next) && !isBlank(next));
}

/** Split `Key: value` of a title page; `undefined` when the line has no key. */
export function titleEntry(line: string): { readonly key: string; readonly value: string } | undefined {
  const key = TITLE_KEY.exec(line)?.[0];
  return key === undefined ? undefined : { key: key.slice(0, -1).trim(), value: line.slice(key.length).trim() };
}

/** Whether a line of a title page goes on with the value above it: three spaces or more. */
export function isIndented(line: string): boolean {
  return line.startsWith('   ');
}
