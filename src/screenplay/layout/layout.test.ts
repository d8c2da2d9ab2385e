import { expect, test } from 'vitest';
import * as build from '../build.ts';
import type { Block } from '../tree.ts';
import { layoutScreenplay } from './layout.ts';
import { lineText, type Page, type PlacedLine } from './page.ts';

function pagesOf(...blocks: readonly Block[]): readonly Page[] {
  return layoutScreenplay(build.screenplay(null, ...blocks));
}

/** Element, x in inches, line of the body from 1, text. */
function seen(page: Page | undefined): readonly (readonly [string, number, number, string])[] {
  return (page?.lines ?? []).map((line) => [
    line.element,
    Math.round((line.x / 72) * 100) / 100,
    (line.y - 72) / 12 + 1,
    lineText(line),
  ]);
}

/** An action of so many lines that all end a sentence, or none. */
function lines(count: number, end = '.'): Block {
  return build.action(
    Array.from({ length: count }, (_, index) => `Line ${index + 1}${end}`).join(
      end === '.' ? '\n' : ' '.padEnd(55, 'x').concat(' '),
    ),
  );
}

test('a scene stands in the columns of a United States page', () => {
  const [page] = pagesOf(
    build.heading('int. house - day', { number: '7' }),
    build.action('She waits.'),
    build.dialogue('Mara', [build.parenthetical('to the window, where nobody is'), build.speech('No. '.repeat(12))]),
    build.transition('CUT TO:'),
    build.centered('END'),
  );
  expect(seen(page)).toEqual([
    ['sceneNumber', 0.75, 1, '7'],
    ['sceneHeading', 1.5, 1, 'INT. HOUSE - DAY'],
    ['sceneNumber', 7.38, 1, '7'],
    ['action', 1.5, 3, 'She waits.'],
    ['cue', 3.7, 5, 'MARA'],
    ['parenthetical', 3.1, 6, '(to the window, where'],
    ['parenthetical', 3.2, 7, 'nobody is)'],
    ['speech', 2.5, 8, 'No. No. No. No. No. No. No. No. No.'],
    ['speech', 2.5, 9, 'No. No. No.'],
    ['transition', 6.8, 11, 'CUT TO:'],
    ['centered', 4.35, 13, 'END'],
  ]);
});

test('two who speak at once share their rows', () => {
  const [page] = pagesOf(
    build.dualDialogue(
      build.dialogue('A', 'One.'),
      build.dialogue('B', [build.parenthetical('x'), build.speech('Two.')]),
    ),
  );
  expect(seen(page)).toEqual([
    ['cue', 2.2, 1, 'A'],
    ['cue', 5.4, 1, 'B'],
    ['speech', 1.5, 2, 'One.'],
    ['parenthetical', 5.1, 2, '(x)'],
    ['speech', 4.7, 3, 'Two.'],
  ]);
});

test('a page holds 55 lines, and its number stands on it from page 2 on', () => {
  const [first, second] = pagesOf(...Array.from({ length: 30 }, () => build.action('Dark.')));
  expect(seen(first)).toHaveLength(28);
  expect(seen(second)[0]).toEqual(['pageNumber', 7.3, -2, '2.']);
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
  expect(seen(second).map(([element]) => element)).toEqual(['pageNumber', 'action', 'action', 'transition']);
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

test('two speeches side by side stay on one page', () => {
  const long = build.dialogue('A', 'Yes.\n'.repeat(6));
  expect(pagesOf(lines(50), build.dualDialogue(long, long))[0]?.lines).toHaveLength(50);
});

test('two speeches longer than a page are continued side by side', () => {
  const long = build.dialogue('A', 'Yes.\n'.repeat(70));
  const [first, second] = pagesOf(build.dualDialogue(long, long));
  expect(
    seen(first)
      .slice(-2)
      .map(([element]) => element),
  ).toEqual(['more', 'more']);
  expect(
    seen(second)
      .slice(1, 3)
      .map(([element]) => element),
  ).toEqual(['continuedCue', 'continuedCue']);
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

test('a title page has its title at 3.5 inches, contact at the bottom right and notes at the bottom left', () => {
  const title = build.titlePage({
    title: 'The Keepers',
    author: 'A. Writer',
    contact: ['Shore', 'Sea'],
    notes: 'Draft',
  });
  const [page, body] = layoutScreenplay(build.screenplay(title, build.action('A.')));
  expect(page?.number).toBeNull();
  expect(body?.number).toBe(1);
  expect(seen(page)).toEqual([
    ['title', 3.95, 16, 'The Keepers'],
    ['title', 4.05, 18, 'A. Writer'],
    ['title', 1.5, 55, 'Draft'],
    ['title', 7, 54, 'Shore'],
    ['title', 7.2, 55, 'Sea'],
  ]);
});

test('a title page with more lines than a page goes on', () => {
  const notes = Array.from({ length: 90 }, (_, index) => `note ${index}`);
  const pages = layoutScreenplay(build.screenplay(build.titlePage({ title: 'T', notes })));
  expect(pages.flatMap((page) => page.lines.map(lineText))).toEqual(['T', ...notes]);
  expect(pages.every((page) => page.lines.every(inBody))).toBe(true);
});

function inBody({ y }: PlacedLine): boolean {
  return y >= 72 && y < 72 + 55 * 12;
}
