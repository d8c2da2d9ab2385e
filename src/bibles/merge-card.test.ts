import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneCard } from './card.ts';
import { changedFields, mergeCard } from './merge-card.ts';

const BASE: SceneCard = {
  ...{ id: 'sc_1', version: 3, interior: true, setting: 'st_1', time: 'NIGHT', cast: ['ch_1'], speakers: ['ch_1'] },
  ...{ lead: 'ch_1', goal: 'to sleep', opposition: 'the wind', turn: { from: 'hope', to: 'fear' }, tension: 5 },
  ...{ beats: ['The lamp fails.'], pattern: 'struggle', length: 'short', learns: [], becauseOf: [], threads: [] },
  ...{ synopsis: 'The lamp fails.' },
};

test('both changes stand where they are of different fields, a new and a dropped field too', () => {
  const base: SceneCard = { ...BASE, image: 'a moth' };
  const { image: _, ...ours } = { ...base, goal: 'to wait', storyTime: 2 };
  const theirs: SceneCard = { ...base, version: 7, tension: 8 };
  expect(mergeCard(base, ours, theirs)).toEqual({
    card: { ...BASE, version: 7, goal: 'to wait', storyTime: 2, tension: 8 },
    overlap: [],
  });
});

test('a list and a turn are one field each: theirs stands, and the overlap says so', () => {
  const ours: SceneCard = { ...BASE, beats: ['She waits.'], turn: { from: 'hope', to: 'calm' }, goal: 'to wait' };
  const theirs: SceneCard = { ...BASE, beats: ['The lamp fails.', 'Rain.'], turn: { from: 'awe', to: 'fear' } };
  const { card, overlap } = mergeCard(BASE, ours, theirs);
  expect(overlap.toSorted()).toEqual(['beats', 'turn']);
  expect(card).toEqual({ ...theirs, goal: 'to wait' });
});

test('what both changed alike is no overlap', () => {
  const same: SceneCard = { ...BASE, turn: { to: 'calm', from: 'hope' } };
  expect(mergeCard(BASE, { ...BASE, turn: { from: 'hope', to: 'calm' } }, same)).toEqual({ card: same, overlap: [] });
});

const card: fc.Arbitrary<SceneCard> = fc
  .record({
    goal: fc.constantFrom('to sleep', 'to wait', 'to leave'),
    beats: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    storyTime: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
    version: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ storyTime, ...rest }) => ({ ...BASE, ...rest, ...(storyTime === undefined ? {} : { storyTime }) }));

test('one side alone is what it says, and the sides can be swapped but for what both changed', () => {
  fc.assert(
    fc.property(card, card, card, (base, ours, theirs) => {
      expect(changedFields(mergeCard(base, ours, base).card, ours)).toEqual([]);
      expect(mergeCard(base, base, theirs)).toEqual({ card: theirs, overlap: [] });
      const [one, other] = [mergeCard(base, ours, theirs), mergeCard(base, theirs, ours)];
      expect(one.overlap.toSorted()).toEqual(other.overlap.toSorted());
      expect(changedFields(one.card, other.card).toSorted()).toEqual(one.overlap.toSorted());
    }),
  );
});
