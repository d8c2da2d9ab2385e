import type { Page } from '../layout/page.ts';
import { LINE } from '../layout/profile.ts';
import { rowText } from './row-text.ts';

/** How pages are written as plain text. */
export interface TextOptions {
  /**
   * How a page ends: with a form feed before the next one, or filled up with empty lines to its full height, for
   * what counts lines. A form feed unless given.
   */
  readonly pageEnd?: 'formFeed' | 'emptyLines';
}

/**
 * Write laid-out pages as on a typewriter: ten cells to the inch across, six lines to the inch down, from the upper
 * left corner of the paper. Styles and colours are not shown.
 *
 * Wide characters count as two cells and marks as none, so columns hold in a terminal. Lines end in `\n` and in no spaces.
 */
export function printText(pages: readonly Page[], { pageEnd = 'formFeed' }: TextOptions = {}): string {
  switch (pageEnd) {
    case 'formFeed':
      return pages.map((page) => joined(pageLines(page))).join('\f');
    case 'emptyLines':
      return pages.map((page) => joined(filled(pageLines(page), Math.round(page.height / LINE)))).join('');
  }
}

/** The lines of a page from its upper edge to its last words. */
function pageLines({ lines, height }: Page): readonly string[] {
  const last = Math.max(0, Math.round(height / LINE) - 1);
  const rows = new Map<number, (typeof lines)[number][]>();
  for (const line of lines) {
    const row = Math.min(Math.max(Math.round(line.y / LINE), 0), last);
    const parts = rows.get(row);
    if (parts === undefined) rows.set(row, [line]);
    else parts.push(line);
  }
  const texts = Array.from({ length: last + 1 }, (_, row) => rowText(rows.get(row) ?? []));
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

function filled(lines: readonly string[], count: number): readonly string[] {
  return Array.from({ length: Math.max(count, lines.length) }, (_, row) => lines[row] ?? '');
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
