import { SIZE } from '../canvas.ts';
import { writeBytes } from './bytes.ts';
import type { Pen } from './pen.ts';
import { writeGlyphs } from './show-text.ts';
import { pdfNumber, utf16Hex } from './values.ts';

/** A place in points, upward from the lower left corner. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** The drawing of one page at a time. All places in points, upward from the lower left corner of the paper. */
export interface PageContent {
  /** `color` as a PDF writes it. */
  fill(area: Point & { readonly width: number; readonly height: number; readonly color: string }): void;
  /** `color` as a PDF writes it; `means` for text that shows other words than it stands for. */
  write(
    text: string,
    how: Point & { readonly pen: Pen; readonly color: string; readonly means?: string | undefined },
  ): void;
  /** Begin marked content: its tag, and its number on the page for content that is read aloud. */
  mark(tag: string, id: number | undefined): void;
  /** End the page: the operators that draw it, until the next page is written on. */
  endPage(): Uint8Array;
}

const BLACK = '0 0 0';

/** Begin to draw pages. What lies under the text is drawn first, wherever it was asked for. */
export function writePageContent(): PageContent {
  const [under, text, both] = [writeBytes(), writeBytes(), writeBytes()];
  let [atX, atY, penName, color, fillColor, marked] = [0, 0, '', BLACK, BLACK, false];
  const endMark = (): void => {
    if (marked) text.text('EMC\n');
  };
  return {
    fill(area) {
      if (area.color !== fillColor) under.text(`${area.color} rg `);
      fillColor = area.color;
      under.text(`${[area.x, area.y, area.width, area.height].map(pdfNumber).join(' ')} re f\n`);
    },
    mark(tag, id) {
      endMark();
      text.text(id === undefined ? `/${tag} BMC\n` : `/${tag}<</MCID ${id}>>BDC\n`);
      marked = true;
    },
    write(words, { x, y, pen, color: next, means }) {
      if (pen.name !== penName) text.text(`/${pen.name} ${SIZE} Tf `);
      if (next !== color) text.text(`${next} rg `);
      const right = pdfNumber(x - atX);
      const up = pdfNumber(y - atY);
      // Piece by piece: this is most of what is written, and to join it first costs as much again.
      text.text(right);
      text.text(' ');
      text.text(up);
      text.text(' Td ');
      if (means !== undefined) text.text(`/Span<</ActualText<feff${utf16Hex(means)}>>>BDC `);
      writeGlyphs(text, words, pen);
      text.text(means === undefined ? '\n' : ' EMC\n');
      // Moves are relative and written in thousandths: what was written counts, or its dust would add up.
      atX += Number(right);
      atY += Number(up);
      penName = pen.name;
      color = next;
    },
    endPage() {
      endMark();
      both.clear();
      if (under.length() > 0) {
        both.text('/Artifact BMC\n');
        both.bytes(under.view());
        both.text(fillColor === BLACK ? 'EMC\n' : `${BLACK} rg EMC\n`);
      }
      if (text.length() > 0) {
        both.text('BT\n');
        both.bytes(text.view());
        both.text('ET\n');
      }
      under.clear();
      text.clear();
      [atX, atY, penName, color, fillColor, marked] = [0, 0, '', BLACK, BLACK, false];
      return both.view();
    },
  };
}
