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

/** A mark that may begin or end a style, at its place in a line. An escape has no style: its backslash is not shown. */
interface Mark {
  readonly style: Style | undefined;
  readonly at: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
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
  for (const { at, length, style } of shownMarks(findMarks(line))) {
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

function findMarks(line: string): readonly Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = 0;
  for (let found = MARK.exec(line); found !== null; found = MARK.exec(line)) {
    const mark = found[0];
    const at = found.index;
    if (mark.startsWith('\\')) {
      if (mark !== '\\\\') marks.push({ style: undefined, at, length: 1, opens: false, closes: false });
      continue;
    }
    const before = line.charAt(at - 1);
    const after = line.charAt(at + mark.length);
    const opens = /\S/.test(after);
    const closes = /\S/.test(before);
    if (mark === '_') {
      const sides = { opens: opens && isOutside(before), closes: closes && isOutside(after) };
      marks.push({ style: 'underline', at, length: 1, ...sides });
    } else if (mark.length <= 3) {
      if (mark.length > 1) marks.push({ style: 'bold', at, length: 2, opens, closes });
      if (mark.length !== 2) marks.push({ style: 'italic', at: at + mark.length - 1, length: 1, opens, closes });
    }
  }
  return marks;
}

/** Whether no word goes on with a character, which may be none. */
function isOutside(character: string): boolean {
  return /^[^\p{L}\p{N}]?$/u.test(character);
}

/** The marks that are not shown: escapes, and those that found a partner. */
function shownMarks(marks: readonly Mark[]): readonly Mark[] {
  const open = new Map<Style, Mark>();
  const paired: Mark[] = [];
  for (const mark of marks) {
    if (mark.style === undefined) {
      paired.push(mark);
      continue;
    }
    const start = open.get(mark.style);
    if (start !== undefined && mark.closes) {
      paired.push(start, mark);
      open.delete(mark.style);
    } else if (start === undefined && mark.opens) {
      open.set(mark.style, mark);
    }
  }
  // One pair stands in order.
  return paired.length < 3 ? paired : paired.toSorted((a, b) => a.at - b.at);
}
