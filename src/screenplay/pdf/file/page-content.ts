import { Buffer } from 'node:buffer';
import { LINE } from '../../layout/profile.ts';
import { type Area, BASELINE, type Sheet, SIZE, type TextPlace } from '../canvas.ts';
import type { Pen } from './pen.ts';
import { showShapes } from './show-text.ts';
import { pdfColor, pdfNumber, thousandths, utf16Hex } from './values.ts';

/** The drawing of one page at a time. */
export interface PageContent {
  startPage(sheet: Sheet): void;
  fill(area: Area): void;
  /** Write text in the font of its place, which is this pen's. */
  write(text: string, place: TextPlace, pen: Pen): void;
  /** Begin marked content: its tag, and its number on the page for content that is read aloud. */
  mark(tag: string, id: number | undefined): void;
  /** End the page and give the operators that draw it. */
  endPage(): Uint8Array;
}

const BLACK = '0 0 0';

/** Begin to draw pages. What lies under the text is drawn first, wherever it was asked for. */
export function writePageContent(): PageContent {
  // Operators, a character a byte.
  let under = '';
  let text = '';
  let marked = false;
  let height = 0;
  // What the operators so far leave behind.
  let atX = 0;
  let atY = 0;
  let fontName = '';
  let ink: string | undefined;
  let fillColor = BLACK;

  const move = (x: number, y: number): string => {
    // Places are rounded, not the ways between them, or what is lost would add up.
    const right = thousandths(x) - thousandths(atX);
    const up = thousandths(atY) - thousandths(y);
    return `${right / 1000} ${up / 1000} Td `;
  };
  return {
    startPage(sheet) {
      height = sheet.height;
      // The lower left corner, where a page begins, is the baseline of this line.
      [atX, atY] = [0, height - BASELINE];
      [under, text, marked, fontName, ink, fillColor] = ['', '', false, '', undefined, BLACK];
    },
    fill({ x, y, width, height: high, color }) {
      const next = pdfColor(color) ?? BLACK;
      if (next !== fillColor) under += `${next} rg `;
      fillColor = next;
      under += `${[x, height - y - high, width, high].map(pdfNumber).join(' ')} re f\n`;
    },
    mark(tag, id) {
      if (marked) text += 'EMC\n';
      text += id === undefined ? `/${tag} BMC\n` : `/${tag}<</MCID ${id}>>BDC\n`;
      marked = true;
    },
    write(words, { x, y, color, means, spaced }, pen) {
      const latin = pen.latin(words);
      const name = latin === undefined ? pen.compositeName : pen.name;
      if (name !== fontName) text += `/${name} ${SIZE} Tf `;
      fontName = name;
      if (color !== ink) text += `${pdfColor(color) ?? BLACK} rg `;
      ink = color;
      const way = x === atX && y === atY + LINE ? 'T* ' : move(x, y);
      atX = x;
      atY = y;
      if (latin !== undefined && means === undefined) {
        text = `${text}${way}(${latin}${spaced ? ' )Tj\n' : ')Tj\n'}`;
        return;
      }
      const end = spaced ? ' ' : '';
      const show = latin === undefined ? showShapes(words + end, pen) : `(${latin}${end})Tj`;
      text +=
        means === undefined ? `${way}${show}\n` : `${way}/Span<</ActualText<feff${utf16Hex(means)}>>>BDC ${show} EMC\n`;
    },
    endPage() {
      if (marked) text += 'EMC\n';
      let page = '';
      if (under !== '') page += `/Artifact BMC\n${under}${fillColor === BLACK ? '' : `${BLACK} rg `}EMC\n`;
      if (text !== '') page += `BT\n${LINE} TL\n${text}ET\n`;
      return Buffer.from(page, 'latin1');
    },
  };
}
