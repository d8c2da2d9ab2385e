import { inlineLines } from '../inline/inline.ts';
import { normalizeTitlePage } from '../normalize.ts';
import type { Screenplay } from '../tree.ts';
import type { Page, PlacedLine, TextRun } from './page.ts';
import { CELL, type Column, LINE, type Profile, points } from './profile.ts';
import { columnRows, type Row } from './row.ts';

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
  const middle = stack(
    of(CENTERED).map((lines) => columnRows(shown(lines), { column: profile.body, element: 'title', align: 'center' })),
  );
  const left = stack(others.map((lines) => columnRows(shown(lines), { column: profile.dual.left, element: 'title' })));
  const right = stack(
    RIGHT.flatMap((key) => of([key])).map((lines) =>
      columnRows(shown(lines), { column: rightColumn(profile), element: 'title', align: 'right' }),
    ),
  );
  return placeTitle({ middle, left, right }, profile);
}

function shown(lines: readonly string[]): readonly (readonly TextRun[])[] {
  return lines.flatMap((line) => inlineLines(line));
}

/** As wide as a column of dual dialogue, ending at the right edge. */
function rightColumn({ dual, right }: Profile): Column {
  return { left: points(right - dual.right.cells * CELL), cells: dual.right.cells };
}

/** One entry under the other with a blank row between. */
function stack(entries: readonly (readonly Row[])[]): readonly Row[] {
  const blank: Row = { parts: [], sentenceEnd: true };
  return entries.flatMap((rows, index) => (index === 0 ? rows : [blank, ...rows]));
}

interface TitleRows {
  readonly middle: readonly Row[];
  readonly left: readonly Row[];
  readonly right: readonly Row[];
}

function placeTitle({ middle, left, right }: TitleRows, profile: Profile): readonly Page[] {
  const { bodyLines, top, titleTop } = profile;
  const first = Math.round((titleTop - top) / LINE);
  const bottom = Math.max(left.length, right.length);
  const fits = first + middle.length + 1 + bottom <= bodyLines;
  const parts = fits
    ? [
        [
          ...placed(middle, first, profile),
          ...placed(left, bodyLines - left.length, profile),
          ...placed(right, bodyLines - right.length, profile),
        ],
      ]
    : [
        ...sheets(middle, bodyLines - first).map((rows) => placed(rows, first, profile)),
        ...sheets(left, bodyLines).map((rows) => placed(rows, bodyLines - rows.length, profile)),
        ...sheets(right, bodyLines).map((rows) => placed(rows, bodyLines - rows.length, profile)),
      ];
  return parts.map((lines) => ({ number: null, width: profile.width, height: profile.height, lines }));
}

function sheets(rows: readonly Row[], capacity: number): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / capacity);
  return Array.from({ length: count }, (_, index) => rows.slice(index * capacity, (index + 1) * capacity));
}

function placed(rows: readonly Row[], from: number, { top }: Profile): readonly PlacedLine[] {
  return rows.flatMap((row, index) =>
    row.parts.map((part) => ({ ...part, y: top + (from + index) * LINE, block: -1 })),
  );
}
