import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PART_TOKENS, type Part, partsFor } from './parts.ts';
import type { CoveredScene } from './scenes.ts';

const tokensOf = (text: string): number => Math.ceil(text.length / 4);
const sceneOf = (heading: string, text: string): CoveredScene => {
  return { number: '1', heading, text, page: null, at: null, blocks: [] };
};
const scene = fc
  .record({ place: fc.integer({ min: 0, max: 9 }), words: fc.integer({ min: 0, max: 900 }) })
  .map(({ place, words }) => sceneOf(`INT. PLACE ${place} - DAY`, 'word '.repeat(words)));
const script = fc.array(scene, { minLength: 1, maxLength: 80 });
const textsOf = (parts: readonly Part[]) => parts.map((part) => part.map(({ heading, text }) => [heading, text]));

test('every scene is read once and in order, and no question is longer than it may be', () => {
  fc.assert(
    fc.property(script, (scenes) => {
      const parts = partsFor(scenes, { tokensOf });
      expect(parts.flat().map(({ index }) => index)).toEqual(scenes.map((_, index) => index));
      for (const part of parts)
        expect(part.reduce((sum, { text }) => sum + tokensOf(text), 0)).toBeLessThanOrEqual(PART_TOKENS);
    }),
  );
});

test('a change in one scene leaves all that is read apart from it as it was', () => {
  fc.assert(
    fc.property(script, fc.nat(), (scenes, place) => {
      const at = place % scenes.length;
      // A hundred words more never make a part too long here.
      const short = scenes.map(({ heading, text }) => sceneOf(heading, text.slice(0, 400)));
      const changed = short.map((one, index) => (index === at ? sceneOf(one.heading, `${one.text} And so on.`) : one));
      const before = textsOf(partsFor(short, { tokensOf }));
      const after = textsOf(partsFor(changed, { tokensOf }));
      const same = after.filter((part) => before.some((one) => JSON.stringify(one) === JSON.stringify(part)));
      expect(after.length - same.length).toBe(1);
    }),
  );
});

test('a scene that is put in touches only the parts around it', () => {
  const scenes = Array.from({ length: 120 }, (_, at) => sceneOf(`INT. ROOM ${at % 37} - DAY`, 'Rain. '.repeat(20)));
  const longer = scenes.toSpliced(60, 0, sceneOf('EXT. FIELD - NIGHT', 'Nothing.'));
  const before = new Set(textsOf(partsFor(scenes, { tokensOf })).map((part) => JSON.stringify(part)));
  const after = textsOf(partsFor(longer, { tokensOf }));
  expect(after.length).toBeGreaterThan(8);
  expect(after.filter((part) => !before.has(JSON.stringify(part))).length).toBeLessThanOrEqual(3);
});

test('planned sequences are read as they were planned, and left aside when scenes came or went', () => {
  const scenes = Array.from({ length: 9 }, (_, at) => sceneOf(`INT. ROOM ${at} - DAY`, 'Rain.'));
  const lengths = (sequences: readonly number[]) =>
    partsFor(scenes, { tokensOf, sequences }).map(({ length }) => length);
  expect(lengths([2, 0, 4, 3])).toEqual([2, 4, 3]);
  expect(lengths([2, 4])).toEqual(partsFor(scenes, { tokensOf }).map(({ length }) => length));
});

test('a scene too long for one question is read in pieces that end between paragraphs', () => {
  const paragraph = 'word '.repeat(2000).trim();
  const [first, second, ...more] = partsFor([sceneOf('ACT I', [paragraph, paragraph, paragraph].join('\n\n'))], {
    tokensOf,
  });
  expect(more).toHaveLength(0);
  expect([first?.[0]?.piece, second?.[0]?.piece]).toEqual([1, 2]);
  expect([first, second].map((part) => part?.[0]?.text)).toEqual([`${paragraph}\n\n${paragraph}`, paragraph]);
});
