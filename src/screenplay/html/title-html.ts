import { plainText } from '../inline/inline.ts';
import type { Screenplay, TitleEntry } from '../tree.ts';
import { escapeHtml } from './escape.ts';
import { inlineHtml } from './inline-html.ts';

/** Entries that say themselves what they are. */
const KEYLESS = ['title', 'credit', 'author', 'authors', 'source'];

/** What a script is called, on one line: its title page's Title; empty when it has none. */
export function scriptTitle(script: Screenplay): string {
  const lines = titleEntry(script)?.lines ?? [];
  return lines.map(plainText).join(' ').replace(/\s+/g, ' ').trim();
}

/** The title page as the header of a document, with the title as its first heading. `title` stands there when the script has none. */
export function titleHtml(script: Screenplay, title: string): string {
  const entry = titleEntry(script);
  const others = (script.titlePage?.entries ?? []).filter((other) => other !== entry).map(entryHtml);
  const heading = (entry && linesHtml(entry)) || escapeHtml(title);
  return ['<header>', `<h1>${heading}</h1>`, ...others.filter((html) => html !== ''), '</header>'].join('\n');
}

function titleEntry({ titlePage }: Screenplay): TitleEntry | undefined {
  return titlePage?.entries.find(({ key }) => key.toLowerCase() === 'title');
}

function entryHtml(entry: TitleEntry): string {
  const lines = linesHtml(entry);
  if (lines === '') return '';
  const keyless = KEYLESS.includes(entry.key.toLowerCase());
  return `<p>${keyless ? '' : `<span class="key">${escapeHtml(entry.key)}:</span> `}${lines}</p>`;
}

function linesHtml({ lines }: TitleEntry): string {
  return inlineHtml({ text: lines.join('\n') });
}
