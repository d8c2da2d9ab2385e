import { expect, test } from 'vitest';
import * as build from '../build.ts';
import { layoutScreenplay } from './layout.ts';
import { lineText } from './page.ts';
import { PROFILES } from './profiles.ts';
import { lines, pagesOf, seen } from './seen.fixture.ts';

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

test('a profile too narrow for anything still shows everything', () => {
  const column = { left: 72, cells: 0 };
  const profile = { ...PROFILES.us, bodyLines: 0, body: column, cue: column, speech: column, parenthetical: column };
  const script = build.screenplay(
    null,
    build.action('Dark.'),
    build.dialogue('A', [build.parenthetical('x'), build.speech('No.')]),
  );
  const shown = layoutScreenplay(script, { profile }).flatMap(({ lines: all }) => all);
  const own = shown.filter(({ element }) => !['header', 'more', 'continuedCue'].includes(element));
  expect(own.map(lineText).join('')).toBe('Dark.A(x)No.');
});

test('a page of Final Draft holds 53 lines in its columns, with two blank lines above a heading', () => {
  const script = build.screenplay(
    null,
    build.action('She waits.'),
    build.heading('int. house', { number: '7' }),
    build.dialogue('Mara', [build.parenthetical('low'), build.speech('No.')]),
    build.transition('CUT TO:'),
    lines(60),
  );
  const [page] = layoutScreenplay(script, { profile: 'finaldraft' });
  expect(
    page?.lines.slice(0, 9).map(({ x, y, element }) => [element, Math.round((x / 72) * 100) / 100, (y - 90) / 12]),
  ).toEqual([
    ['action', 1.25, 0],
    ['sceneNumber', 0.75, 3],
    ['sceneHeading', 1.25, 3],
    ['sceneNumber', 7.38, 3],
    ['cue', 3.75, 5],
    ['parenthetical', 3.15, 6],
    ['speech', 2.56, 7],
    ['transition', 6.05, 9],
    ['action', 1.25, 11],
  ]);
  expect(page?.lines.at(-1)?.y).toBe(90 + 52 * 12);
});

test('a page of A4 holds 58 lines of 58 characters', () => {
  const script = build.screenplay(null, build.action('x'.repeat(59)), lines(80));
  const [page] = layoutScreenplay(script, { profile: 'a4' });
  expect([page?.width, page?.height]).toEqual([595.44, 841.68]);
  expect(page?.lines.slice(0, 2).map((line) => lineText(line).length)).toEqual([58, 1]);
  expect(page?.lines.at(-1)?.y).toBe(72 + 57 * 12);
});

test('a profile of your own is laid out as it says', () => {
  const profile = { ...PROFILES.us, bodyLines: 10, body: { left: 72, cells: 20 } };
  const pages = layoutScreenplay(build.screenplay(null, lines(15)), { profile });
  expect(pages.map((page) => page.lines.filter(({ element }) => element === 'action').length)).toEqual([10, 5]);
  expect(pages[0]?.lines[0]?.x).toBe(72);
});
