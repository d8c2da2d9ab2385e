import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withIds } from '../block-id.ts';
import { action, heading, screenplay, transition } from '../build.ts';
import type { Block, Screenplay } from '../tree.ts';
import { carryIds } from './carry-ids.ts';
import { edited, reworded, someBlock, someEdit, someScript } from './scripts.fixture.ts';

/** A script whose ids say nothing about its blocks, as after many edits. */
function named(script: Screenplay): Screenplay {
  return { ...script, children: script.children.map((block, at) => ({ ...block, id: `id${at}` })) };
}

function readAnew(script: Screenplay): Screenplay {
  return { ...script, children: withIds(script.children.map(({ id: _, ...block }) => block)) };
}

const unique = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, at) =>
    at % 6 === 0 ? heading(`int. room ${at}`) : action(`The ${at}th thing happens in the ${at * 7}th way.`),
  );

describe('a script read anew that goes on an older draft', () => {
  test('untouched, it has the same ids', () => {
    fc.assert(
      fc.property(someScript, (script) => {
        const before = named(script);
        expect(carryIds(before, readAnew(before)).children).toEqual(before.children);
      }),
    );
  });

  test('blocks that nobody touched keep their ids, whatever was done around them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 59 }), { maxLength: 8 }), fc.array(someBlock), (removed, inserted) => {
        const before = named(screenplay(null, ...unique(60)));
        const left = before.children.filter((_, at) => !removed.includes(at));
        const after = inserted.reduce<readonly Block[]>((list, block, at) => list.toSpliced(at * 5, 0, block), left);
        const carried = carryIds(before, readAnew(screenplay(null, ...after)));
        for (const [at, block] of after.entries()) {
          if (left.includes(block)) expect(carried.children[at]?.id).toBe(block.id);
        }
      }),
    );
  });

  test('every block has an id of its own', () => {
    fc.assert(
      fc.property(someScript, fc.array(someEdit), fc.boolean(), (script, edits, own) => {
        const before = own ? named(script) : readAnew(script);
        const ids = carryIds(before, readAnew(edited(before, edits))).children.map(({ id }) => id);
        expect(ids.includes(undefined)).toBe(false);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('a block that was edited, and one in a scene that moved, keep their ids', () => {
    const before = named(screenplay(null, ...unique(18)));
    const [one, two, three] = [before.children.slice(0, 6), before.children.slice(6, 12), before.children.slice(12)];
    const changed = three.map((block, at) => (at === 2 ? reworded(block, 'storm') : block));
    const after = readAnew(screenplay(null, ...changed, ...one, ...two));
    const ids = carryIds(before, after).children.map(({ id }) => id);
    expect(ids).toEqual([...three, ...one, ...two].map(({ id }) => id));
  });

  test('a block that took the words of another, long ago, does not take its id', () => {
    const [sun] = withIds([action('The sun is out over the sea.')]);
    const before = screenplay(null, action('The rain is over the town now.', { id: sun?.id ?? '' }));
    const after = readAnew(
      screenplay(null, action('The rain is over the town now.'), action('The sun is out over the sea.')),
    );
    const [rain, again] = carryIds(before, after).children;
    expect(rain?.id).toBe(sun?.id);
    expect(again?.id).toBe(`${sun?.id}-2`);
  });

  test('an id that was made of words says nothing in a script read anew', () => {
    const [sun] = withIds([action('The sun is out over the sea.')]);
    const rain = action('The rain is over the town now.', { id: sun?.id ?? '' });
    const before = screenplay(null, heading('int. tower'), rain, heading('int. boat'));
    const after = readAnew(
      screenplay(
        null,
        heading('int. tower'),
        action('The rain is still over the town.'),
        heading('int. boat'),
        action('The sun is out over the sea.'),
      ),
    );
    expect(carryIds(before, after).children[1]?.id).toBe(sun?.id);
  });

  test('equal transitions between scenes stay with their scenes', () => {
    const cuts = unique(30).flatMap((block): readonly Block[] =>
      block.type === 'sceneHeading' ? [transition('CUT TO:'), block] : [block],
    );
    const before = named(screenplay(null, ...cuts));
    const after = readAnew(screenplay(null, ...before.children.slice(1)));
    expect(carryIds(before, after).children.map(({ id }) => id)).toEqual(before.children.slice(1).map(({ id }) => id));
  });
});
