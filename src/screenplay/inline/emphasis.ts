/** How a stretch of text is emphasized. */
export interface Emphasis {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** A stretch of one line in one emphasis; `from` and `to` are UTF-16 units of the line. The marks stand outside. */
export interface EmphasizedStretch extends Emphasis {
  readonly from: number;
  readonly to: number;
}

type Style = keyof Emphasis;

/** A mark at its place in a line. An escape has no style: its backslash is not shown. */
interface Mark {
  readonly style: Style | undefined;
  readonly at: number;
  readonly length: number;
  /** Whether it does something, and is not shown: an escape, or a mark that found its partner. */
  works: boolean;
}

/** Text without emphasis. */
export const PLAIN: Emphasis = { bold: false, italic: false, underline: false };

/**
 * Read the emphasis of one line: `*italic*`, `**bold**`, `***both***`, `_underline_` (Fountain 1.1, Emphasis).
 *
 * An opening mark touches the word after it, a closing one the word before it; marks without a partner on the line
 * are plain characters. An underline mark inside a word (`snake_case`) is no mark. A backslash before a mark goes.
 */
export function emphasizedStretches(line: string): readonly EmphasizedStretch[] {
  if (!/[*_\\]/.test(line)) return line === '' ? [] : [{ ...PLAIN, from: 0, to: line.length }];
  const stretches: EmphasizedStretch[] = [];
  let { bold, italic, underline } = PLAIN;
  let from = 0;
  const push = (to: number): void => {
    if (to > from) stretches.push({ bold, italic, underline, from, to });
  };
  for (const { at, length, style, works } of findMarks(line)) {
    if (!works) continue;
    push(at);
    if (style === 'bold') bold = !bold;
    else if (style === 'italic') italic = !italic;
    else if (style === 'underline') underline = !underline;
    from = at + length;
  }
  push(line.length);
  return stretches;
}

const MARK = /\\[*_\\]|\*+|_/g;

/** The marks of a line in their order: each that closes goes with the last one of its style that is open. */
function findMarks(line: string): readonly Mark[] {
  const marks: Mark[] = [];
  const open: { [S in Style]?: Mark | undefined } = {};
  const add = (style: Style, at: number, length: number, opens: boolean, closes: boolean): void => {
    const start = open[style];
    const mark = { style, at, length, works: start !== undefined && closes };
    marks.push(mark);
    if (start === undefined) open[style] = opens ? mark : undefined;
    else if (closes) {
      start.works = true;
      open[style] = undefined;
    }
  };
  MARK.lastIndex = 0;
  for (let found = MARK.exec(line); found !== null; found = MARK.exec(line)) {
    const mark = found[0];
    const at = found.index;
    if (mark.startsWith('\\')) {
      if (mark !== '\\\\') marks.push({ style: undefined, at, length: 1, works: true });
      continue;
    }
    const before = line.charAt(at - 1);
    const after = line.charAt(at + mark.length);
    const opens = /\S/.test(after);
    const closes = /\S/.test(before);
    if (mark === '_') add('underline', at, 1, opens && isOutside(before), closes && isOutside(after));
    else if (mark.length <= 3) {
      if (mark.length > 1) add('bold', at, 2, opens, closes);
      if (mark.length !== 2) add('italic', at + mark.length - 1, 1, opens, closes);
    }
  }
  return marks;
}

/** Whether no word goes on with a character, which may be none. */
function isOutside(character: string): boolean {
  return /^[^\p{L}\p{N}]?$/u.test(character);
}
