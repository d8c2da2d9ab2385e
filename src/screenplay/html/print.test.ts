import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  action,
  centered,
  dialogue,
  dualDialogue,
  heading,
  lyrics,
  note,
  pageBreak,
  parenthetical,
  screenplay,
  section,
  speech,
  sung,
  synopsis,
  titlePage,
  transition,
} from '../build.ts';
import { inlineLines } from '../inline/inline.ts';
import { anyScreenplay } from '../json/fixtures/any-screenplay.ts';
import type { Screenplay } from '../tree.ts';
import { readHtml } from './fixtures/read-html.ts';
import { printHtml } from './print.ts';

/** Every element that a read view is made of; none of them loads or runs anything. */
const ELEMENTS = new Set(
  'html head meta title style body a header nav main section details summary ol li h1 h2 p div hr br span strong em u s mark'.split(
    ' ',
  ),
);

/** Every attribute, with all that it may hold. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  lang: /^en$/,
  charset: /^utf-8$/,
  name: /^(viewport|color-scheme)$/,
  content: /^(width=device-width, initial-scale=1|light dark|default-src 'none'; style-src 'unsafe-inline')$/,
  'http-equiv': /^Content-Security-Policy$/,
  class: /^[a-z-]+$/i,
  id: /^(script|(scene|part)-[\w.-]+)$/,
  href: /^#(script|(scene|part)-[\w.-]+)$/,
  role: /^list$/,
  'aria-label': /^Scenes$/,
};

const script = screenplay(
  titlePage({ title: 'The **Keepers**', author: 'A. Writer', contact: ['Somewhere 3', 'Elsewhere'] }),
  section('The storm'),
  heading('int. lighthouse - night', { id: 'b4', number: '12A' }),
  synopsis('Mara finds out.'),
  action('Rain. [[how much?]] A *door*\n  opens.'),
  dialogue('Mara', [parenthetical('tired'), speech('You came.'), sung('La la')], { extensions: ['V.O.'] }),
  dualDialogue(dialogue('Mara', 'Go.'), dialogue('Eddie', 'Stay.')),
  note('Is it lit?'),
  lyrics('The sea'),
  transition('Cut to:'),
  pageBreak(),
  centered('THE END'),
  heading('ext. sea - day'),
);

test('whatever is written, the document is well-formed and holds nothing but known elements and attributes', () => {
  fc.assert(
    fc.property(anyScreenplay, fc.boolean(), fc.boolean(), (any, notes, fragment) => {
      const html = printHtml(any, { notes, fragment });
      for (const { name, attributes } of readHtml(html, fragment)) {
        expect(ELEMENTS).toContain(name);
        for (const [key, value] of Object.entries(attributes)) expect(value).toMatch(ATTRIBUTES[key] ?? /^no such$/);
      }
    }),
    { numRuns: 500 },
  );
});

test('whatever is written, headings skip no level, landmarks are there once and every link leads to a heading', () => {
  fc.assert(
    fc.property(anyScreenplay, fc.boolean(), (any, notes) => {
      const elements = readHtml(printHtml(any, { notes }));
      const names = elements.map(({ name }) => name);
      for (const once of ['header', 'main', 'h1', 'title'])
        expect(names.filter((name) => name === once)).toEqual([once]);
      expect(names.indexOf('h1')).toBeLessThan(names.includes('h2') ? names.indexOf('h2') : Number.POSITIVE_INFINITY);
      const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { attributes } of elements) if (attributes['href']) expect(ids).toContain(attributes['href'].slice(1));
      for (const { name, text } of elements)
        if (['h1', 'h2', 'p', 'title', 'summary', 'a'].includes(name)) expect(text).not.toBe('');
    }),
    { numRuns: 500 },
  );
});

test('words are read as they were written, with every sign in them', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('</p><script>', '&lt;', ']]>', '\'"')),
      (text) => {
        const [words] = readHtml(printHtml(screenplay(null, action(text)), { fragment: true }), true);
        const lines = inlineLines(text).map((runs) => runs.map((run) => run.text).join(''));
        const shown = lines.join('\n').replace(/[^\P{Cc}\n\t]/gu, '');
        expect(words?.text ?? '').toBe(shown.trim() === '' ? '' : shown);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a listener hears who speaks, how, and then what is said; of two at once first one and then the other', () => {
  expect(heard(script)).toEqual([
    'The storm',
    '12A INT. LIGHTHOUSE - NIGHT',
    'Rain. A door\n  opens.',
    'MARA (V.O.)',
    '(tired)',
    'You came.',
    'Sung: La la',
    'Both at once:',
    'MARA',
    'Go.',
    'EDDIE',
    'Stay.',
    'Sung: The sea',
    'Cut to:',
    'THE END',
    'EXT. SEA - DAY',
  ]);
});

test('notes and synopses are there when they are asked for, each after what it stood in', () => {
  const words = heard(script, { notes: true });
  expect(words.slice(2, 5)).toEqual(['Synopsis: Mara finds out.', 'Rain. A door\n  opens.', 'Note: how much?']);
  expect(words).toContain('Note: Is it lit?');
  const boneyard = screenplay(null, { type: 'boneyard', text: 'put aside' }, action('a /* gone */ b'));
  expect(printHtml(boneyard, { notes: true })).not.toMatch(/put aside|gone/);
});

