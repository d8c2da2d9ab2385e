import { expect, test } from 'vitest';
import * as build from '../build.ts';
import type { Block, Screenplay } from '../tree.ts';
import { type LayoutOptions, layoutScreenplay } from './layout.ts';
import { lineText } from './page.ts';
import { lines, pagesOf, seen } from './seen.fixture.ts';

test('a page holds 55 lines, and its number stands on it from page 2 on', () => {
  const [first, second] = pagesOf(...Array.from({ length: 30 }, () => build.action('Dark.')));
  expect(seen(first)).toHaveLength(28);
  expect(seen(second)[0]).toEqual(['header', 7.3, -2, '2.']);
  expect(seen(second)[1]).toEqual(['action', 1.5, 1, 'Dark.']);
});

test('a heading goes with its scene', () => {
  const [first, second] = pagesOf(lines(52), build.heading('int. house'), build.action('She waits.'));
  expect(first?.lines).toHaveLength(52);
  expect(seen(second)[1]?.[0]).toBe('sceneHeading');
});

test('a transition takes the end of the scene along to the next page', () => {
  const [first, second] = pagesOf(lines(55), build.transition('CUT TO:'));
  expect(first?.lines).toHaveLength(53);
  expect(seen(second).map(([element]) => element)).toEqual(['header', 'action', 'action', 'transition']);
});

test('an action that does not end a sentence there moves as a whole', () => {
  const [first] = pagesOf(lines(50), lines(8, ''));
  expect(first?.lines).toHaveLength(50);
});

test('a page ends at a sentence in the middle of a line, and the rest is wrapped anew', () => {
  const sentence = `${'word '.repeat(29)}end. `;
  const [first, second] = pagesOf(lines(50), build.action(sentence.repeat(3)));
  expect(seen(first).slice(50)).toEqual([
    ['action', 1.5, 52, 'word '.repeat(12).trim()],
    ['action', 1.5, 53, 'word '.repeat(12).trim()],
    ['action', 1.5, 54, `${'word '.repeat(5)}end.`],
  ]);
  expect(seen(second)[1]).toEqual(['action', 1.5, 1, 'word '.repeat(12).trim()]);
});

test('an action leaves two lines on either page', () => {
  expect(pagesOf(lines(53), lines(9))[0]?.lines).toHaveLength(53);
  expect(pagesOf(lines(50), lines(5))[0]?.lines).toHaveLength(53);
});

test('a speech over two pages says so on both', () => {
  const speech = Array.from({ length: 10 }, (_, index) => `Word ${index}.`).join('\n');
  const [first, second] = pagesOf(lines(48), build.dialogue('Mara', speech, { extensions: ['V.O.'] }));
  expect(seen(first).slice(48)).toEqual([
    ['cue', 3.7, 50, 'MARA (V.O.)'],
    ...[0, 1, 2, 3].map((index) => ['speech', 2.5, 51 + index, `Word ${index}.`]),
    ['more', 3.7, 55, '(MORE)'],
  ]);
  expect(seen(second).slice(1, 3)).toEqual([
    ['continuedCue', 3.7, 1, "MARA (V.O.) (CONT'D)"],
    ['speech', 2.5, 2, 'Word 4.'],
  ]);
});

test('a page break starts a page, and two of them no empty one', () => {
  expect(pagesOf(build.action('A.'), build.pageBreak(), build.pageBreak(), build.action('B.'))).toHaveLength(2);
});

test('sections, synopses and notes are not printed', () => {
  expect(pagesOf(build.section('Act'), build.synopsis('So.'), build.note('Hm.'))).toEqual([]);
  expect(seen(pagesOf(build.action('She [[who?]] waits.\n[[really]]\nStill.'))[0]).map((line) => line[3])).toEqual([
    'She waits.',
    'Still.',
  ]);
});

test('two blank lines stand above a heading when asked for', () => {
  const script = build.screenplay(null, build.action('A.'), build.heading('int. house'), build.action('B.'));
  const spaced = layoutScreenplay(script, { headingSpacing: 2 });
  expect(seen(spaced[0]).map((line) => line[2])).toEqual([1, 4, 6]);
});

test('headings, shots and transitions are in capitals, whatever is written; names and speech as they are', () => {
  const [page] = pagesOf(
    { type: 'sceneHeading', text: 'int. straße - day' },
    { type: 'shot', text: 'Angle on the door' },
    { ...build.dialogue('x', 'Yes.'), name: 'McAvoy' },
    { type: 'transition', text: 'cut to:' },
  );
  expect(page?.lines.map(lineText)).toEqual(['INT. STRASSE - DAY', 'ANGLE ON THE DOOR', 'McAvoy', 'Yes.', 'CUT TO:']);
});

test('a shot goes with what it shows', () => {
  const [first, second] = pagesOf(lines(52), { type: 'shot', text: 'Angle on the door' }, build.action('It opens.'));
  expect(first?.lines).toHaveLength(52);
  expect(seen(second)[1]?.[0]).toBe('shot');
});

