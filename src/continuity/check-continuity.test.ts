import { expect, test } from 'vitest';
import { checkContinuity } from './check-continuity.ts';
import { STORIES } from './fixtures/stories.ts';
import { ledgerOf } from './ledger.ts';

test.each(STORIES.map((story) => [story.name, story] as const))(
  'nothing is found in a clean script: %s',
  (_, story) => {
    const found = checkContinuity(ledgerOf(story));
    expect(found.map(({ rule, message, evidence }) => [rule, message, evidence.map(({ quote }) => quote)])).toEqual([]);
  },
);

test.each(STORIES.map((story) => [story.name, story] as const))('every scene has its card: %s', (_, story) => {
  const { scenes } = ledgerOf(story);
  expect(scenes.map(({ card }) => card?.id)).toEqual(story.outline.cards.map(({ id }) => id));
});
