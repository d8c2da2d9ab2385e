import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { repeatedRuns } from '../src/screenplay/measure/language.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const folder = scratch();
afterAll(() => folder.remove());

test('a script is gone over for what it says again: fewer runs of words come back, and nothing but those lines changes', async () => {
  const dir = join(folder.dir, 'both');
  const plain = await openProject({ dir, env: {}, surface: false });
  await plain.write({ logline: LOGLINE, format: 'feature', scenes: 40 });
  const before = await blocksOf(plain);
  expect((await plain.plan()).scenes).toEqual([]);
  await plain.close();

  const project = await openProject({ dir, env: {}, surface: true });
  const plan = await project.plan();
  expect(plan.scenes.length).toBeGreaterThan(0);
  expect(plan.scenes.length).toBeLessThan(40);
  for (const { steps } of plan.scenes) expect(steps.map(({ task }) => task)).toEqual(['scene.surface']);
  const report = await project.build();
  expect(report.tally.asked).toBe(plan.scenes.length);
  const after = await blocksOf(project);
  expect(after.map(({ speaker }) => speaker)).toEqual(before.map(({ speaker }) => speaker));
  const changed = after.filter(({ text }, at) => text !== before[at]?.text);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThanOrEqual(plan.scenes.length * 4);
  expect(repeatedIn(after)).toBeLessThan(repeatedIn(before));

  expect((await project.plan()).scenes).toEqual([]);
  expect((await project.build()).tally.asked).toBe(0);
  expect(await blocksOf(project)).toEqual(after);
  await project.close();

  const again = await openProject({ dir, env: {}, surface: false });
  expect((await again.build()).tally.asked).toBe(0);
  expect(await blocksOf(again)).toEqual(before);
  await again.close();
}, 60_000);

test('where nothing comes back nobody is asked', async () => {
  const project = await openProject({ dir: join(folder.dir, 'short'), env: {} });
  await project.write({ logline: LOGLINE, scenes: 2 });
  expect([...(await project.prepare()).run.slots.keys()].filter((slot) => slot.endsWith('/surface'))).toEqual([]);
  await project.close();
});

interface Shown {
  readonly speaker: string;
  readonly text: string;
}

async function blocksOf(project: Awaited<ReturnType<typeof openProject>>): Promise<readonly Shown[]> {
  const { children } = await project.getScreenplay();
  return children.map((block) => {
    if (block.type !== 'dialogue') return { speaker: block.type, text: 'text' in block ? block.text : '' };
    return { speaker: block.name, text: block.parts.map(({ text }) => text).join(' ') };
  });
}

function repeatedIn(blocks: readonly Shown[]): number {
  const told = blocks.filter(({ speaker }) => speaker !== 'sceneHeading');
  return (
    repeatedRuns(
      told.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}']+/gu) ?? []),
      3,
    ) ?? 0
  );
}
