const SPACE = 32;

/** What is wrapped: a text and what each of its UTF-16 units fills, one cell when that is not said. */
export interface WrapText {
  readonly text: string;
  readonly cells: Uint8Array | undefined;
}

/** A row of a text: its characters without the spaces it ends with, and where the row after it begins. */
export interface WrapRow {
  readonly to: number;
  readonly next: number;
}

/**
 * Where the row that begins at `from` ends, when `width` cells fit into a row.
 *
 * Rows end at spaces, which vanish there; a word wider than the row is cut. Spaces at the start of the text stay, as
 * the indent of the first row. A row holds one character at least, however narrow it is.
 */
export function wrapRow(line: WrapText, from: number, width: number): WrapRow {
  const { text, cells } = line;
  const { length } = text;
  let end = cells === undefined ? from + Math.max(1, width) : firstBeyond(line, from, Math.max(1, width));
  if (end < length) {
    // Spaces hang over the edge.
    while (end < length && text.charCodeAt(end) === SPACE) end += 1;
    if (end < length && text.charCodeAt(end - 1) !== SPACE) end = lastSpace(text, from, end);
  } else end = length;
  let to = end;
  while (to > from && text.charCodeAt(to - 1) === SPACE) to -= 1;
  let next = end;
  while (next < length && text.charCodeAt(next) === SPACE) next += 1;
  return { to, next };
}

/** How many cells a stretch of a line fills. */
export function stretchCells({ cells }: WrapText, from: number, to: number): number {
  if (cells === undefined) return to - from;
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += cells[at] ?? 0;
  return sum;
}

/** The last space before `end` that has a word before it; `end` when there is none. */
function lastSpace(text: string, from: number, end: number): number {
  let space = end - 1;
  while (space > from && text.charCodeAt(space) !== SPACE) space -= 1;
  let word = space;
  while (word >= from && text.charCodeAt(word) === SPACE) word -= 1;
  return space > from && word >= from ? space : end;
}

/** The first character that is no space and does not fit. */
function firstBeyond({ text, cells }: WrapText, from: number, width: number): number {
  let used = 0;
  for (let at = from; at < text.length; at += 1) {
    const fills = cells?.[at] ?? 0;
    if (fills > 0 && used + fills > width && at > from && text.charCodeAt(at) !== SPACE) return at;
    used += fills;
  }
  return text.length;
}
