import { plainText } from '../inline/inline.ts';
import { normalizeTitlePage } from '../normalize.ts';
import type { Screenplay } from '../tree.ts';
import type { Page, PlacedLine } from './page.ts';
import { passageStyle, passagesOf } from './passage.ts';
import { rowsOf } from './passage-rows.ts';
import { CELL, type Column, LINE, type Profile, points, rightEdge } from './profile.ts';
import type { Row } from './row.ts';

const CENTERED = ['title', 'credit', 'author', 'authors', 'source'];
const RIGHT = ['contact', 'draft date'];
/** Entries that stand on the left without their key. */
const KEYLESS = ['notes', 'copyright'];

/**
 * Lay out the title page: title, credit, author and source in the middle from 3.5″ down; contact and draft date at
 * the bottom right, notes and every other entry at the bottom left. What does not fit goes to further title pages.
 * No pages for a script without one.
 */
export function titlePages({ titlePage }: Screenplay, profile: Profile): readonly Page[] {
  const entries = (normalizeTitlePage(titlePage)?.entries ?? []).map(({ key, lines }) => ({
    key: key.toLowerCase(),
    label: key,
    lines,
  }));
  if (entries.length === 0) return [];
  const of = (keys: readonly string[]): readonly (readonly string[])[] =>
    entries.filter(({ key }) => keys.includes(key)).map(({ lines }) => lines);
  const others = entries
    .filter(({ key }) => ![...CENTERED, ...RIGHT].includes(key))
    .map(({ key, label, lines }) =>
      KEYLESS.includes(key) ? lines : [`${label}: ${lines[0] ?? ''}`, ...lines.slice(1)],
    );
  const column = (lines: readonly string[], where: Column, align?: 'center' | 'right'): readonly Row[] => {
    const style = passageStyle({ column: where, element: 'title', align });
    return rowsOf(lines.flatMap((text) => passagesOf({ text }, style)));
  };
  const middle = stack(of(CENTERED).map((lines) => column(lines, profile.body, 'center')));
  const left = stack(others.map((lines) => column(lines, profile.dual.left)));
  const right = stack(RIGHT.flatMap((key) => of([key])).map((lines) => column(lines, rightColumn(profile), 'right')));
  return placeTitle({ middle, left, right }, profile);
}

/** The title of a script as a page header shows it: one line, without emphasis; nothing for a script without one. */
export function scriptTitle({ titlePage }: Screenplay): string {
  const title = titlePage?.entries.find(({ key }) => key.trim().toLowerCase() === 'title');
  return (title?.lines ?? []).map(plainText).join(' ');
}

/** As wide as a column of dual dialogue, ending at the right edge. */
function rightColumn({ dual, body }: Profile): Column {
  return { left: points(rightEdge(body) - dual.right.cells * CELL), cells: dual.right.cells };
}

/** One entry under the other with a blank row between. */
function stack(entries: readonly (readonly Row[])[]): readonly Row[] {
  const blank: Row = { parts: [], revision: 0 };
  return entries.flatMap((rows, index) => (index === 0 ? rows : [blank, ...rows]));
}

interface TitleRows {
  readonly middle: readonly Row[];
  readonly left: readonly Row[];
  readonly right: readonly Row[];
}

function placeTitle({ middle, left, right }: TitleRows, profile: Profile): readonly Page[] {
  const { bodyLines, top, titleTop, width, height } = profile;
  const free = bodyLines - Math.ceil((titleTop - top) / LINE);
  const atBottom = (rows: readonly Row[]): readonly PlacedLine[] =>
    placed(rows, top + (bodyLines - rows.length) * LINE);
  const fits = middle.length + 1 + Math.max(left.length, right.length) <= free;
  const parts = fits
    ? [[...placed(middle, titleTop), ...atBottom(left), ...atBottom(right)]]
    : [
        ...sheets(middle, free).map((rows) => placed(rows, titleTop)),
        ...sheets(left, bodyLines).map(atBottom),
        ...sheets(right, bodyLines).map(atBottom),
      ];
  return parts.map((lines) => ({ number: null, label: null, width, height, lines }));
}

/** At least one row on each sheet. */
function sheets(rows: readonly Row[], capacity: number): readonly (readonly Row[])[] {
  const size = Math.max(1, capacity);
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

function placed(rows: readonly Row[], from: number): readonly PlacedLine[] {
  return rows.flatMap((row, index) => row.parts.map((part) => ({ ...part, y: from + index * LINE, block: -1 })));
}
