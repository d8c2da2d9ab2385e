import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Screenplay } from '../tree.ts';
import { type LayoutOptions, layoutScreenplay } from './layout.ts';
import { lineText, type Page, type PlacedLine } from './page.ts';
import { profileOf } from './profiles.ts';
import { brokenScript, layoutOptions, script } from './random-script.fixture.ts';

/** How many random scripts each rule is tried on. With `SEED=random RUNS=5000` it is tried on many others. */
const RUNS = Number(process.env['RUNS'] ?? 150);

interface Laid {
  readonly script: Screenplay;
  readonly options: LayoutOptions;
  readonly pages: readonly Page[];
}

/** Check what holds of every layout of random scripts, in all profiles. */
function onLayouts(check: (laid: Laid) => void, scripts = script): void {
  fc.assert(
    fc.property(scripts, layoutOptions, (random, options) =>
      check({ script: random, options, pages: layoutScreenplay(random, options) }),
    ),
    { numRuns: RUNS, endOnFailure: true }, // a whole script shrinks for minutes
  );
}

/** Check what holds of every page and the one after it. */
function onPages(check: (page: Page, next: Page | undefined, script: Screenplay) => void): void {
  onLayouts(({ pages, script: random }) => {
    for (const [index, page] of pages.entries()) check(page, pages[index + 1], random);
  });
}

/** The lines of a page that are a part of the script, and what is written where speeches are cut. */
function body({ lines }: Page): readonly PlacedLine[] {
  return lines.filter(({ element }) => !['header', 'sceneNumber', 'continuedScene'].includes(element));
}

function startsAct(page: Page, { children }: Screenplay): boolean {
  const block = children[body(page)[0]?.block ?? -1];
  return block?.type === 'actBreak' && block.edge === 'start';
}

test('no page ends on a heading or a shot, unless the next begins with one or with an act', () => {
  onPages((page, next, random) => {
    const last = body(page).at(-1);
    if (next === undefined || startsAct(next, random) || !isHeading(last)) return;
    expect(isHeading(body(next)[0])).toBe(true);
    expect(body(next)[0]?.block).not.toBe(last?.block);
  });
});

test('no page but the first begins with a transition or the end of an act', () => {
  onPages((page, _, { children }) => {
    if (page.number === 1) return;
    const first = children[body(page)[0]?.block ?? -1];
    expect(first?.type).not.toBe('transition');
    expect(first?.type === 'actBreak' && first.edge === 'end').toBe(false);
  });
});

test('an act starts a page', () => {
  onLayouts(({ pages, script: { children } }) => {
    const starts = children.flatMap((block, index) =>
      block.type === 'actBreak' && block.edge === 'start' ? [index] : [],
    );
    const first = new Set(pages.map((page) => body(page)[0]?.block));
    expect(starts.filter((index) => !first.has(index))).toEqual([]);
  });
});

test('a cue, and a cue that is repeated, has two lines under it, or all that is said', () => {
  onPages((page, next, { children }) => {
    const last = body(page).at(-1);
    if (next === undefined || last === undefined || children[last.block]?.type !== 'dialogue') return;
    const continued = body(next)[0]?.block === last.block;
    const under = body(page).filter(
      (line) => line.block === last.block && !['cue', 'continuedCue', 'more'].includes(line.element),
    );
    expect(under.length).toBeGreaterThanOrEqual(continued ? 2 : 1);
  });
});

test('no page ends on a parenthetical or a cue', () => {
  onPages((page, next, random) => {
    if (next === undefined || startsAct(next, random)) return;
    const last = body(page).findLast(({ element }) => element !== 'more');
    expect(['parenthetical', 'cue', 'continuedCue']).not.toContain(last?.element);
  });
});

test('an action that goes over a page leaves two lines on each, where nobody speaks at once', () => {
  onPages((page, next, { children }) => {
    const last = body(page).at(-1);
    if (next === undefined || last === undefined || children[last.block]?.type !== 'action') return;
    const over = body(next).filter(({ block }) => block === last.block);
    if (over.length === 0 || body(page).some(({ block }) => children[block]?.type === 'dualDialogue')) return;
    expect(body(page).filter(({ block }) => block === last.block).length).toBeGreaterThanOrEqual(2);
    expect(over.length).toBeGreaterThanOrEqual(2);
  });
});

