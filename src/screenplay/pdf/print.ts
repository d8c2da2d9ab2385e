import type { Note } from '../../core/note.ts';
import { textCells } from '../layout/cells.ts';
import { lineText, type Page, type PlacedLine } from '../layout/page.ts';
import { CELL } from '../layout/profile.ts';
import type { Canvas, DocumentInfo, OpenCanvas } from './canvas.ts';
import { type Missing, missingNotes, showable } from './fallback.ts';
import { type FontFamily, fontStyle, loadCourierPrime } from './fonts.ts';
import { openPdfkitCanvas } from './pdfkit-canvas.ts';

/** A printed document, and what could not be shown in it. */
export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly notes: readonly Note[];
}

/** What the document says about itself, and what it is written on: PDFKit unless given. */
export interface PdfOptions extends DocumentInfo {
  readonly canvas?: OpenCanvas;
}

/**
 * Print pages as PDF, in Courier Prime, with an outline of the scene headings. The same pages give the same bytes.
 *
 * Characters that the font lacks are printed as `?` and named in a note `pdf/missing-glyph`.
 */
export async function printPdf(pages: readonly Page[], options: PdfOptions = {}): Promise<PrintedPdf> {
  const { canvas: open = openPdfkitCanvas, ...info } = options;
  const fonts = await loadCourierPrime();
  const canvas = await open(info, fonts);
  const missing: Missing = new Map();
  // A PDF has at least one page.
  if (pages.length === 0) canvas.startPage({ width: 612, height: 792 });
  for (const page of pages) {
    canvas.startPage(page);
    for (const title of headings(page)) canvas.bookmark(title);
    for (const line of page.lines) writeLine(canvas, line, { fonts, missing });
  }
  return { bytes: await canvas.finish(), notes: missingNotes(missing) };
}

function writeLine(
  canvas: Canvas,
  { runs, x, y }: PlacedLine,
  { fonts, missing }: { readonly fonts: FontFamily; readonly missing: Missing },
): void {
  let cells = 0;
  for (const run of runs) {
    const style = fontStyle(run);
    const text = showable(run.text, fonts[style], missing);
    canvas.write(text, { x: x + cells * CELL, y, style, underline: run.underline });
    cells += textCells(run.text);
  }
}

/** The headings that stand on a page, with the lines of a long one joined. */
function headings({ lines }: Page): readonly string[] {
  const titles = new Map<number, string[]>();
  for (const line of lines) {
    if (line.element !== 'sceneHeading') continue;
    const title = titles.get(line.block);
    if (title === undefined) titles.set(line.block, [lineText(line)]);
    else title.push(lineText(line));
  }
  return [...titles.values()].map((parts) => parts.join(' '));
}
