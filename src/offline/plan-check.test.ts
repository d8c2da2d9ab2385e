import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testRun } from '../../tests/support/test-run.ts';
import { type Bible, type Format, firstVersion } from '../bibles/index.ts';
import { planStory } from '../orchestrator/index.ts';
import { packageRoot } from '../project/package-root.ts';
import { openStructures } from '../project/structures.ts';
import { loadPrompts } from '../prompts/index.ts';
import { openSqlite } from '../storage/index.ts';
import { checkOutline, expectedPages, expectedWords, pageBudget, SHAPES } from '../structures/index.ts';
import { LOGLINES } from './develop/loglines.fixture.ts';
import { createOfflineWriter, OFFLINE_WRITER } from './index.ts';

const dir = await mkdtemp(join(tmpdir(), 'offline-plans-'));
const storage = await openSqlite(join(dir, 'plans.db'));
afterAll(async () => {
  await storage.close();
  await rm(dir, { recursive: true, force: true });
});
const structures = openStructures();
const prompts = loadPrompts(packageRoot());

const SIZES: readonly (readonly [Format, number, number])[] = [
  ['short', 12, LOGLINES.length],
  ['sitcom', 14, LOGLINES.length],
  ['tv-hour', 45, 12],
  ['feature', 120, 5],
  ['feature', 100, 2],
  ['feature', 40, 3],
  ['short', 1, 6],
  ['short', 3, 12],
  ['short', 7, 12],
];

test.for(SIZES)('a check finds nothing grave in plans of a %s of %i scenes', { timeout: 60_000 }, async (size) => {
  const [format, scenes, count] = size;
  for (const logline of LOGLINES.slice(0, count)) {
    const { notes } = await plan(logline, format, scenes);
    const grave = notes.filter(({ severity }) => severity === 'blocker' || severity === 'major');
    expect([logline, grave]).toEqual([logline, []]);
  }
});

test('a feature has its pages, silence, uneven lengths and dozens of people who speak', {
  timeout: 60_000,
}, async () => {
  for (const logline of LOGLINES.slice(0, 3)) {
    const { outline } = await plan(logline, 'feature', SHAPES.feature.scenes.target);
    const { cards } = outline;
    const budget = pageBudget(SHAPES.feature, cards.length);
    expect(cards.length).toBeGreaterThanOrEqual(100);
    expect(Math.abs(expectedPages(cards) - budget)).toBeLessThanOrEqual(budget / 10);
    const silent = cards.filter(({ speakers }) => speakers.length === 0).length / cards.length;
    expect(silent).toBeGreaterThanOrEqual(0.28);
    expect(silent).toBeLessThanOrEqual(0.33);
    expect(variation(cards.map((card) => expectedWords(card)))).toBeGreaterThanOrEqual(0.83);
    const roles = new Set(cards.flatMap((card) => [...card.speakers, ...(card.extras ?? []).map(({ name }) => name)]));
    expect(roles.size).toBeGreaterThanOrEqual(24);
    expect(roles.size).toBeLessThanOrEqual(SHAPES.feature.roles);
  }
});

test('things are planted and come back, people act on what they have learnt, and threads change', async () => {
  const { outline } = await plan(LOGLINES[1] ?? '', 'tv-hour', 45);
  const { cards, plan: above } = outline;
  expect(above?.plants.length).toBeGreaterThan(3);
  for (const { id, open } of above?.plants ?? []) {
    const [first, last] = [
      cards.findIndex(({ setsUp }) => setsUp?.includes(id)),
      cards.findIndex(({ paysOff }) => paysOff?.includes(id)),
    ];
    expect([id, open, first >= 0 && first < last]).toEqual([id, false, true]);
  }
  expect(cards.filter(({ uses }) => uses !== undefined).length).toBeGreaterThan(3);
  expect(new Set(cards.map(({ threads }) => threads.join())).size).toBeGreaterThan(2);
  expect(cards.filter(({ beat }) => beat !== undefined)).toHaveLength(above?.beats.length ?? -1);
});

/** A plan by the offline writer, and what a check says of it. */
async function plan(logline: string, format: Format, scenes: number) {
  const run = testRun(storage, createOfflineWriter(), {
    models: () => ({ model: OFFLINE_WRITER, params: {} }),
    prompts,
  });
  const structure = structures.get(SHAPES[format].structure);
  const name = async (title: string) => ({ title, slug: 'script' });
  const { outline, script, entries } = await planStory(run, { logline, format, scenes }, { name, structure });
  const bible: Bible = { entries: entries.map(firstVersion) };
  return { outline, notes: checkOutline({ bible, outline, script, format, structure }) };
}

/** Standard deviation by mean. */
function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) / mean;
}
