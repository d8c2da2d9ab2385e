import { characterCells } from './cells.ts';
import type { TextRun } from './page.ts';

/** One character in its style. */
interface Glyph {
  readonly character: string;
  readonly cells: number;
  readonly run: TextRun;
}

/** How wide the lines are: `first` for the first one, `rest` for those after it. In cells. */
export interface WrapWidth {
  readonly first: number;
  readonly rest: number;
}

/** A line of a column, and the place of its first character (code point) in the text it was wrapped from. */
export interface WrappedLine {
  readonly runs: readonly TextRun[];
  readonly start: number;
}

/**
 * Break one line of text into lines that fit a column, by counting cells.
 *
 * Lines break at spaces, which vanish there; a word wider than the column is cut. Spaces at the start of the text
 * stay, as the indent of the first line. Gives at least one line.
 */
export function wrapRuns(runs: readonly TextRun[], width: WrapWidth): readonly WrappedLine[] {
  const glyphs = toGlyphs(runs);
  const lines: WrappedLine[] = [];
  let start = 0;
  do {
    const end = lineEnd(glyphs, start, lines.length === 0 ? width.first : width.rest);
    lines.push({ runs: toRuns(trimmed(glyphs.slice(start, end))), start });
    start = end;
    while (glyphs[start]?.character === ' ') start += 1;
  } while (start < glyphs.length);
  return lines;
}

/** Where the line that begins at `start` ends: behind its last glyph or at a space. */
function lineEnd(glyphs: readonly Glyph[], start: number, width: number): number {
  let used = 0;
  let space = -1;
  let inWord = false;
  for (let at = start; at < glyphs.length; at += 1) {
    const { character, cells } = glyphs[at] ?? { character: '', cells: 0 };
    if (character === ' ') {
      if (inWord) space = at;
      inWord = false;
    } else {
      inWord = true;
      if (used + cells > width && at > start) return space > start ? space : cutPlace(glyphs, start, at);
    }
    used += cells;
  }
  return glyphs.length;
}

/** A word wider than the column is cut where the column ends; an indent wider than the column is given up. */
function cutPlace(glyphs: readonly Glyph[], start: number, at: number): number {
  return glyphs[start]?.character === ' ' && glyphs[at - 1]?.character === ' ' ? at : Math.max(at, start + 1);
}

function toGlyphs(runs: readonly TextRun[]): readonly Glyph[] {
  return runs.flatMap((run) =>
    Array.from(run.text, (character) => ({ character, cells: characterCells(character), run })),
  );
}

function trimmed(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.slice(0, glyphs.findLastIndex(({ character }) => character !== ' ') + 1);
}

function toRuns(glyphs: readonly Glyph[]): readonly TextRun[] {
  const groups: { readonly run: TextRun; readonly characters: string[] }[] = [];
  for (const { run, character } of glyphs) {
    const last = groups.at(-1);
    if (last?.run === run) last.characters.push(character);
    else groups.push({ run, characters: [character] });
  }
  return groups.map(({ run, characters }) => ({ ...run, text: characters.join('') }));
}
