import { type InlineRun, inlineLines } from '../inline/inline.ts';
import type { TextSpan } from '../tree.ts';
import { escapeHtml, isShown } from './escape.ts';

/** Text with what stretches of it carry, as blocks hold it. */
export interface SpannedText {
  readonly text: string;
  readonly spans?: readonly TextSpan[];
}

/** Text as HTML, one `<br/>` between its lines; empty when it shows nothing but spaces. */
export function inlineHtml({ text, spans = [] }: SpannedText): string {
  const lines = inlineLines(text, spans);
  const shows = lines.some((runs) => runs.some((run) => isShown(run.text)));
  return shows ? lines.map((runs) => runs.map(runHtml).join('')).join('<br/>') : '';
}

/**
 * A run in the elements that say what its style says. Colours of letters, fonts and sizes are left out: here they are
 * the reader's; a colour behind letters is a `<mark>`.
 */
function runHtml({ text, bold, italic, underline, span }: InlineRun): string {
  if (text === '') return '';
  const elements: readonly (readonly [boolean, string, string])[] = [
    [underline, '<u>', '</u>'],
    [italic, '<em>', '</em>'],
    [bold, '<strong>', '</strong>'],
    [span?.strike === true, '<s>', '</s>'],
    [span?.capitals === true, '<span class="caps">', '</span>'],
    [span?.background !== undefined, '<mark>', '</mark>'],
  ];
  return elements.reduce((html, [on, open, close]) => (on ? open + html + close : html), escapeHtml(text));
}