test('scenes are listed under their sections and found by the id of their block', () => {
  const elements = readHtml(printHtml(script));
  const links = elements.filter(({ name, inside }) => name === 'a' && inside.includes('nav'));
  expect(
    links.map(({ text, attributes, inside }) => [text, attributes['href'], inside.filter((n) => n === 'ol').length]),
  ).toEqual([
    ['The storm', '#part-1', 1],
    ['12A INT. LIGHTHOUSE - NIGHT', '#scene-b4', 2],
    ['EXT. SEA - DAY', '#scene-12', 2],
  ]);
  expect(elements.find(({ attributes }) => attributes['id'] === 'scene-b4')?.name).toBe('h2');
  expect(printHtml(screenplay(null, action('Rain.')))).not.toContain('<nav');
});

test('two headings with one id are told apart, and one that says nothing is left out', () => {
  const headings = screenplay(
    null,
    heading('a', { id: 'x' }),
    heading('b', { id: 'x' }),
    heading(' '),
    heading('c', { id: '"<é' }),
  );
  const found = readHtml(printHtml(headings)).filter(({ name }) => name === 'h2');
  expect(found.map(({ attributes }) => attributes['id'])).toEqual(['scene-x', 'scene-x.2', 'scene-4']);
});

test('an omitted scene keeps its number', () => {
  const omitted = screenplay(null, { type: 'sceneHeading', text: 'INT. CELLAR', number: '7', omitted: true });
  expect(heard(omitted)).toEqual(['7 Omitted']);
});

test('what is struck, marked or in capitals says so in its elements; colours of letters are left to the reader', () => {
  const spans = [
    { from: 0, to: 3, strike: true },
    { from: 4, to: 7, background: '#ffff00', color: '#eeeeee' },
    { from: 8, to: 11, capitals: true },
    { from: 12, to: 15, hidden: true },
  ] as const;
  const html = printHtml(screenplay(null, { type: 'action', text: 'out new big hid', spans }), { fragment: true });
  expect(html).toBe('<p class="action"><s>out</s> <mark>new</mark> <span class="caps">big</span></p>\n');
});

test('the title page is the header: its title the first heading, other entries with their names', () => {
  const elements = readHtml(printHtml(script));
  const header = elements.filter(({ inside }) => inside.at(-1) === 'header');
  expect(header.map(({ name, text }) => [name, text])).toEqual([
    ['h1', 'The Keepers'],
    ['p', 'A. Writer'],
    ['p', 'Contact: Somewhere 3\nElsewhere'],
  ]);
  expect(elements.find(({ name }) => name === 'title')?.text).toBe('The Keepers');
  expect(printHtml(screenplay(null))).toContain('<h1>Untitled</h1>');
});

test('a script in another language says so, and says which words are English', () => {
  const elements = readHtml(printHtml(script, { lang: 'hu' }));
  const lang = (name: string) =>
    elements.filter((element) => element.name === name).map(({ attributes }) => attributes['lang']);
  expect(lang('html')).toEqual(['hu']);
  expect(lang('nav')).toEqual(['en']);
  expect(
    elements.filter(({ text, name }) => name === 'span' && text === 'Sung: ').map((e) => e.attributes['lang']),
  ).toEqual(['en', 'en']);
  expect(readHtml(printHtml(script, { lang: '"><b>' }))[0]?.attributes['lang']).toBe('"><b>');
});

test.each([
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ar-Latn', undefined],
  ['en', undefined],
  ['arn', undefined],
])('a script in %s runs %s', (lang, dir) => {
  expect(readHtml(printHtml(script, { lang }))[0]?.attributes['dir']).toBe(dir);
});

test('a fragment is what stands inside main', () => {
  const fragment = printHtml(script, { fragment: true });
  expect(printHtml(script)).toContain(`<main id="script">\n${fragment}</main>`);
});

test('a script of fifty thousand scenes is written whole', () => {
  const children = Array.from({ length: 50_000 }, (_, index) => heading(`int. house ${index}`));
  const html = printHtml({ ...screenplay(null), children });
  expect(html.split('<h2 ').length - 1).toBe(50_000);
  expect(html.split('<a href=').length - 1).toBe(50_000);
});

/** The headings and paragraphs of the script, as they are read aloud. */
function heard(given: Screenplay, options: { readonly notes?: boolean } = {}): readonly string[] {
  return readHtml(printHtml(given, { ...options, fragment: true }), true)
    .filter(({ name }) => name === 'h2' || name === 'p')
    .map(({ text }) => text);
}
