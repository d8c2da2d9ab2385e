import { expect, test } from 'vitest';
import { makeCard, makeCards } from './fixtures/story.ts';
import { holdsAt, isReached, type SceneCard, timelineOf } from './index.ts';

function orderOf(...cards: readonly Partial<SceneCard>[]): readonly string[] {
  const made = cards.map((own, place) => makeCard({ id: `sc_${place + 1}`, ...own }));
  return timelineOf({ cards: made }).cards.map(({ id }) => id);
}

test('scenes that say nothing happen one after the other', () => {
  expect(orderOf({}, {}, {})).toEqual(['sc_1', 'sc_2', 'sc_3']);
});

test('a scene happens when it says, and those that follow it go on from there', () => {
  expect(orderOf({ storyTime: 5 }, {}, { storyTime: 1 }, {})).toEqual(['sc_3', 'sc_4', 'sc_1', 'sc_2']);
});

test('a flashback comes before the story and a flash-forward after it, and neither moves the clock', () => {
  expect(orderOf({ storyTime: 2 }, { mode: 'flash-forward' }, { mode: 'flashback' }, {})).toEqual([
    ...['sc_3', 'sc_1', 'sc_4', 'sc_2'],
  ]);
  expect(orderOf({ storyTime: 2 }, { mode: 'flashback', storyTime: 1 }, {})).toEqual(['sc_2', 'sc_1', 'sc_3']);
});

test('a dream happens when it is dreamt', () => {
  expect(orderOf({ storyTime: 1 }, { mode: 'dream' }, { storyTime: 2 })).toEqual(['sc_1', 'sc_2', 'sc_3']);
});

test('a scene that is gone is never reached; a fact from it never holds, one up to it has no end', () => {
  const timeline = timelineOf({ cards: makeCards(2) });
  expect(isReached(timeline, 'sc_gone', 'sc_2')).toBe(false);
  expect(holdsAt(timeline, { id: 'fa', value: '', from: 'sc_gone' }, 'sc_2')).toBe(false);
  expect(holdsAt(timeline, { id: 'fa', value: '', to: 'sc_gone' }, 'sc_2')).toBe(true);
});

test('a fact holds from its first scene to its last, both included', () => {
  const timeline = timelineOf({ cards: makeCards(4) });
  const fact = { id: 'fa', value: '', from: 'sc_2', to: 'sc_3' };
  expect(['sc_1', 'sc_2', 'sc_3', 'sc_4'].map((id) => holdsAt(timeline, fact, id))).toEqual([false, true, true, false]);
});
