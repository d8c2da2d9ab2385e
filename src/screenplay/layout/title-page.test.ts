import { expect, test } from 'vitest';
import * as build from '../build.ts';
import { layoutScreenplay } from './layout.ts';
import { lineText, type PlacedLine } from './page.ts';
import { PROFILES } from './profiles.ts';
import { seen } from './seen.fixture.ts';

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

test('a title stands 3.5 inches from the top in the middle of every profile, and the last line of the body is the last', () => {
  const script = build.screenplay(build.titlePage({ title: 'The Keepers', contact: 'Sea' }), build.action('A.'));
  const places = (['us', 'a4', 'finaldraft'] as const).map((profile) => {
    const { body, top, bodyLines } = PROFILES[profile];
    const [title, contact] = layoutScreenplay(script, { profile })[0]?.lines ?? [];
    const middle = (title?.x ?? 0) + (11 * 7.2) / 2 - (body.left + (body.cells * 7.2) / 2);
    return [(title?.y ?? 0) / 72, Math.abs(Math.round(middle)), ((contact?.y ?? 0) - top) / 12 + 1 - bodyLines];
  });
  expect(places).toEqual(Array(3).fill([3.5, 0, 0]));
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