test('an act begins on a new page, and its last line never stands alone on one', () => {
  const act = (edge: 'start' | 'end', text: string): Block => ({ type: 'actBreak', edge, text });
  const pages = pagesOf(act('start', 'Act One'), lines(53), act('end', 'End of Act One'), act('start', 'Act Two'));
  expect(pages.map((page) => seen(page).map((line) => line[3]))).toEqual([
    ['ACT ONE', ...Array.from({ length: 51 }, (_, index) => `Line ${index + 1}.`)],
    ['2.', 'Line 52.', 'Line 53.', 'END OF ACT ONE'],
    ['3.', 'ACT TWO'],
  ]);
  expect(pages[2]?.lines[1]?.runs[0]?.underline).toBe(true);
});

test('a cast list stands right under its heading, in capitals', () => {
  const [page] = pagesOf(build.heading('int. house'), { type: 'general', element: 'Cast List', text: '(Mara, Eddie)' });
  expect(seen(page)).toEqual([
    ['sceneHeading', 1.5, 1, 'INT. HOUSE'],
    ['general', 1.5, 2, '(MARA, EDDIE)'],
  ]);
});

test('a scene that goes on over the page says so when asked to, with its number', () => {
  const script = build.screenplay(null, build.heading('int. house', { number: '4' }), lines(60));
  const [first, second] = layoutScreenplay(script, { sceneContinued: true });
  expect(seen(first).slice(-2)).toEqual([
    ['action', 1.5, 53, 'Line 51.'],
    ['continuedScene', 6.4, 55, '(CONTINUED)'],
  ]);
  expect(seen(second).slice(1, 5)).toEqual([
    ['sceneNumber', 0.75, 1, '4'],
    ['continuedScene', 1.5, 1, 'CONTINUED:'],
    ['sceneNumber', 7.38, 1, '4'],
    ['action', 1.5, 3, 'Line 52.'],
  ]);
});

test('a blank line at the top of a page is dropped', () => {
  const speech = `${'Yes.\n'.repeat(53)}\nNo.\nNever.`;
  const [, second] = pagesOf(build.dialogue('Mara', speech));
  expect(seen(second).slice(1)).toEqual([
    ['continuedCue', 3.7, 1, "MARA (CONT'D)"],
    ['speech', 2.5, 2, 'No.'],
    ['speech', 2.5, 3, 'Never.'],
  ]);
});

test('scene numbers stand in the margins that are asked for, or that the script asks for', () => {
  const script = build.screenplay(null, build.heading('int. house', { number: '7' }));
  const margins = (options: LayoutOptions, production: Screenplay['production'] = {}): readonly number[] =>
    (layoutScreenplay({ ...script, production }, options)[0]?.lines ?? [])
      .filter(({ element }) => element === 'sceneNumber')
      .map(({ x }) => Math.round((x / 72) * 100) / 100);
  expect(margins({})).toEqual([0.75, 7.38]);
  expect(margins({ sceneNumbers: 'left' })).toEqual([0.75]);
  expect(margins({}, { sceneNumbers: 'right' })).toEqual([7.38]);
  expect(margins({ sceneNumbers: 'none' }, { sceneNumbers: 'right' })).toEqual([]);
});

test('header and footer say what they are told to, from the second page on or on all', () => {
  const script = build.screenplay(
    build.titlePage({ title: '*The* Keepers' }),
    build.action('A.'),
    build.pageBreak(),
    build.action('B.'),
  );
  const header = { left: '{title}', center: 'Draft {date}', right: 'p. {page}', firstPage: true };
  const pages = layoutScreenplay(script, { header, footer: { center: 'Confidential' } });
  expect(pages.map((page) => seen(page).filter(([element]) => element === 'header' || element === 'footer'))).toEqual([
    [],
    [
      ['header', 1.5, -2, 'The Keepers'],
      ['header', 7.1, -2, 'p. 1'],
    ],
    [
      ['header', 1.5, -2, 'The Keepers'],
      ['header', 7.1, -2, 'p. 2'],
      ['footer', 3.9, 57, 'Confidential'],
    ],
  ]);
});

test('what is struck, coloured or tagged in the script is so on the page', () => {
  const text = 'Old words stay.';
  const [page] = pagesOf({
    type: 'action',
    text,
    spans: [
      { from: 0, to: 3, strike: true, color: '#FF0000' },
      { from: 4, to: 9, capitals: true, background: '#FFFF00', tags: [3] },
    ],
  });
  const plain = { bold: false, italic: false, underline: false };
  expect(page?.lines[0]?.runs).toEqual([
    { text: 'Old', ...plain, strike: true, color: '#FF0000' },
    { text: ' ', ...plain },
    { text: 'WORDS', ...plain, background: '#FFFF00', tags: [3] },
    { text: ' stay.', ...plain },
  ]);
});
