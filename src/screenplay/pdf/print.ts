import type { Note } from '../../core/note.ts';
import { characterCells, textCells } from '../layout/cells.ts';
import { lineText, type Page, type PlacedLine } from '../layout/page.ts';
import { CELL } from '../layout/profile.ts';
import type { Canvas, DocumentInfo, OpenCanvas } from './canvas.ts';
import { openPdfCanvas } from './file/pdf-canvas.ts';
import { type FontSet, findFonts } from './fonts/font-set.ts';
import { missingNotes, shapingNotes } from './notes.ts';
import { type Characters, runPieces } from './pieces.ts';
import { runAreas } from './run-areas.ts';
import { followParts } from './text-part.ts';

/** A printed document, and what could not be shown in it. */
export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly notes: readonly Note[];
}

/** What the document says about itself, how it is printed, and what it is written on: a PDF file unless given. */
export interface PdfOptions extends DocumentInfo {
  readonly canvas?: OpenCanvas;
  /** Whether pages of a revision are filled with the colour of its paper. True unless given. */
  readonly pageColors?: boolean;
  /** Whether the text is tagged for programs that read aloud, which makes the file a third larger. True unless given. */
  readonly tagged?: boolean;
  /** Folders to look for font packages from, before the folder the process runs in. */
  readonly fontFolders?: readonly string[];
}

/**
 * Print pages as PDF, in Courier Prime, with an outline of the scene headings, page labels and tags for programs that
 * read aloud. The same pages give the same bytes.
 *
 * Characters that Courier Prime lacks are printed in the fonts of optional packages, where those are installed. What
 * no font shows is printed as `?` and named in a note `pdf/missing-glyph`, with the package to install; scripts whose
 * letters join or run from right to left are printed letter by letter and named in a note `pdf/no-shaping`. Throws
 * `config/invalid` when the package of Courier Prime is missing, and `input/invalid` for a font that is not TrueType.
 */
export async function printPdf(pages: readonly Page[], options: PdfOptions = {}): Promise<PrintedPdf> {
  const { canvas: open = openPdfCanvas, pageColors = true, tagged = true, fontFolders = [], ...info } = options;
  const { language = 'en' } = info;
  const fonts = await findFonts(pages, { folders: fontFolders, language });
  const canvas = await open(info);
  const [missing, printed] = [new Map<string, number>(), new Map<string, number>()];
  const seen: Characters = {
    missing: (character) => missing.set(character, (missing.get(character) ?? 0) + 1),
    printed: (character) => printed.set(character, 1),
  };
  // A PDF has at least one page.
  if (pages.length === 0) canvas.startPage({ width: 612, height: 792 });
  const partOf = followParts();
  for (const page of pages) {
    const { width, height, label, color } = page;
    canvas.startPage({ width, height, label, ...(pageColors && color !== undefined ? { color } : {}) });
    for (const { title, y } of headings(page)) canvas.bookmark(title, y);
    for (const line of page.lines) {
      const part = partOf(line, page);
      if (tagged) canvas.startPart(part);
      writeLine(canvas, line, { fonts, seen, goesOn: part.role !== null });
    }
  }
  return {
    bytes: await canvas.finish(),
    notes: [...missingNotes(missing, language), ...shapingNotes(printed, language)],
  };
}

function writeLine(
  canvas: Canvas,
  { runs, x, y }: PlacedLine,
  { fonts, seen, goesOn }: { readonly fonts: FontSet; readonly seen: Characters; readonly goesOn: boolean },
): void {
  let cells = 0;
  const final = runs.at(-1);
  for (const run of runs) {
    const pieces = runPieces(run, fonts, seen);
    const last = goesOn && run === final && endsWord(run.text) ? pieces.at(-1) : undefined;
    for (const piece of pieces) {
      const { text, font, before, means } = piece;
      const place = { x: x + (cells + before) * CELL, y, font, color: run.color, means };
      canvas.write(piece === last && means === undefined ? `${text} ` : text, place);
    }
    cells += textCells(run.text);
  }
  for (const area of runAreas({ runs, x, y }, fonts.main('regular').metrics)) canvas.fill(area);
}

/** Whether a space parts the text from the next line of its paragraph. East Asian words are not parted, nor words that a dash joins. */
function endsWord(text: string): boolean {
  const last = text.at(-1) ?? ' ';
  return !/[\s\-\u2010-\u2015]/.test(last) && characterCells(last) === 1;
}

/** The headings that stand on a page, with the lines of a long one joined. */
function headings({ lines }: Page): readonly { readonly title: string; readonly y: number }[] {
  const titles = new Map<number, { readonly parts: string[]; readonly y: number }>();
  for (const line of lines) {
    if (line.element !== 'sceneHeading') continue;
    const title = titles.get(line.block);
    if (title === undefined) titles.set(line.block, { parts: [lineText(line)], y: line.y });
    else title.parts.push(lineText(line));
  }
  return [...titles.values()].map(({ parts, y }) => ({ title: parts.join(' '), y }));
}
