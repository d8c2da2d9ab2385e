import { textCells } from '../layout/cells.ts';
import { lineText, type PlacedLine } from '../layout/page.ts';
import { CELL } from '../layout/profile.ts';

/** Control characters and what ends a line elsewhere: nothing that stands in a cell. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029]/gu;

/** What stands on one row of a page, each part from its own cell on; a part whose place is taken follows after a space. */
export function rowText(parts: readonly PlacedLine[]): string {
  let row = '';
  let filled = 0;
  for (const part of parts.toSorted((a, b) => a.x - b.x)) {
    const text = lineText(part).replace(UNPRINTABLE, '');
    if (text === '') continue;
    const cell = Math.max(Math.round(part.x / CELL), 0);
    const start = cell < filled ? filled + 1 : cell;
    row += ' '.repeat(start - filled) + text;
    filled = start + textCells(text);
  }
  return trimEndSpaces(row);
}

/** A loop, because a pattern for this takes quadratic time. */
function trimEndSpaces(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(0, end);
}
