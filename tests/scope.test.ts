import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProject, type Project } from '../src/project.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';

let folder: ReturnType<typeof scratch>;
let project: Project;
beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  await project.write({ logline: LOGLINE, scenes: 6 });
  const bible = await project.bible();
  const [first] = (await bible.list()).filter(({ kind }) => kind === 'theme');
  await bible.setField(first?.name ?? '', 'question', 'What does a bank owe a river?');
});
afterEach(async () => {
  await project.close();
  folder.remove();
});

const numbers = (list: readonly { readonly number: number }[]): readonly number[] => list.map(({ number }) => number);

test('only the scenes that are named are built; the others stay, and which of them are stale is told', async () => {
  const stale = numbers((await project.plan()).scenes);
  expect(stale).toEqual([1, 2, 3, 4, 5, 6]);
  const { cards } = await project.getOutline();
  const scenes = ['2-3', cards[4]?.id ?? ''];
  expect(await project.plan(undefined, { scenes })).toMatchObject({ left: 3, fresh: 0 });
  const report = await project.build({ scenes });
  expect(report.status).toBe('done');
  expect(numbers(report.scenes.filter(({ state }) => state === 'written'))).toEqual([2, 3, 5]);
  expect(numbers(report.scenes.filter((scene) => scene.state === 'left' && scene.stale))).toEqual([1, 4, 6]);
  expect(numbers((await project.plan()).scenes)).toEqual([1, 4, 6]);
  const rest = await project.build();
  expect(numbers(rest.scenes.filter(({ state }) => state === 'fresh'))).toEqual([2, 3, 5]);
});

test.each([
  [['3-2'], 'input/invalid', /3-2 runs backwards/],
  [['5-9'], 'scene/not-found', /no scene "9"/],
  [['0'], 'scene/not-found', /no scene "0"/],
  [['sc_none'], 'scene/not-found', /sc_none/],
  [['1-2-3'], 'scene/not-found', /1-2-3/],
  [[' '], 'input/invalid', /No scene is named/],
  [[], 'input/invalid', /No scene is named/],
])('the scenes %j are a clear error, for a plan as for a build', async (scenes, code, says) => {
  const fault = { code, message: expect.stringMatching(says) };
  await expect(project.build({ scenes })).rejects.toMatchObject(fault);
  await expect(project.plan(undefined, { scenes })).rejects.toMatchObject(fault);
});
