import { characterCells, textCells } from '../layout/cells.ts';
import type { PlacedLine, TextRun } from '../layout/page.ts';
import { CELL } from '../layout/profile.ts';
import type { Canvas, TextLook } from './canvas.ts';
import type { FontSet } from './fonts/font-set.ts';
import { type FontStyle, fontStyle } from './fonts/style.ts';
import { type Characters, runPieces } from './pieces.ts';
import { hasArea, runAreas } from './run-areas.ts';
import type { Font } from './truetype/font.ts';

/** Writes a line; `goesOn` says whether it is of a text that may go on in the next line. */
export type WriteLine = (line: PlacedLine, goesOn: boolean) => void;

/** Write lines on a canvas in these fonts. Characters that are not plain are taken down as seen. */
export function writeLines(canvas: Canvas, fonts: FontSet, seen: Characters): WriteLine {
  const known = new Map<FontStyle, PlainLooks>();
  // Most runs are in the style of the one before.
  let looks: PlainLooks | undefined;
  const looksOf = (run: TextRun): PlainLooks => {
    const style = fontStyle(run);
    const found = known.get(style) ?? plainLooks(fonts.main(style), run);
    known.set(style, found);
    return found;
  };
  /** Write a run, and the space that may part it from the next line. */
  const writeRun = (run: TextRun, spaced: boolean, x: number, y: number): void => {
    const { text, bold, italic, color } = run;
    if (looks === undefined || bold !== looks.bold || italic !== looks.italic) looks = looksOf(run);
    const plain = spaced ? looks.loose : looks.tight;
    const look = color === undefined ? plain : { ...plain, color };
    if (canvas.writeLatin?.(text, x, y, look)) return;
    if (fonts.isPlain(fontStyle(run), text)) {
      canvas.write(text, x, y, look);
      return;
    }
    const pieces = runPieces(run, fonts, seen);
    const last = pieces.at(-1);
    for (const piece of pieces) {
      const { text: words, font, before, means } = piece;
      const ends = piece === last && means === undefined;
      canvas.write(words, x + before * CELL, y, { font, color, means, spaced: spaced && ends });
    }
  };
  return (line, goesOn) => {
    const { runs, x, y } = line;
    const final = runs.length - 1;
    const last = runs[final];
    if (last === undefined) return;
    let cells = 0;
    let filled = hasArea(last);
    for (let index = 0; index < final; index += 1) {
      const run = runs[index];
      if (run === undefined) continue;
      writeRun(run, false, x + cells * CELL, y);
      filled ||= hasArea(run);
      cells += textCells(run.text);
    }
    writeRun(last, goesOn && endsWord(last.text), x + cells * CELL, y);
    if (filled) for (const area of runAreas(line, fonts.main('regular').metrics)) canvas.fill(area);
  };
}

/** How plain text of one style looks: without a space behind it, and with one. */
interface PlainLooks extends Pick<TextRun, 'bold' | 'italic'> {
  readonly tight: TextLook;
  readonly loose: TextLook;
}

function plainLooks(font: Font, { bold, italic }: TextRun): PlainLooks {
  const tight: TextLook = { font, color: undefined, means: undefined, spaced: false };
  return { bold, italic, tight, loose: { ...tight, spaced: true } };
}

/** Whether a space parts the text from the next line of its paragraph. East Asian words are not parted, nor words that a dash joins. */
function endsWord(text: string): boolean {
  // Most lines end in a letter or a full stop.
  const code = text.charCodeAt(text.length - 1);
  if (code > HYPHEN && code < DELETE) return true;
  const last = text.at(-1) ?? ' ';
  return !/[\s\-\u2010-\u2015]/.test(last) && characterCells(last) === 1;
}

const [HYPHEN, DELETE] = [0x2d, 0x7f];
