import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject, type Project } from '../src/index.ts';
import { Provenance } from '../src/project/provenance/provenance.ts';
import { printDisclosure } from '../src/project.ts';
import { countWords, plainText } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A lamplighter finds a street that is not on the map.';
const folder = scratch();
let project: Project;
let slug: string;

beforeAll(async () => {
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  slug = (await project.write({ logline: LOGLINE, scenes: 4 })).script.slug;
});
afterAll(async () => {
  await project.close();
  folder.remove();
});

/** The words of the script, counted from the screenplay itself: action, speeches, parentheticals, transitions of its scenes. */
async function wordsInScript(): Promise<number> {
  const { children } = await project.getScreenplay();
  const scenes = children.slice(
    children.findIndex(({ type }) => type === 'sceneHeading'),
    -1,
  );
  const texts = scenes.flatMap((block) => {
    if (block.type === 'dialogue') return block.parts.map(({ text }) => text);
    return block.type === 'sceneHeading' || !('text' in block) ? [] : [block.text];
  });
  return texts.reduce((sum, text) => sum + countWords(plainText(text)), 0);
}

test('of a script that nobody touched every word is the machine’s, and each has its steps', async () => {
  const { total, scenes, models, people } = await project.disclosure();
  expect(total.machine).toEqual(total.all);
  expect(total.all.words).toBe(await wordsInScript());
  expect(scenes.reduce((sum, { shares }) => sum + shares.all.words, 0)).toBe(total.all.words);
  expect(models).toEqual([{ model: 'offline-writer@1', isLanguageModel: false, elements: total.all.elements }]);
  expect(people).toEqual([]);
  for (const number of [1, 2, 3, 4])
    for (const { origin, text } of (await project.blame(String(number))).passages) {
      if (origin.type !== 'model') throw new Error(`${text} is ${origin.type}`);
      expect(origin.steps[0], text).toMatchObject({ part: expect.stringMatching(/wrote/), time: expect.any(String) });
      expect(origin.steps[0]?.prompt?.name, text).toMatch(/^scene\./);
    }
});

test('what a person makes of the exported file is theirs, and the rest stays as it was', async () => {
  const before = (await project.disclosure()).total;
  const file = join(folder.dir, `${slug}.fountain`);
  const text = readFileSync(file, 'utf8');
  const blamed = (await project.blame('3')).passages;
  const line = blamed.find(({ kind, words }) => kind === 'action' && words >= 6);
  if (line === undefined) throw new Error('no line to change');
  const first = line.text.split(' ')[0] ?? '';
  const changed = text
    .replace(line.text, line.text.replace(first, 'Slowly, she'))
    .replace(/^> FADE OUT/m, 'Nobody had lit that lamp for years.\n\n> FADE OUT');
  writeFileSync(file, changed);
  await project.sync({ author: 'Ada' });

  const edited = (await project.blame('3')).passages.find((one) => one.line === line.line);
  expect(edited?.origin).toMatchObject({
    type: 'edited',
    before: line.text,
    by: { type: 'person', name: 'Ada' },
    own: 2,
  });
  const typed = (await project.blame('4')).passages.at(-1);
  expect(typed).toMatchObject({
    text: 'Nobody had lit that lamp for years.',
    origin: { type: 'person', by: { name: 'Ada' } },
  });
  const { total, people } = await project.disclosure();
  expect(total.human).toEqual({ elements: 1, words: 7 });
  expect(total.edited.elements).toBe(1);
  expect(total.machine.elements).toBe(before.all.elements - 1);
  expect(total.human.words + total.machine.words + total.edited.words).toBe(await wordsInScript());
  expect(people).toEqual([{ name: 'Ada', elements: 2 }]);
});

test('a branch knows who wrote what before it was made', async () => {
  const { script } = await (await project.branches()).create('what-if', { author: 'Ben' });
  expect((await project.disclosure(script.slug)).total).toEqual((await project.disclosure()).total);
  expect((await project.blame('4', script.slug)).passages.at(-1)?.origin).toMatchObject({
    by: { name: 'Ada' },
    version: 1,
  });
});

test('what is exported holds to its schema: every element, the steps that it names, and the money', async () => {
  const told = await project.provenance();
  expect(Provenance.safeParse(JSON.parse(JSON.stringify(told))).error).toBeUndefined();
  for (const { steps, elements } of told.scenes) {
    const keys = new Set(steps.map(({ key }) => key));
    for (const { origin } of elements) for (const { key } of origin.steps ?? []) expect(keys).toContain(key);
    for (const step of steps) expect(step.reads.length, step.slot).toBeGreaterThan(0);
  }
  expect(told.money).toMatchObject({ cost: 0, unpriced: 0 });
});

test('the page to be filed names the offline writer as no language model, gives its method, and claims nothing in law', async () => {
  const page = printDisclosure(await project.disclosure());
  expect(page).toContain('offline-writer@1 (no language model');
  expect(page).toContain('## Method');
  expect(page).toMatch(/no statement about authorship, credit or copyright in law/);
  expect(page).toContain('Ada: 2 passages');
});

test('tracing asks nothing', async () => {
  const { calls } = (await project.status()).totals;
  await project.provenance();
  expect((await project.status()).totals.calls).toBe(calls);
  await expect(project.blame('99')).rejects.toMatchObject({ code: 'scene/not-found' });
});
