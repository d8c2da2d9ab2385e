const SPACE = 32;

/** What is wrapped: a text and what each of its UTF-16 units fills, one cell when that is not said. */
export interface WrapText {
  readonly text: string;
  readonly cells: Uint8Array | undefined;
}

/**
 * Where the last word of the row ends that begins at `from`, when `width` cells fit into a row: see {@link nextRow}
 * for the row after it.
 *
 * Rows end at spaces, which vanish there; a word wider than the row is cut. Spaces at the start of the text stay, as
 * the indent of the first row. A row holds one character at least, however narrow it is.
 */
export function rowEnd(line: WrapText, from: number, width: number): number {
  const { text, cells } = line;
  const { length } = text;
  let end = cells === undefined ? from + (width > 1 ? width : 1) : firstBeyond(line, from, width > 1 ? width : 1);
  if (end >= length) end = length;
  else if (text.charCodeAt(end) !== SPACE && text.charCodeAt(end - 1) !== SPACE) end = lastSpace(text, from, end);
  while (end > from && text.charCodeAt(end - 1) === SPACE) end -= 1;
  return end;
}

/** Where the row begins that follows one whose last word ends at `to`: the text's end when none does. */
export function nextRow(text: string, to: number): number {
  let next = to;
  while (next < text.length && text.charCodeAt(next) === SPACE) next += 1;
  return next;
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
