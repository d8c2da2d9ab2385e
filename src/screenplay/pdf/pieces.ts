import { characterCells } from '../layout/cells.ts';
import type { TextRun } from '../layout/page.ts';
import { isBlank } from './fonts/blank.ts';
import type { FontSet } from './fonts/font-set.ts';
import { fontStyle } from './fonts/style.ts';
import type { Font } from './truetype/font.ts';

/** Stands where no font has a glyph, once for each cell. */
const MISSING = '?';

/** A stretch of a run that one font shows. */
export interface Piece {
  readonly text: string;
  readonly font: Font;
  /** How many cells of the run stand before it. */
  readonly before: number;
  /** What the text stands for, when it is a missing sign. */
  readonly means?: string;
}

/** Takes down the characters of texts that are not plain: one that no font shows, or one that is printed. */
export interface Characters {
  missing(character: string): void;
  printed(character: string): void;
}

/**
 * Cut a run that is not plain into stretches of one font. Letters with accents are composed first; characters without ink become
 * spaces; what no font has becomes `?` in each of its cells and is taken down.
 */
export function runPieces(run: TextRun, fonts: FontSet, seen: Characters): readonly Piece[] {
  const style = fontStyle(run);
  const pieces: { text: string; font: Font; before: number; means?: string }[] = [];
  let cells = 0;
  for (const character of run.text.normalize('NFC')) {
    const width = characterCells(character);
    const blank = isBlank(character);
    const font = blank ? fonts.main(style) : fonts.fontFor(style, character);
    const last = pieces.at(-1);
    if (font === undefined) {
      seen.missing(character);
      if (width > 0)
        pieces.push({ text: MISSING.repeat(width), font: fonts.main(style), before: cells, means: character });
    } else {
      const text = blank ? ' '.repeat(width) : character;
      if (!blank) seen.printed(character);
      if (last?.font === font && last.means === undefined) last.text += text;
      else if (text !== '') pieces.push({ text, font, before: cells });
    }
    cells += width;
  }
  return pieces;
}
