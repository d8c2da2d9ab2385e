import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as build from '../build.ts';
import type { Block, Dialogue, Screenplay } from '../tree.ts';
import { layoutScreenplay } from './layout.ts';
import { lineText, type Page, type PlacedLine } from './page.ts';

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('a', 'lamp', 'keeper,', 'stands.', 'No!', 'the', 'everything', 'waits?', 'so…'),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('x', '漢', 'é'), minLength: 1, maxLength: 90 }) },
);
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength, size: 'max' }).map((all) => all.join(' '));
const lines = fc.array(words(60), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));

const dialogue: fc.Arbitrary<Dialogue> = fc
  .tuple(
    words(3),
    fc.array(fc.oneof(lines.map(build.speech), words(12).map(build.parenthetical), words(20).map(build.sung)), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([name, parts]) => build.dialogue(name, parts));

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 2, arbitrary: words(8).map((text) => build.heading(`int. ${text}`)) },
  { weight: 4, arbitrary: lines.map((text) => build.action(text)) },
  { weight: 6, arbitrary: dialogue },
  { weight: 1, arbitrary: fc.tuple(dialogue, dialogue).map(([left, right]) => build.dualDialogue(left, right)) },
  { weight: 1, arbitrary: fc.constant(build.transition('CUT TO:')) },
  { weight: 1, arbitrary: words(4).map((text) => build.centered(text)) },
);

const script: fc.Arbitrary<Screenplay> = fc
  .array(block, { maxLength: 60, size: 'max' })
  .map((blocks) => build.screenplay(null, ...blocks));

/** Check what holds of every page and the one after it, on random scripts. */
function onPages(check: (page: Page, next: Page | undefined, script: Screenplay) => void): void {
  fc.assert(
    fc.property(script, (random) => {
      const pages = layoutScreenplay(random);
      for (const [index, page] of pages.entries()) check(page, pages[index + 1], random);
    }),
    { numRuns: 150, endOnFailure: true }, // a whole script shrinks for minutes
  );
}

function body({ lines: all }: Page): readonly PlacedLine[] {
  return all.filter(({ element }) => element !== 'pageNumber' && element !== 'sceneNumber');
}

test('no page ends on a heading, unless the next begins with one', () => {
  onPages((page, next) => {
    if (next === undefined || body(page).at(-1)?.element !== 'sceneHeading') return;
    expect(body(next)[0]?.element).toBe('sceneHeading');
    expect(body(next)[0]?.block).not.toBe(body(page).at(-1)?.block);
  });
});

test('no page but the first begins with a transition', () => {
  onPages((page) => {
    if (page.number !== 1) expect(body(page)[0]?.element).not.toBe('transition');
  });
});

test('a cue has two lines under it, or all that is said', () => {
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
  onPages((page, next) => {
    if (next === undefined) return;
    const last = body(page).findLast(({ element }) => element !== 'more');
    expect(['parenthetical', 'cue', 'continuedCue']).not.toContain(last?.element);
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

test('every line stands within the 55 lines and the width of the body', () => {
  onPages((page) => {
    for (const { x, y } of body(page)) {
      expect(y).toBeGreaterThanOrEqual(72);
      expect(y).toBeLessThanOrEqual(72 + 54 * 12);
      expect(x).toBeGreaterThanOrEqual(108);
    }
  });
});

test('everything that is printed is on the pages, in order', () => {
  fc.assert(
    fc.property(script, (random) => {
      const printed = layoutScreenplay(random)
        .flatMap(body)
        .filter(({ element }) => element !== 'more' && element !== 'continuedCue');
      expect(printed.map((line) => line.block)).toEqual(printed.map((line) => line.block).toSorted((a, b) => a - b));
      for (const [index, expected] of random.children.entries()) {
        expect(
          sides(
            expected,
            printed.filter((line) => line.block === index),
          ).map(squeezed),
        ).toEqual(saidBy(expected).map(squeezed));
      }
    }),
    { numRuns: 150, endOnFailure: true }, // a whole script shrinks for minutes
  );
});

/** What stands on the page for a block: one text, or that of the left and of the right column. */
function sides({ type }: Block, placed: readonly PlacedLine[]): readonly string[] {
  const text = (some: readonly PlacedLine[]): string => some.map(lineText).join('');
  if (type !== 'dualDialogue') return [text(placed)];
  return [text(placed.filter(({ x }) => x < 330)), text(placed.filter(({ x }) => x > 330))];
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
      return [];
    default:
      return [block.text];
  }
}

/** Without white space, because a word wider than its column is cut. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}
