import { layoutScreenplay } from '../layout/layout.ts';
import type { Rule } from './rule.ts';

/** What a title page lacks. */
export const titleMissing: Rule = {
  id: 'title/missing',
  severity: 'info',
  title: 'A script without a title page, or one without title, author or contact',
  why: 'Whoever likes the script must know what it is called, who wrote it and whom to write to.',
  source: 'Fountain 1.1, Title Page; the custom of submissions.',
  find: ({ script: { titlePage, children } }) => {
    if (children.length === 0) return [];
    if (titlePage === null)
      return [{ message: 'The script has no title page.', fix: 'Begin the text with Title:, Author: and Contact:.' }];
    const filled = titlePage.entries.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
    const keys = new Set(filled.map(({ key }) => key.toLowerCase()));
    const lacks = [
      keys.has('title') ? [] : ['title'],
      keys.has('author') || keys.has('authors') || keys.has('credit') ? [] : ['author'],
      keys.has('contact') ? [] : ['contact'],
    ].flat();
    if (lacks.length === 0) return [];
    return [
      { message: `The title page does not say: ${lacks.join(', ')}.`, fix: `Add ${lacks.map(entryKey).join(' ')}` },
    ];
  },
};

/** Below so many words no script fills the pages that {@link scriptLength} speaks of. */
const WORDS = 20_000;

/** Pages nobody shoots. */
const PAGES = 180;

/** How long a script is. */
export const scriptLength: Rule = {
  id: 'script/length',
  severity: 'info',
  title: 'A script of more than 180 pages',
  why: 'A page is about a minute: three hours. Two scripts may stand in one file, or layout was kept in the text.',
  source: '95 in 100 of 77 produced features have fewer than 29,000 words, about 150 pages.',
  find: ({ script, material }) => {
    if (material.words < WORDS) return [];
    const pages = layoutScreenplay(script).filter(({ number }) => number !== null).length;
    return pages <= PAGES
      ? []
      : [{ message: `The script has ${pages} pages.`, fix: 'Cut it, or part it into episodes.' }];
  },
};

function entryKey(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}:`;
}
