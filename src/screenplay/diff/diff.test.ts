import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withIds } from '../block-id.ts';
import { action, dialogue, heading, screenplay, titlePage, transition } from '../build.ts';
import { sameBlock } from '../same.ts';
import type { Block, Screenplay } from '../tree.ts';
import { diffScreenplays, isUnchanged } from './diff.ts';
import { printDiff } from './print.ts';
import { reworded, someScript, twoDrafts } from './scripts.fixture.ts';

/** What a diff makes of the draft before: blocks kept are taken from there. */
function applied(before: Screenplay, after: Screenplay): readonly (Block | undefined)[] {
  return diffScreenplays(before, after).changes.flatMap((change) => {
    if (change.type === 'removed') return [];
    if (change.type === 'kept') return [before.children[change.from]];
    return [change.type === 'changed' ? change.after : change.block];
  });
}

function numbered(count: number, from = 0): readonly Block[] {
  return Array.from({ length: count }, (_, at) => action(`Something happens number ${at + from} here.`));
}

const scene = (name: string, from: number): readonly Block[] => [heading(`int. ${name}`), ...numbered(5, from)];

describe('comparing two drafts', () => {
  test('what the diff says, done to the draft before, gives the draft after', () => {
    fc.assert(
      fc.property(fc.oneof(twoDrafts, fc.tuple(someScript, someScript)), ([before, after]) => {
        const blocks = applied(before, after);
        expect(blocks.length).toBe(after.children.length);
        for (const [at, block] of after.children.entries()) {
          expect(blocks[at] !== undefined && sameBlock(block, blocks[at])).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every block of the draft before is kept, changed or removed, once', () => {
    fc.assert(
      fc.property(twoDrafts, ([before, after]) => {
        const from = diffScreenplays(before, after).changes.flatMap((change) =>
          'from' in change ? [change.from] : [],
        );
        expect(from.toSorted((a, b) => a - b)).toEqual(before.children.map((_, at) => at));
      }),
    );
  });

  test('a draft and itself, with or without ids and places, differ in nothing', () => {
    fc.assert(
      fc.property(someScript, (script) => {
        const plain = { ...script, children: script.children.map(({ id: _, ...block }) => block) };
        expect(isUnchanged(diffScreenplays(script, plain))).toBe(true);
        expect(printDiff(diffScreenplays(script, plain))).toBe('');
      }),
    );
  });

  test('one word changed in a long script is one change, with that word', () => {
    const blocks = numbered(4000);
    const before = screenplay(null, ...blocks);
    const after = screenplay(null, ...blocks.with(2000, reworded(blocks[2000] ?? action(''), 'breaks')));
    const changes = diffScreenplays(before, after).changes.filter(({ type }) => type !== 'kept');
    expect(changes).toMatchObject([
      {
        type: 'changed',
        from: 2000,
        to: 2000,
        words: [
          { type: 'kept', text: 'Something ' },
          { type: 'removed', text: 'happens' },
          { type: 'inserted', text: 'breaks' },
          { type: 'kept', text: ' number 2000 here.' },
        ],
      },
    ]);
  });

  test('a scene that went elsewhere is one move, also when a word in it changed', () => {
    const [one, two, three] = [scene('tower', 0), scene('beach', 10), scene('boat', 20)];
    const before = screenplay(null, ...one, ...two, ...three);
    const changed = three.with(2, reworded(three[2] ?? action(''), 'breaks'));
    const diff = diffScreenplays(before, screenplay(null, ...changed, ...one, ...two));
    expect(diff.moves).toMatchObject([{ heading: { text: 'INT. BOAT' }, from: 12, fromLast: 17, to: 0, toLast: 5 }]);
    expect(diff.changes.filter(({ type }) => type !== 'kept')).toMatchObject([{ type: 'changed', moved: true }]);
  });

  test('taking out one of many equal transitions moves nothing', () => {
    const cut = transition('CUT TO:');
    const blocks = withIds(numbered(20).flatMap((block) => [block, cut]));
    const diff = diffScreenplays(
      screenplay(null, ...blocks),
      screenplay(null, ...withIds(blocks.toSpliced(5, 1).map(({ id: _, ...block }) => block))),
    );
    expect(diff.moves).toEqual([]);
    expect(diff.changes.filter(({ type }) => type !== 'kept')).toMatchObject([{ type: 'removed', from: 5 }]);
  });

  test('a block with an id of its own is the same one whatever it says', () => {
    const before = screenplay(null, action('He waits.', { id: 'a' }), action('She waits.', { id: 'b' }));
    const after = screenplay(null, action('Nothing at all.', { id: 'b' }), action('It rains now.', { id: 'a' }));
    const pairs = diffScreenplays(before, after).changes.map(
      (change) => 'from' in change && 'to' in change && [change.from, change.to],
    );
    expect(pairs).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('an edited block is found among new ones by its words', () => {
    const before = screenplay(
      null,
      heading('int. tower'),
      action('Mara climbs the stairs with the old lamp.'),
      action('The end.'),
    );
    const after = screenplay(
      null,
      heading('int. tower'),
      action('Gulls.'),
      action('Mara slowly climbs the stairs with a lamp.'),
      dialogue('MARA', 'Who is there?'),
      action('The end.'),
    );
    const changes = diffScreenplays(before, after).changes.map((change) => change.type);
    expect(changes).toEqual(['kept', 'inserted', 'changed', 'inserted', 'kept']);
  });

  test('a block rewritten from end to end, where nothing else changed, is changed and not another one', () => {
    const before = screenplay(null, heading('int. tower'), action('Gulls.'), heading('int. boat'));
    const after = screenplay(null, heading('int. tower'), action('Nobody answers her.'), heading('int. boat'));
    expect(diffScreenplays(before, after).changes.map(({ type }) => type)).toEqual(['kept', 'changed', 'kept']);
  });

  test('blocks in one place that share a word or two are not one block', () => {
    const before = screenplay(
      null,
      heading('int. tower'),
      action('The lamp burns all night long.'),
      action('Gulls cry over the harbour.'),
    );
    const after = screenplay(
      null,
      heading('int. tower'),
      action('The letter was never sent.'),
      action('A boat comes in over the bar.'),
    );
    const types = diffScreenplays(before, after).changes.map(({ type }) => type);
    expect(types.toSorted()).toEqual(['inserted', 'inserted', 'kept', 'removed', 'removed']);
  });

  test('an edited block is found behind a scene that moved there', () => {
    const [one, two, three] = [scene('tower', 0), scene('beach', 10), scene('boat', 20)];
    const before = screenplay(null, ...one, ...two, ...three);
    const edited = two.with(0, heading('int. sunny beach'));
    const diff = diffScreenplays(before, screenplay(null, ...one, ...three, ...edited));
    expect(diff.changes.filter(({ type }) => type !== 'kept')).toMatchObject([{ type: 'changed', from: 6, to: 12 }]);
  });

  test('a short line here is not the one that was there', () => {
    const blocks = numbered(6);
    const diff = diffScreenplays(
      screenplay(null, transition('CUT TO:'), ...blocks),
      screenplay(null, ...blocks, transition('CUT TO:')),
    );
    expect(diff.moves).toEqual([]);
    expect(diff.changes.filter(({ type }) => type !== 'kept').map(({ type }) => type)).toEqual(['removed', 'inserted']);
  });

  test('blocks that were apart, and scenes, move one by one', () => {
    const blocks = numbered(10);
    const left = blocks.filter((_, at) => at !== 1 && at !== 3);
    const apart = diffScreenplays(
      screenplay(null, ...blocks),
      screenplay(null, ...left, ...blocks.slice(1, 2), ...blocks.slice(3, 4)),
    );
    expect(apart.moves).toMatchObject([
      { from: 1, to: 8 },
      { from: 3, to: 9 },
    ]);
    const [one, two, three] = [[...scene('tower', 0), ...numbered(9, 100)], scene('beach', 10), scene('boat', 20)];
    const scenes = diffScreenplays(
      screenplay(null, ...one, ...two, ...three),
      screenplay(null, ...two, ...three, ...one),
    );
    expect(scenes.moves.map((move) => move.heading?.text)).toEqual(['INT. BEACH', 'INT. BOAT']);
  });

  test('title page entries are compared by key', () => {
    const before = screenplay(titlePage({ title: 'Light', author: 'A', contact: 'x' }));
    const after = screenplay(titlePage({ title: 'Light', author: 'B', draftDate: 'May' }));
    expect(diffScreenplays(before, after).titlePage).toEqual([
      { key: 'Author', before: ['A'], after: ['B'] },
      { key: 'Contact', before: ['x'] },
      { key: 'Draft date', after: ['May'] },
    ]);
  });

  test('scripts of tens of thousands of blocks with nothing or only little words in common are compared', () => {
    const few = (seed: number): Screenplay =>
      screenplay(
        null,
        ...Array.from({ length: 20_000 }, (_, at) => action(`${(at * seed) % 89} is ${(at * seed) % 83}`)),
      );
    expect(applied(few(7), few(11)).length).toBe(20_000);
    const other = screenplay(null, ...Array.from({ length: 20_000 }, () => action('nothing')));
    expect(applied(few(7), other).length).toBe(20_000);
  });
});

describe('a diff as text', () => {
  test('it shows scenes, what went and came, and the words that changed', () => {
    const before = screenplay(
      titlePage({ title: 'Light' }),
      heading('int. tower - night'),
      action('Rain on the window.'),
      dialogue('MARA', 'Who is there?', { extensions: ['V.O.'] }),
      heading('ext. beach - day'),
      action('Waves.'),
    );
    const after = screenplay(
      titlePage({ title: 'The Light' }),
      heading('int. tower - night'),
      action('Snow on the window.'),
      heading('ext. beach - day'),
      action('Waves.'),
      action('Nobody comes.'),
    );
    expect(printDiff(diffScreenplays(before, after))).toBe(`@@ Title page @@
- Title: Light
+ Title: The Light
@@ INT. TOWER - NIGHT @@
- [-Rain-] on the window.
+ {+Snow+} on the window.
- MARA (V.O.)
- Who is there?
@@ EXT. BEACH - DAY @@
+ Nobody comes.
`);
  });

  test('it says which scene moved, and how long it is', () => {
    const [one, two] = [scene('tower', 0), scene('beach', 10).slice(0, 3)];
    const diff = diffScreenplays(screenplay(null, ...one, ...two), screenplay(null, ...two, ...one));
    expect(printDiff(diff)).toBe('@@ INT. BEACH @@\n> INT. BEACH (moved, 3 blocks)\n');
  });
});

test('the same words from somebody else are another speech', () => {
  const before = screenplay(null, dialogue('ANN', 'Yes.'), dialogue('BOB', 'Yes.'));
  const after = screenplay(null, dialogue('BOB', 'Yes.'));
  expect(diffScreenplays(before, after).changes.map(({ type }) => type)).toEqual(['removed', 'kept']);
});
