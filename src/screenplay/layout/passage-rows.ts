import type { Passage, PassageStyle } from './passage.ts';
import { CELL, points } from './profile.ts';
import type { Row, Stretch } from './row.ts';
import { deletedIn, runsIn } from './stretch.ts';
import { nextRow, rowEnd, stretchCells } from './wrap.ts';

/** The rows of lines from the first on, no more than `most`: each holds as much of its line as fits the column. */
export function stretchesOf(passages: readonly Passage[], most: number = Number.POSITIVE_INFINITY): readonly Stretch[] {
  const rows: Stretch[] = [];
  passages.forEach((line, passage) => {
    for (let offset = 0; rows.length < most; ) {
      const to = stretchEnd(line, offset);
      rows.push({ passage, offset, to });
      offset = nextRow(line.text, to);
      if (offset >= line.text.length) break;
    }
  });
  return rows;
}

/** The rows of lines, as {@link stretchesOf} cuts them, with what stands on them. */
export function rowsOf(passages: readonly Passage[], most?: number): readonly Row[] {
  return stretchesOf(passages, most).flatMap((stretch) => {
    const passage = passages[stretch.passage];
    return passage === undefined ? [] : [passageRow(passage, stretch)];
  });
}

/** Where the row of a line ends that begins at an offset. */
export function stretchEnd(line: Passage, offset: number): number {
  const { column, hang } = line.style;
  return rowEnd(line, offset, hang === undefined || offset === 0 ? column.cells : column.cells - hang);
}

/** What stands on a row. */
export function passageRow(passage: Passage, { offset, to }: Stretch): Row {
  const { element } = passage.style;
  const runs = runsIn(passage, offset, to);
  return { parts: [{ x: leftOf(passage, offset, to), runs, element }], revision: stretchRevision(passage, offset, to) };
}

/** The left edge of a row. */
export function leftOf(passage: Passage, from: number, to: number): number {
  const { column, align, hang }: PassageStyle = passage.style;
  if (align === undefined) return hang === undefined || from === 0 ? column.left : points(column.left + hang * CELL);
  const free = Math.max(0, column.cells - stretchCells(passage, from, to));
  return points(column.left + (align === 'center' ? free / 2 : free) * CELL);
}

function stretchRevision(passage: Passage, offset: number, to: number): number {
  if (!passage.styled?.isRevised) return 0;
  let latest = deletedIn(passage, offset, nextRow(passage.text, to));
  for (const { revision } of runsIn(passage, offset, to))
    if (revision !== undefined && revision > latest) latest = revision;
  return latest;
}
