import { textCells } from '../layout/cells.ts';
import type { PlacedLine, TextRun } from '../layout/page.ts';
import { escapeHtml, safeColor } from './escape.ts';

/** A line in its place on a sheet. */
export function lineHtml({ x, y, runs, element }: PlacedLine): string {
  const name = element === 'revisionMark' ? 'line mark' : 'line';
  return `<div class="${name}" style="--x:${length(x)};--y:${length(y)}">${runs.map(runHtml).join('')}</div>`;
}

/** A number of points, however it came here. */
function length(points: number): number {
  return Number.isFinite(points) ? points : 0;
}

function runHtml({ text, bold, italic, underline, strike, color, background }: TextRun): string {
  if (text === '') return '';
  const paint = [paintStyle('color', color), paintStyle('background', background)].filter((style) => style !== '');
  const elements: readonly (readonly [boolean, string, string])[] = [
    [bold, '<strong>', '</strong>'],
    [italic, '<em>', '</em>'],
    [underline, '<u>', '</u>'],
    [strike === true, '<s>', '</s>'],
    [paint.length > 0, `<span style="${paint.join(';')}">`, '</span>'],
  ];
  return elements.reduce((html, [on, open, close]) => (on ? open + html + close : html), cellsHtml(text));
}

function paintStyle(property: string, color: string | undefined): string {
  const safe = safeColor(color);
  return safe === undefined ? '' : `${property}:${safe}`;
}

/** Latin letters and common punctuation, which every typewriter font has in the width of one cell; nothing that a mark stands on. */
const EVEN = /(?:[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027](?![\p{M}\p{Cf}]))+/gu;

/** Hebrew, Arabic and other letters that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text on its cells: what may come from another font, in other widths, stands in a box as wide as its cells. Words from right to left share one box: boxes run from left to right. */
function cellsHtml(text: string): string {
  if (RIGHT_TO_LEFT.test(text)) return oddHtml(text);
  let html = '';
  let from = 0;
  for (const { 0: even, index } of text.matchAll(EVEN)) {
    html += oddHtml(text.slice(from, index)) + escapeHtml(even);
    from = index + even.length;
  }
  return html + oddHtml(text.slice(from));
}

function oddHtml(text: string): string {
  return text === '' ? '' : `<span class="odd" style="--c:${textCells(text)}">${escapeHtml(text)}</span>`;
}