test('a speech that goes on over the page says so on both', () => {
  onPages((page, next, { children }) => {
    const last = body(page).at(-1);
    const first = next === undefined ? undefined : body(next)[0];
    if (last === undefined || first === undefined || children[last.block]?.type !== 'dialogue') return;
    expect([last.element === 'more', first.element === 'continuedCue']).toEqual(
      Array(2).fill(last.block === first.block),
    );
  });
});

test('of two who speak at once, those who go on over the page say so on both', () => {
  onPages((page, next, { children }) => {
    const last = body(page).at(-1);
    if (next === undefined || last === undefined || children[last.block]?.type !== 'dualDialogue') return;
    const sidesOf = (of: Page, elements: readonly string[]): readonly boolean[] =>
      [false, true].map((right) =>
        body(of).some(
          ({ block, element, x }) => block === last.block && elements.includes(element) && x > 300 === right,
        ),
      );
    const onward = sidesOf(next, ['speech', 'parenthetical', 'lyrics', 'cue']);
    expect(sidesOf(page, ['more'])).toEqual(onward);
    expect(sidesOf(next, ['continuedCue'])).toEqual(onward);
  });
});

test('every line stands within the lines and the width of the body', () => {
  onLayouts(({ pages, options }) => {
    const { top, bodyLines, body: column } = profileOf(options.profile);
    for (const { x, y, element } of pages.flatMap(({ lines }) => lines)) {
      if (element === 'header') continue;
      expect(y).toBeGreaterThanOrEqual(top);
      expect(y).toBeLessThan(top + bodyLines * 12);
      expect(x).toBeGreaterThanOrEqual(column.left);
    }
  }, brokenScript);
});

test('a page that ends inside a scene says so, and the next one too', () => {
  onLayouts(({ pages, options, script: { children } }) => {
    const ends = (of: Page | undefined, text: string): boolean =>
      of?.lines.some((line) => line.element === 'continuedScene' && lineText(line) === text) === true;
    for (const [index, page] of pages.entries()) {
      const first = body(pages[index + 1] ?? page)[0]?.block ?? -1;
      const scene = children.slice(0, first + 1).findLast(startsScene);
      const goesOn =
        options.sceneContinued === true &&
        pages[index + 1] !== undefined &&
        scene?.type === 'sceneHeading' &&
        body(page).some(({ block }) => block >= children.indexOf(scene));
      expect(ends(page, '(CONTINUED)')).toBe(goesOn);
      expect(ends(pages[index + 1], 'CONTINUED:')).toBe(goesOn);
    }
  }, brokenScript);
});

test('everything that is printed is on the pages, in order', () => {
  onLayouts(({ pages, script: { children } }) => {
    const printed = pages.flatMap(body).filter(({ element }) => element !== 'more' && element !== 'continuedCue');
    expect(printed.map((line) => line.block)).toEqual(printed.map((line) => line.block).toSorted((a, b) => a - b));
    const byBlock = new Map<number, PlacedLine[]>();
    for (const line of printed) byBlock.set(line.block, [...(byBlock.get(line.block) ?? []), line]);
    for (const [index, expected] of children.entries()) {
      expect(sides(expected, byBlock.get(index) ?? []).map(squeezed)).toEqual(saidBy(expected).map(squeezed));
    }
  }, brokenScript);
});

function isHeading(line: PlacedLine | undefined): boolean {
  return line?.element === 'sceneHeading' || line?.element === 'shot';
}

function startsScene(block: Block): boolean {
  return block.type === 'sceneHeading' || (block.type === 'actBreak' && block.edge === 'start');
}

/** What stands on the page for a block: one text, or that of the left and of the right column. */
function sides({ type }: Block, placed: readonly PlacedLine[]): readonly string[] {
  const text = (some: readonly PlacedLine[]): string => some.map(lineText).join('');
  if (type !== 'dualDialogue') return [text(placed)];
  return [text(placed.filter(({ x }) => x < 300)), text(placed.filter(({ x }) => x > 300))];
}

function saidBy(block: Block): readonly string[] {
  switch (block.type) {
    case 'dualDialogue':
      return [...saidBy(block.left), ...saidBy(block.right)];
    case 'dialogue':
      return [
        block.name + block.parts.map(({ type, text }) => (type === 'parenthetical' ? `(${text})` : text)).join(''),
      ];
    case 'pageBreak':
      return [''];
    case 'shot':
    case 'actBreak':
    case 'general':
      return [block.text.toUpperCase()];
    default:
      return [block.text];
  }
}

/** Without white space, because a word wider than its column is cut. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}
