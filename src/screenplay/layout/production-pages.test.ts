import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as build from '../build.ts';
import { lockPages } from '../production/lock-pages.ts';
import { nextRevision } from '../production/next-revision.ts';
import type { Block, Screenplay } from '../tree.ts';
import { layoutScreenplay } from './layout.ts';
import { lineText, type Page } from './page.ts';
import { brokenScript, layoutOptions, printed } from './random-script.fixture.ts';

/** As for the rules of page breaks. */
const RUNS = Number(process.env['RUNS'] ?? 150);

/** An action of so many lines that all end a sentence. */
function lines(count: number, id?: string): Block {
  const text = Array.from({ length: count }, (_, index) => `Line ${index + 1}.`).join('\n');
  return build.action(text, id === undefined ? {} : { id });
}

/** Label and body lines of every page, generated ones included. */
function bodies(pages: readonly Page[]): readonly (readonly [string | null, readonly string[]])[] {
  return pages.map(({ label, lines: all }) => [label, all.filter(({ element }) => element !== 'header').map(lineText)]);
}

function firstBlocks(pages: readonly Page[]): readonly (readonly [string | null, number | undefined])[] {
  return pages.map(({ label, lines: all }) => [label, all.find(({ block }) => block >= 0)?.block]);
}

/** Five locked pages; the blocks `p1` … `p5` begin them. */
function lockedScript(): Screenplay {
  const script = build.screenplay(
    null,
    ...[1, 2, 3, 4, 5].flatMap((page) => [lines(30, `p${page}`), lines(24, `q${page}`)]),
  );
  return lockPages(script, layoutScreenplay(script));
}

function changed(script: Screenplay, change: (block: Block) => readonly Block[]): Screenplay {
  return { ...script, children: script.children.flatMap(change) };
}

