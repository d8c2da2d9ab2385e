import type { Page } from '../layout/page.ts';
import { escapeHtml, safeColor } from './escape.ts';
import { htmlDocument } from './head.ts';
import { lineHtml } from './line-html.ts';
import { readingOrder } from './reading-order.ts';
import { sheetStyle } from './sheet-style.ts';

/** What a preview says about itself. */
export interface PagesHtmlOptions {
  /** What a browser calls the document; `Pages` unless given. */
  readonly title?: string;
  /** The language of the script, as a BCP 47 tag; `en` unless given. */
  readonly lang?: string;
}

/** US Letter, for a preview without pages. */
const LETTER = { width: 612, height: 792 };

/**
 * Show laid-out pages as they come out of a printer, as one HTML document without scripts and without anything to be
 * loaded: every sheet in its size and on paper of its colour, every line in its place, smaller where the window is
 * narrower than a sheet. Text is selected in reading order. Printed, every sheet is one page, in the size of the first.
 *
 * Letters are those of Courier Prime where the machine has it, else of another typewriter font; columns are kept either way.
 */
export function printPagesHtml(pages: readonly Page[], options: PagesHtmlOptions = {}): string {
  const { title = 'Pages', lang = 'en' } = options;
  const [first = LETTER] = pages;
  const body = `<main>
<h1 class="heard">${escapeHtml(title)}</h1>
${pages.map(sheetHtml).join('')}</main>`;
  return htmlDocument({ title, lang, style: sheetStyle(first) }, body);
}

function sheetHtml(page: Page): string {
  const paper = safeColor(page.color);
  const color = paper === undefined ? '' : `;background:${paper}`;
  const name = page.label === null ? 'Title page' : `Page ${page.label}`;
  const lines = readingOrder(page).map((line) => `${lineHtml(line)}\n`);
  return `<article class="sheet" style="--w:${page.width};--h:${page.height}${color}">
<h2 class="heard">${escapeHtml(name)}</h2>
${lines.join('')}</article>
`;
}
