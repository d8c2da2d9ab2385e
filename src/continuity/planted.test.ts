import { beforeAll, expect, test } from 'vitest';
import { checkContinuity } from './check-continuity.ts';
import { accuracyOf, precisionOf, recallOf } from './fixtures/accuracy.ts';
import { FAULTS } from './fixtures/faults.ts';
import { LOOKALIKES } from './fixtures/lookalikes.ts';
import { allStories, lookOver } from './fixtures/measure-rules.ts';
import type { NamedStory } from './fixtures/stories.ts';
import { ledgerOf } from './ledger.ts';

/*
 * Faults planted in clean stories, our own and the offline writer's, and things that only look like faults.
 * RUNS=30 goes over 250 and more of each, as docs/continuity.md tells; fewer unless asked.
 */

const RUNS = Number(process.env['RUNS'] ?? 6);
let stories: readonly NamedStory[];
beforeAll(async () => {
  stories = await allStories(RUNS);
}, 120_000);

test('every planted fault is found: by its rule, in its scene, in its words', () => {
  const looked = lookOver(stories, FAULTS);
  const rows = accuracyOf(looked);
  const missed = looked.filter(({ planted, findings }) => accuracyOf([{ planted, findings }])[0]?.found === 0);
  expect(
    missed.map(({ planted: { kind, story, expected }, findings }) => [kind, story.name, expected, findings]),
  ).toEqual([]);
  expect(recallOf(rows)).toBe(1);
  expect(rows.map(({ kind }) => kind)).toHaveLength(FAULTS.length);
  expect(precisionOf(rows)).toBeGreaterThanOrEqual(0.95);
});

test('what only looks like a fault is left alone', () => {
  const looked = lookOver(stories, LOOKALIKES);
  const wrong = looked.flatMap(({ planted, findings }) =>
    findings.map(({ rule, message, evidence }) => [
      planted.kind,
      planted.story.name,
      rule,
      message,
      evidence.map(({ quote }) => quote),
    ]),
  );
  expect(wrong).toEqual([]);
  expect(new Set(looked.map(({ planted }) => planted.kind)).size).toBe(LOOKALIKES.length);
});

test('nothing is found in stories in which nothing was planted', () => {
  const found = stories.flatMap((story) =>
    checkContinuity(ledgerOf(story)).map(({ message }) => [story.name, message]),
  );
  expect(found).toEqual([]);
});
