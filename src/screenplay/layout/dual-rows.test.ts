import { expect, test } from 'vitest';
import * as build from '../build.ts';
import { lines, pagesOf, seen } from './seen.fixture.ts';

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

test('two speeches longer than a page begin where there is room, and are cut where one of them ends a sentence', () => {
  const long = build.dialogue('A', `${'word '.repeat(8)}end. `.repeat(60));
  const [first] = pagesOf(lines(20), build.dualDialogue(long, build.dialogue('B', 'and '.repeat(600))));
  const rows = seen(first).slice(20);
  expect(rows[0]?.slice(0, 3)).toEqual(['cue', 2.2, 22]);
  expect(rows.at(-3)?.[2]).toBeGreaterThan(45);
  expect(rows.filter(([element, x]) => element === 'speech' && x === 1.5).at(-1)?.[3]).toMatch(/end\.$/);
});

test('of two who speak at once only the one with more to say goes on', () => {
  const pages = pagesOf(
    build.dualDialogue(build.dialogue('A', 'Yes.\n'.repeat(70)), build.dialogue('B', 'No.\n'.repeat(9))),
  );
  expect(seen(pages[0]).slice(-1)).toEqual([['more', 2.2, 55, '(MORE)']]);
  expect(seen(pages[1]).slice(1, 3)).toEqual([
    ['continuedCue', 2.2, 1, "A (CONT'D)"],
    ['speech', 1.5, 2, 'Yes.'],
  ]);
});

test('with one line left under a repeated cue the page goes on, and two who speak at once are parted instead', () => {
  const speech = Array.from({ length: 5 }, (_, index) => `Word ${index}.`).join('\n');
  const both = build.dialogue('B', 'Yes.\n'.repeat(51));
  const [, second] = pagesOf(
    lines(48),
    build.dialogue('Mara', [build.speech(speech), build.parenthetical('she goes')]),
    build.dualDialogue(both, both),
  );
  expect(
    seen(second)
      .slice(1, 5)
      .map((line) => line[3]),
  ).toEqual(["MARA (CONT'D)", 'Word 4.', '(she goes)', 'B']);
});
