import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject, type Project, type RunReport } from '../src/index.ts';
import { parseFountain } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE =
  'A small-town pawnbroker takes in a stolen violin and is the only honest man in the chain of people who want it back.';
const folder = scratch();
let project: Project;
let report: RunReport;

beforeAll(async () => {
  project = await openProject({ dir: folder.dir, env: {} });
  report = await project.write({ logline: LOGLINE, scenes: 12, out: 'drafts' });
});
afterAll(async () => {
  await project.close();
  folder.remove();
});

/** The scenes of the Fountain file in which a name has a cue. */
function scenesWithCue(name: string): readonly number[] {
  const { screenplay } = parseFountain(readFileSync(report.files[0]?.path ?? '', 'utf8'));
  const scenes = new Set<number>();
  let scene = 0;
  for (const block of screenplay.children) {
    if (block.type === 'sceneHeading') scene += 1;
    if (block.type === 'dialogue' && block.name === name.toUpperCase()) scenes.add(scene);
  }
  return [...scenes];
}

test('a logline becomes a Fountain file and a PDF without a key', () => {
  expect(report.status).toBe('done');
  expect(report.files.map(({ path }) => path.replace(/.*\./, ''))).toEqual(['fountain', 'pdf']);
  expect(
    readFileSync(report.files[1]?.path ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(report.pages).toBeGreaterThanOrEqual(8);
});

test('it never passes for a language model: not in the report, not on the title page', () => {
  expect(report).toMatchObject({ model: 'offline-writer@1', isLanguageModel: false });
  expect(readFileSync(report.files[0]?.path ?? '', 'utf8').slice(0, 300)).toMatch(/no language model/i);
});

test('the same logline gives the same bytes in another folder', async () => {
  const other = scratch();
  const again = await openProject({ dir: other.dir, env: {} });
  const { files } = await again.write({ logline: LOGLINE, scenes: 12 });
  await again.close();
  for (const [index, file] of files.entries()) {
    expect(readFileSync(file.path).equals(readFileSync(report.files[index]?.path ?? ''))).toBe(true);
  }
  other.remove();
});

test('for every character, a new voice makes stale just the scenes in which the page has its cue', async () => {
  const people = (await (await project.bible()).list()).filter((entry) => entry.kind === 'character');
  expect(people.length).toBeGreaterThanOrEqual(2);
  for (const { id, name, version } of people) {
    await (await project.bible()).setField(id, 'voice.sentences', 'Never finishes a');
    expect(
      (await project.plan()).scenes.map(({ number }) => number),
      name,
    ).toEqual(scenesWithCue(name));
    await (await project.bible()).restore(id, version);
  }
  expect((await project.plan()).scenes).toEqual([]);
});

test('a build puts its files where the last one went', async () => {
  expect((await project.build()).files).toEqual(report.files.map(({ path }) => ({ path, state: 'unchanged' })));
});

test('a title cannot be changed by asking again, since it is in every prompt', async () => {
  await expect(project.write({ logline: LOGLINE, scenes: 12, title: 'Another' })).rejects.toMatchObject({
    code: 'input/invalid',
  });
});
