import type { Note } from '../../core/note.ts';
import { lineText, type Page, type PlacedLine } from '../layout/page.ts';
import type { DocumentInfo, OpenCanvas, TextPart } from './canvas.ts';
import { openPdfCanvas } from './file/pdf-canvas.ts';
import { openFonts } from './fonts/font-set.ts';
import { missingNotes, shapingNotes } from './notes.ts';
import type { Characters } from './pieces.ts';
import { followParts } from './text-part.ts';
import { writeLines } from './write-line.ts';

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
  /** Whether the text is tagged for programs that read aloud, which makes the file half as large again. True unless given. */
  readonly tagged?: boolean;
  /** Folders to look for font packages from, before the folder the process runs in. */
  readonly fontFolders?: readonly string[];
}

/** A scene heading on a page. */
interface Heading {
  title: string;
  readonly block: number;
  readonly y: number;
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
  const fonts = openFonts({ folders: fontFolders, language });
  const canvas = await open(info);
  const [missing, printed] = [new Map<string, number>(), new Map<string, number>()];
  const seen: Characters = {
    missing: (character) => missing.set(character, (missing.get(character) ?? 0) + 1),
    printed: (character) => printed.set(character, 1),
  };
  // A PDF has at least one page.
  if (pages.length === 0) canvas.startPage({ width: 612, height: 792 });
  const partOf = followParts();
  const writeLine = writeLines(canvas, fonts, seen);
  const printPage = (page: Page): void => {
    const { width, height, label, color, lines } = page;
    canvas.startPage({ width, height, label, ...(pageColors && color !== undefined ? { color } : {}) });
    const headings: Heading[] = [];
    let last: TextPart | undefined;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      if (line === undefined) continue;
      if (line.element === 'sceneHeading') takeHeading(headings, line);
      const part = partOf(line, page);
      if (tagged && part !== last) canvas.startPart(part);
      last = part;
      writeLine(line, part.role !== null);
    }
    for (const { title, y } of headings) canvas.bookmark(title, y);
  };
  pages.forEach(printPage);
  return {
    bytes: await canvas.finish(),
    notes: [...missingNotes(missing, language), ...shapingNotes(printed, language)],
  };
}

/** Takes down the headings of a page, with the lines of a long one joined. */
function takeHeading(headings: Heading[], line: PlacedLine): void {
  const last = headings.at(-1);
  if (last?.block === line.block) last.title += ` ${lineText(line)}`;
  else headings.push({ title: lineText(line), block: line.block, y: line.y });
}
