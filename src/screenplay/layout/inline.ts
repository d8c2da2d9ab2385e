import type { TextRun } from './page.ts';

type Style = 'bold' | 'italic' | 'underline';

/** A mark that may begin or end a style, at its place in a line. */
interface Mark {
  readonly style: Style;
  readonly at: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const PLAIN = { bold: false, italic: false, underline: false } as const;

/**
 * Turn the text of an element into the lines a page shows: notes in `[[…]]` are left out, and a line that held
 * nothing else goes with them; emphasis becomes styled runs; `\*` and `\_` become plain characters.
 */
export function shownLines(text: string): readonly (readonly TextRun[])[] {
  return dropNotes(text).flatMap((line) => (line === undefined ? [] : [styledRuns(line)]));
}

/**
 * Read the emphasis of one line: `*italic*`, `**bold**`, `***both***`, `_underline_` (Fountain 1.1, Emphasis).
 *
 * An opening mark touches the word after it, a closing one the word before it; marks without a partner on the line
 * are plain characters. An underline mark inside a word (`snake_case`) is no mark.
 */
export function styledRuns(line: string): readonly TextRun[] {
  const marks = pairedMarks(findMarks(line));
  const runs: TextRun[] = [];
  let style = { ...PLAIN };
  let from = 0;
  for (const { at, length, style: name } of marks) {
    pushRun(runs, { ...style, text: plainEscapes(line.slice(from, at)) });
    style = { ...style, [name]: !style[name] };
    from = at + length;
  }
  pushRun(runs, { ...style, text: plainEscapes(line.slice(from)) });
  return runs;
}

function findMarks(line: string): readonly Mark[] {
  return [...line.matchAll(/\\[*_]|\*+|_/g)].flatMap(({ 0: mark, index }): readonly Mark[] => {
    const before = line.charAt(index - 1);
    const after = line.charAt(index + mark.length);
    const opens = /\S/.test(after);
    const closes = /\S/.test(before);
    if (mark === '_') {
      const outside = /^[^\p{L}\p{N}]?$/u;
      return [
        {
          style: 'underline',
          at: index,
          length: 1,
          opens: opens && outside.test(before),
          closes: closes && outside.test(after),
        },
      ];
    }
    if (mark.startsWith('\\') || mark.length > 3) return [];
    const bold: Mark = { style: 'bold', at: index, length: 2, opens, closes };
    const italic: Mark = { style: 'italic', at: index + mark.length - 1, length: 1, opens, closes };
    return mark.length === 1 ? [italic] : mark.length === 2 ? [bold] : [bold, italic];
  });
}

function pairedMarks(marks: readonly Mark[]): readonly Mark[] {
  const open = new Map<Style, Mark>();
  const paired: Mark[] = [];
  for (const mark of marks) {
    const start = open.get(mark.style);
    if (start !== undefined && mark.closes) {
      paired.push(start, mark);
      open.delete(mark.style);
    } else if (start === undefined && mark.opens) {
      open.set(mark.style, mark);
    }
  }
  return paired.toSorted((a, b) => a.at - b.at);
}

function pushRun(runs: TextRun[], run: TextRun): void {
  if (run.text !== '') runs.push(run);
}

function plainEscapes(text: string): string {
  return text.replace(/\\([*_])/g, '$1');
}

/** The lines without notes; `undefined` for a line that held nothing else. A note that is not closed stays. */
function dropNotes(text: string): readonly (string | undefined)[] {
  if (!text.includes('[[')) return text.split('\n');
  const kept: string[] = [];
  let from = 0;
  for (let open = text.indexOf('[['); open >= 0; open = text.indexOf('[[', from)) {
    const close = text.indexOf(']]', open + 2);
    if (close < 0) break;
    kept.push(text.slice(from, open), NOTE_WAS_HERE);
    from = close + 2;
  }
  kept.push(text.slice(from));
  return kept.join('').split('\n').map(withoutNoteMarks);
}

/** A control character, which no normalized text holds. */
const NOTE_WAS_HERE = '\u0000';

/** Where a note stood between two spaces, or at the end of a line, one space goes with it. */
function withoutNoteMarks(line: string): string | undefined {
  const [first = '', ...pieces] = line.split(NOTE_WAS_HERE);
  if (pieces.length === 0) return line;
  let shown = first;
  for (const piece of pieces) {
    const doubled = shown.endsWith(' ') && (piece === '' || piece.startsWith(' '));
    shown = (doubled ? shown.slice(0, -1) : shown) + piece;
  }
  return shown.trim() === '' ? undefined : shown;
}