test('locking the pages of a script changes none of them', () => {
  fc.assert(
    fc.property(brokenScript, layoutOptions, (script, options) => {
      const pages = layoutScreenplay(script, options);
      expect(layoutScreenplay(lockPages(script, pages), options)).toEqual(pages);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test('whatever is added to a locked script, every locked page begins with the block it began with', () => {
  const additions = fc.array(fc.tuple(fc.nat(), printed), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(brokenScript, layoutOptions, additions, (script, options, added) => {
      const { children, production, ...locked } = lockPages(script, layoutScreenplay(script, options));
      const grown = [...children];
      for (const [place, block] of added) grown.splice(1 + (place % (grown.length + 1)), 0, block);
      const pages = layoutScreenplay({ ...locked, children: grown, ...(production ? { production } : {}) }, options);
      const begins = new Map(firstBlocks(pages).map(([label, block]) => [label, grown[block ?? -1]?.id]));
      expect(begins.size).toBe(pages.length);
      const [, ...others] = production?.lockedPages ?? [];
      expect(others.map(({ label }) => begins.get(label))).toEqual(others.map(({ block }) => block));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test('what grows on a locked page goes to A-pages, and the next page begins where it began', () => {
  const script = changed(lockedScript(), (block) => (block.id === 'q2' ? [block, lines(40), lines(30)] : [block]));
  expect(firstBlocks(layoutScreenplay(script))).toEqual([
    ['1', 0],
    ['2', 2],
    ['2A', 4],
    ['2B', 5],
    ['3', 6],
    ['4', 8],
    ['5', 10],
  ]);
});

test('a locked page that lost lines stays short', () => {
  const script = changed(lockedScript(), (block) => (block.id === 'q2' ? [] : [block]));
  const pages = layoutScreenplay(script);
  expect(pages.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
  expect(bodies(pages)[1]?.[1]).toHaveLength(30);
});

test('when whole pages vanish, one page has the labels of all', () => {
  const gone = ['q2', 'p3', 'q3', 'p4', 'q4'];
  const script = changed(lockedScript(), (block) => (gone.includes(block.id ?? '') ? [] : [block]));
  expect(layoutScreenplay(script).map(({ label }) => label)).toEqual(['1', '2-4', '5']);
});

test('a locked page whose first block is gone keeps its label as long as there is a page for it', () => {
  const script = changed(lockedScript(), (block) => (block.id === 'p3' ? [lines(30)] : [block]));
  expect(layoutScreenplay(script).map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
});

test('a locked page whose block was moved up keeps its label, and no other page is disturbed', () => {
  const { children, ...script } = lockedScript();
  const moved = { ...script, children: [children[6], ...children.slice(0, 6), ...children.slice(7)] };
  const blocks = moved.children.filter((block) => block !== undefined);
  expect(layoutScreenplay({ ...moved, children: blocks }).map(({ label }) => label)).toEqual([
    ...['1', '1A', '2', '3', '4', '5'],
  ]);
});

test('a page locked in the middle of a speech begins there again, with its cue', () => {
  const speech = Array.from({ length: 90 }, (_, index) => `Word ${index}.`).join('\n');
  const script = build.screenplay(null, build.action('Dark.'), build.dialogue('Mara', speech, { id: 'd' }));
  const pages = layoutScreenplay(script);
  const locked = lockPages(script, pages);
  const grown = { ...locked, children: [build.action('Dark.'), lines(20), ...locked.children.slice(1)] };
  const now = bodies(layoutScreenplay(grown));
  expect(now.map(([label]) => label)).toEqual(['1', '1A', '2']);
  expect(now[2]).toEqual(bodies(pages)[1]);
  expect(now[1]?.[1].at(-1)).toBe('(MORE)');
});

test('an A-page is on the paper of the page it grew out of', () => {
  const blue = nextRevision(lockedScript());
  const script = changed(blue, (block) => (block.id === 'p2' ? [{ ...lines(40), revision: 1 }, block] : [block]));
  expect(layoutScreenplay(script).map(({ label, color }) => [label, color])).toEqual([
    ['1', undefined],
    ['1A', '#C6EDFE'],
    ['2', undefined],
    ['3', undefined],
    ['4', undefined],
    ['5', undefined],
  ]);
  const pushed = changed(blue, (block) => (block.id === 'q2' ? [{ ...lines(20), revision: 1 }, block] : [block]));
  expect(layoutScreenplay(pushed).slice(1, 3)).toMatchObject([
    { label: '2', revision: 1 },
    { label: '2A', revision: 1, color: '#C6EDFE' },
  ]);
});

test('pages locked again get labels of their own between those that are there', () => {
  const grown = changed(lockedScript(), (block) => (block.id === 'q2' ? [block, lines(40, 'x')] : [block]));
  const again = lockPages(grown, layoutScreenplay(grown));
  const twice = changed(again, (block) => (block.id === 'q2' ? [block, lines(40)] : [block]));
  expect(layoutScreenplay(twice).map(({ label }) => label)).toEqual(['1', '2', 'A2A', '2A', '3', '4', '5']);
});

test('revised lines have a mark at 7.75 inches, and their page has the paper, name and date of the latest set', () => {
  const blue = nextRevision(build.screenplay(null), { date: '11/22/26' });
  const { production } = nextRevision(blue, { date: '12/1/26' });
  const script: Screenplay = {
    ...build.screenplay(null),
    ...(production === undefined ? {} : { production }),
    children: [
      lines(40),
      lines(14),
      { ...build.action('All of it.'), revision: 1 },
      { type: 'action', text: 'One line.\nAnother line.', spans: [{ from: 10, to: 17, revision: 2 }] },
      { type: 'action', text: 'Something is gone.', spans: [{ from: 9, to: 9, revision: 1 }] },
      { ...build.dialogue('Mara', [{ type: 'speech', text: 'New words.', revision: 2 }]), revision: 1 },
      lines(50),
      { ...build.action('Blue.'), revision: 1 },
    ],
  };
  const pages = layoutScreenplay(script);
  expect(pages.map(({ color, revision }) => [color, revision])).toEqual([
    [undefined, undefined],
    ['#FDCCD4', 2],
    ['#C6EDFE', 1],
  ]);
  const marked = pages[1]?.lines.filter(({ element }) => element === 'revisionMark') ?? [];
  expect(marked.map(({ x }) => x / 72)).toEqual(Array(5).fill(7.75));
  const textAt = (y: number): string | undefined =>
    pages[1]?.lines
      .find((line) => line.y === y)
      ?.runs.map((run) => run.text)
      .join('');
  expect(marked.map(({ y }) => textAt(y))).toEqual([
    'All of it.',
    'Another line.',
    'Something is gone.',
    'MARA',
    'New words.',
  ]);
  expect(pages[1]?.lines.filter(({ element }) => element === 'header').map(lineText)).toEqual([
    'Pink Rev. 12/1/26',
    '2.',
  ]);
  const latest = layoutScreenplay(script, { revisionMarks: 'latest' }).flatMap((page) => page.lines);
  expect(latest.filter(({ element }) => element === 'revisionMark')).toHaveLength(2);
});

test('an omitted scene shows its number and OMITTED, and nothing of what is in it', () => {
  const script = build.screenplay(
    null,
    build.heading('int. house', { number: '7' }),
    build.action('She waits.'),
    { type: 'sceneHeading', text: '', number: '8', omitted: true },
    build.action('Nobody is here.'),
    build.heading('int. tower', { number: '9' }),
    build.action('Light.'),
  );
  expect(layoutScreenplay(script)[0]?.lines.map(lineText)).toEqual([
    ...['7', 'INT. HOUSE', '7', 'She waits.'],
    ...['8', 'OMITTED', '8'],
    ...['9', 'INT. TOWER', '9', 'Light.'],
  ]);
});

test('a first page that was revised names its revision, but has no number', () => {
  const issued = nextRevision(lockedScript(), { date: '11/22/26' });
  const revised = changed(issued, (block) => [block.id === 'q1' ? { ...block, revision: 1 } : block]);
  const headers = layoutScreenplay(revised).map((page) =>
    page.lines.filter(({ element }) => element === 'header').map(lineText),
  );
  expect(headers.slice(0, 2)).toEqual([['Blue Rev. 11/22/26'], ['2.']]);
});
