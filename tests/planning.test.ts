import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProject, type Project } from '../src/project.ts';
import { scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';

let folder: ReturnType<typeof scratch>;
let project: Project;
beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {} });
});
afterEach(async () => {
  await project.close();
  folder.remove();
});

test('a script is planned by the structure of its format, or by the one that is named, and that is another script', async () => {
  const { script: own } = await project.write({ logline: LOGLINE, scenes: 8 });
  expect((await project.getOutline(own.id)).plan?.structure).toBe('turning-points');
  const { script: same } = await project.write({ logline: LOGLINE, scenes: 8, structure: 'turning-points' });
  expect(same.id).toBe(own.id);
  const { script: other } = await project.write({ logline: LOGLINE, scenes: 8, structure: 'story-circle' });
  expect(other.id).not.toBe(own.id);
  const { plan, cards } = await project.getOutline(other.id);
  expect(plan?.structure).toBe('story-circle');
  expect(cards.map(({ beat }) => beat)).toContain('find');
});

test('a structure that there is not, and too many plans, are refused before anything is asked', async () => {
  await expect(project.write({ logline: LOGLINE, structure: 'story-circel' })).rejects.toMatchObject({
    ...{ code: 'input/invalid', hint: 'Did you mean story-circle?' },
  });
  for (const candidates of [0, 6, 1.5, Number.NaN])
    await expect(project.write({ logline: LOGLINE, candidates })).rejects.toMatchObject({ code: 'input/invalid' });
  expect(await project.listScripts()).toEqual([]);
});

test('plans to choose from are all paid for, and kept', async () => {
  const { tally } = await project.write({ logline: LOGLINE, scenes: 8, candidates: 2 });
  const calls = await project.logs({ most: 1000 });
  expect(calls.filter(({ task }) => task === 'outline.cards').map(({ slot }) => slot)).toEqual(
    expect.arrayContaining(['outline/cards/1', 'outline/cards/1/take-2', 'outline/cards/2', 'outline/cards/2/take-2']),
  );
  expect(tally.asked).toBe(calls.length);
});

test('a bible that cannot be meant so stops a build before anything is asked, and says how to go on', async () => {
  const { script } = await project.write({ logline: LOGLINE, scenes: 4 });
  const bible = await project.bible();
  const [lead] = (await bible.list()).filter(({ kind }) => kind === 'character');
  await bible.remove(lead?.id ?? '');
  await expect(project.build()).rejects.toMatchObject({
    code: 'bible/invalid',
    message: expect.stringMatching(/Scene 1, cast: names "ch_/),
    hint: expect.stringMatching(/bible validate tells all\.$/),
  });
  await expect(project.write({ logline: LOGLINE, scenes: 4 })).rejects.toMatchObject({ code: 'bible/invalid' });
  const told = await scriptgen(['build', '--quiet', '--force'], { cwd: folder.dir });
  expect([told.code, told.stdout]).toEqual([2, '']);
  await bible.restore(lead?.id ?? '');
  expect(await project.build({ script: script.slug })).toMatchObject({ status: 'done', tally: { asked: 0 } });
});

test('neither does an episode start from a broken bible of its series, unless it is forced', async () => {
  const kind = { gun: { prefix: 'gn', description: 'A gun.', schema: { type: 'object', properties: { calibre: { type: 'string' } } } } };
  await writeFile(join(folder.dir, 'scriptgen.json'), JSON.stringify({ version: 1, kinds: kind }));
  const own = await openProject({ dir: folder.dir, env: {} });
  const { slug } = await own.createScript({ title: 'The Series' });
  await (await own.bible(slug)).create({ kind: 'gun', name: 'Revolver', fields: { calibre: '.38' } });
  await own.close();
  await rm(join(folder.dir, 'scriptgen.json'));
  await expect(project.write({ logline: LOGLINE, scenes: 2, series: slug })).rejects.toMatchObject({
    code: 'bible/invalid',
    message: expect.stringContaining('"gun"'),
  });
  expect(await project.logs()).toEqual([]);
  const forced = await project.write({ logline: LOGLINE, scenes: 2, series: slug, force: true });
  expect(forced.status).toBe('done');
  expect(forced.notes?.map(({ rule }) => rule)).toEqual(['bible/kind']);
  const { stdout } = await scriptgen(['build', '--quiet', '--force'], { cwd: folder.dir });
  expect(stdout).toMatch(/^ {2}bible +1 note: scriptgen bible validate --script \S+$/m);
});

test('what is gravely wrong with a plan is told at the end of a run, with the command that shows it', async () => {
  await project.write({ logline: LOGLINE, scenes: 12 });
  const bible = await project.bible();
  await bible.create({ kind: 'character', name: 'Nemo', fields: { role: 'antagonist' } });
  const { stdout } = await scriptgen(['build', '--quiet'], { cwd: folder.dir });
  expect(stdout).toMatch(/^ {2}plan +1 note: scriptgen structures check --script \S+$/m);
});
