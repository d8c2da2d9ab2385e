import type { Bytes } from './bytes.ts';
import type { Pen } from './pen.ts';
import { pdfNumber } from './values.ts';

/** A string in a PDF holds at most this many glyphs: old readers take no more than 32,767 bytes. */
const LONGEST = 8000;

/** Differences below this, in thousandths of the size of the text, are not made up for. */
const LEAST = 0.5;

const [OPEN, CLOSE, BACKSLASH, RETURN, LETTER_R] = [0x28, 0x29, 0x5c, 0x0d, 0x72];

/** Write the operators that show words where the pen is, every character in its cells. */
export function writeGlyphs(out: Bytes, words: string, pen: Pen): void {
  if (words.length > LONGEST || !isQuick(words, pen)) {
    writeShapes(out, words, pen);
    return;
  }
  out.byte(OPEN);
  for (let index = 0; index < words.length; index += 1) writeCode(out, pen.quick(words.charCodeAt(index)));
  out.text(')Tj');
}

function isQuick(words: string, pen: Pen): boolean {
  for (let index = 0; index < words.length; index += 1) if (pen.quick(words.charCodeAt(index)) === 0) return false;
  return true;
}

function writeShapes(out: Bytes, words: string, pen: Pen): void {
  // `cell` is where the character's cells begin, `at` where the pen is, both in thousandths of the size of the text.
  let [cell, at, scale, count] = [0, 0, 1, 0];
  out.text('[(');
  for (const character of words) {
    const shape = pen.shape(character);
    if (shape.scale !== scale) out.text(`)]TJ ${pdfNumber(shape.scale * 100)} Tz [(`);
    scale = shape.scale;
    const gap = cell + shape.pad - at;
    if (Math.abs(gap) > LEAST) out.text(`)${pdfNumber(-gap / scale)}(`);
    else if (count > 0 && count % LONGEST === 0) out.text(')(');
    writeCode(out, shape.glyph);
    at = (Math.abs(gap) > LEAST ? at + gap : at) + shape.advance * scale;
    cell += shape.width;
    count += 1;
  }
  out.text(scale === 1 ? ')]TJ' : ')]TJ 100 Tz');
}

/** The number of a glyph in two bytes, inside a string: brackets, backslash and line end are escaped (ISO 32000-1, 7.3.4.2). */
function writeCode(out: Bytes, glyph: number): void {
  writeByte(out, glyph >> 8);
  writeByte(out, glyph & 0xff);
}

function writeByte(out: Bytes, byte: number): void {
  if (byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === RETURN) out.byte(BACKSLASH);
  // A bare return would be read as a line feed.
  out.byte(byte === RETURN ? LETTER_R : byte);
}
