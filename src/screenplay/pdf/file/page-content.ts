import { LINE } from '../../layout/profile.ts';
import { type Area, BASELINE, type Sheet, SIZE, type TextLook } from '../canvas.ts';
import type { Font } from '../truetype/font.ts';
import type { Pen } from './pen.ts';
import { showShapes } from './show-text.ts';
import { pdfColor, pdfNumber, thousandths, utf16Hex } from './values.ts';

/** The drawing of one page at a time. */
export interface PageContent {
  startPage(sheet: Sheet): void;
  fill(area: Area): void;
  write(text: string, x: number, y: number, look: TextLook): void;
  writeLatin(text: string, x: number, y: number, look: TextLook): boolean;
  /** Begin marked content: its tag, and its number on the page for content that is read aloud. */
  mark(tag: string, id: number | undefined): void;
  /** End the page and give the operators that draw it, a character a byte. */
  endPage(): string;
}

const BLACK = '0 0 0';
const BEGIN_TEXT = `BT\n${LINE} TL\n`;
const END_MARK = 'EMC\n';
const NEXT_LINE = 'T* (';
const LINE_DOWN = LINE * 1000;
/** More thousandths than there are from the top of a page to its bottom. */
const TALL = 2 ** 26;

/** A way from one place to another in thousandths of a point, and the operator that goes it. */
interface Way {
  readonly right: number;
  readonly up: number;
  readonly operator: string;
}

/** The operator that begins marked content, which has a number where it is read aloud. */
function beginMark(tag: string, id: number | undefined): string {
  return id === undefined ? `/${tag} BMC\n` : `/${tag}<</MCID ${id}>>BDC\n`;
}

/** Begin to draw pages with the pens of fonts. What lies under the text is drawn first, wherever it was asked for. */
export function writePageContent(penFor: (font: Font) => Pen): PageContent {
  // Operators, a character a byte: those that lie under the text, and those that write it, so many of them.
  let under = '';
  const text: string[] = [];
  let count = 0;
  let marked = false;
  // Operators that were written before: there are few of them, and to write numbers takes longer than to find one.
  const marks = new Map<string, string[]>();
  const ways = new Map<number, Way>();
  let height = 0;
  // What the operators so far leave behind. Places are rounded, not the ways between them, or what is lost would add up.
  let atX = 0;
  let atY = 0;
  // What was asked for last.
  let lastX = 0;
  let lastY = 0;
  let lastFont: Font | undefined;
  let pen: Pen | undefined;
  let fontName = '';
  let ink: string | undefined;
  let fillColor = BLACK;

  const add = (operator: string): void => {
    text[count] = operator;
    count += 1;
  };
  const lookLike = (name: string, color: string | undefined): void => {
    if (name !== fontName) add(`/${name} ${SIZE} Tf `);
    fontName = name;
    if (color !== ink) add(`${pdfColor(color) ?? BLACK} rg `);
    ink = color;
  };
  /** The operator that goes to a place, and the bracket that opens the string that is shown there. */
  const goTo = (x: number, y: number): string => {
    const isNextLine = x === lastX && y === lastY + LINE;
    lastX = x;
    lastY = y;
    if (isNextLine) {
      atY += LINE_DOWN;
      return NEXT_LINE;
    }
    const right = thousandths(x) - atX;
    const up = atY - thousandths(y);
    atX += right;
    atY -= up;
    const both = right * TALL + up;
    const known = ways.get(both);
    // Ways that lead off all paper may have the same number.
    if (known !== undefined && known.right === right && known.up === up) return known.operator;
    const operator = `${right / 1000} ${up / 1000} Td (`;
    ways.set(both, { right, up, operator });
    return operator;
  };
  /** The operators that end marked content and begin the next. Those of one page are those of the next. */
  const nextMark = (tag: string, id: number): string => {
    const known = marks.get(tag) ?? [];
    const begun = known[id];
    if (begun !== undefined) return begun;
    const mark = END_MARK + beginMark(tag, id);
    known[id] = mark;
    marks.set(tag, known);
    return mark;
  };
  return {
    startPage(sheet) {
      height = sheet.height;
      // The lower left corner, where a page begins, is the baseline of this line.
      lastX = 0;
      lastY = height - BASELINE;
      atX = 0;
      atY = thousandths(lastY);
      under = '';
      text[0] = BEGIN_TEXT;
      count = 1;
      marked = false;
      fontName = '';
      ink = undefined;
      fillColor = BLACK;
    },
    fill({ x, y, width, height: high, color }) {
      const next = pdfColor(color) ?? BLACK;
      if (next !== fillColor) under += `${next} rg `;
      fillColor = next;
      under += `${[x, height - y - high, width, high].map(pdfNumber).join(' ')} re f\n`;
    },
    mark(tag, id) {
      if (marked && id !== undefined) add(nextMark(tag, id));
      else add((marked ? END_MARK : '') + beginMark(tag, id));
      marked = true;
    },
    write(words, x, y, { font, color, means, spaced }) {
      const pen = penFor(font);
      const latin = pen.latin(words);
      lookLike(latin === undefined ? pen.compositeName : pen.name, color);
      add(goTo(x, y).slice(0, -1));
      const end = spaced ? ' ' : '';
      const show = latin === undefined ? showShapes(words + end, pen) : `(${latin}${end})Tj`;
      add(means === undefined ? `${show}\n` : `/Span<</ActualText<feff${utf16Hex(means)}>>>BDC ${show} EMC\n`);
    },
    writeLatin(words, x, y, { font, color, spaced }) {
      if (pen === undefined || font !== lastFont) pen = penFor(font);
      lastFont = font;
      const latin = pen.latin(words);
      if (latin === undefined) return false;
      if (pen.name !== fontName || color !== ink) lookLike(pen.name, color);
      const way = goTo(x, y);
      text[count] = way;
      text[count + 1] = latin;
      text[count + 2] = spaced ? ' )Tj\n' : ')Tj\n';
      count += 3;
      return true;
    },
    endPage() {
      if (marked) add(END_MARK);
      add('ET\n');
      // Behind it stands what is left of a page that had more.
      text.length = count;
      const written = count > 2 ? text.join('') : '';
      if (under === '') return written;
      return `/Artifact BMC\n${under}${fillColor === BLACK ? '' : `${BLACK} rg `}${END_MARK}${written}`;
    },
  };
}
