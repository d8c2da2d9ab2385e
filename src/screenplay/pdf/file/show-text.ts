import { LONGEST, type Pen } from './pen.ts';
import { pdfNumber } from './values.ts';

/** Differences below this, in thousandths of the size of the text, are not made up for. */
const LEAST = 0.5;

/** The operators that show words in the composite font of a pen, every character in its cells. */
export function showShapes(words: string, pen: Pen): string {
  // `cell` is where the character's cells begin, `at` where the pen is, both in thousandths of the size of the text.
  let [cell, at, scale, count] = [0, 0, 1, 0];
  let operators = '[(';
  for (const character of words) {
    const shape = pen.shape(character);
    if (shape.scale !== scale) operators += `)]TJ ${pdfNumber(shape.scale * 100)} Tz [(`;
    scale = shape.scale;
    const gap = cell + shape.pad - at;
    if (Math.abs(gap) > LEAST) operators += `)${pdfNumber(-gap / scale)}(`;
    else if (count > 0 && count % LONGEST === 0) operators += ')(';
    operators += shape.code;
    at = (Math.abs(gap) > LEAST ? at + gap : at) + shape.advance * scale;
    cell += shape.width;
    count += 1;
  }
  return operators + (scale === 1 ? ')]TJ' : ')]TJ 100 Tz');
}
