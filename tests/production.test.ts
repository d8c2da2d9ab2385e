import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProject, type Project } from '../src/project.ts';
import { layoutScreenplay, lineText, parseFdx, scenesOf } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';

let folder: ReturnType<typeof scratch>;
let project: Project;
beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  await project.write({ logline: LOGLINE, scenes: 8 });
});
afterEach(async () => {
  await project.close();
  folder.remove();
});

const numbersOf = async (): Promise<readonly string[]> =>
  scenesOf(await project.getScreenplay()).flatMap(({ heading }) =>
    heading === undefined ? [] : [`${heading.number}${heading.omitted ? ' OMITTED' : ''}`],
  );

/** Change what one character wants, and build. */
async function changeWant(want: string): Promise<void> {
  const bible = await project.bible();
  const someone = (await bible.list()).find(({ kind }) => kind === 'character');
  await bible.setField(someone?.name ?? '', 'want', want);
  await project.build();
}

test('a locked draft keeps its numbers and its pages; what is built later is a blue revision with marks', async () => {
  const production = await project.production();
  expect((await production.lock({ date: '1 December' })).issues).toMatchObject([{ name: 'White', date: '1 December' }]);
  expect(await numbersOf()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  const before = await production.pages();
  expect(before.changed).toEqual([]);

  await changeWant('To be believed before the river takes the house.');
  const { open } = await production.state();
  expect(open?.name).toBe('Blue');
  expect(open?.pages.length).toBeGreaterThan(0);
  const { pages, changed } = await production.pages();
  const label = (page: { readonly label: string | null }): string | null => page.label;
  const first = (list: typeof pages): ReadonlyMap<string | null, string> =>
    new Map(
      list.map((page) => [page.label, page.lines.find(({ element }) => element === 'sceneHeading')?.element ?? '']),
    );
  expect(pages.map(label).filter((one) => before.pages.some((page) => page.label === one))).toEqual(
    before.pages.map(label).filter((one) => pages.some((page) => page.label === one)),
  );
  expect(first(pages).size).toBeGreaterThan(0);
  for (const page of changed.filter(({ number }) => number !== null)) {
    expect(page.color).toBe('#C6EDFE');
    // What a page that grew hands on to an A-page need not be new itself.
    const isMarked = page.lines.some(({ element }) => element === 'revisionMark');
    expect(isMarked || /[A-Z]$/.test(page.label ?? '')).toBe(true);
    expect(page.lines.some((line) => line.element === 'header' && lineText(line).includes('Blue'))).toBe(true);
  }
  const unchanged = pages.filter((page) => !changed.includes(page));
  expect(unchanged.every((page) => page.lines.every(({ element }) => element !== 'revisionMark'))).toBe(true);
});

test('a change that is taken back leaves no mark', async () => {
  const production = await project.production();
  await production.lock();
  const bible = await project.bible();
  const someone = (await bible.list()).find(({ kind }) => kind === 'character');
  await changeWant('To be believed before the river takes the house.');
  expect((await production.state()).open?.name).toBe('Blue');
  await bible.undo();
  expect(someone?.name).toBeDefined();
  await project.build();
  expect((await production.state()).open).toBeUndefined();
});

test('a round that is handed out locks its pages, and the next change is pink', async () => {
  const production = await project.production();
  await production.lock();
  await expect(production.issue()).rejects.toMatchObject({ code: 'markup/invalid' });
  await changeWant('To be believed before the river takes the house.');
  const blue = await production.pages();
  expect((await production.issue({ date: '3 December' })).issues.map(({ name }) => name)).toEqual(['White', 'Blue']);
  expect((await production.state()).open).toBeUndefined();
  await changeWant('To hear the bell once more.');
  expect((await production.state()).open?.name).toBe('Pink');
  const pink = await production.pages();
  const labels = (pages: typeof pink.pages): readonly (string | null)[] => pages.map((page) => page.label);
  expect(labels(pink.pages)).toEqual(
    expect.arrayContaining([...labels(blue.pages)].filter((one) => one !== null).slice(0, 1)),
  );
  await expect(production.lock()).rejects.toMatchObject({ code: 'markup/conflict' });
});

test('the build writes what is handed out: changed pages alone, and a file for Final Draft that carries the revision', async () => {
  const production = await project.production();
  await production.lock();
  await changeWant('To be believed before the river takes the house.');
  const { slug } = await project.getScript();
  const files = readdirSync(folder.dir);
  expect(files).toEqual(expect.arrayContaining([`${slug}.fdx`, `${slug}.blue-pages.pdf`]));
  const { screenplay } = parseFdx(readFileSync(join(folder.dir, `${slug}.fdx`), 'utf8'));
  const own = await project.getScreenplay();
  expect(screenplay.production?.revisions).toEqual(own.production?.revisions);
  expect(screenplay.production?.revisions?.map(({ id, name }) => [id, name])).toEqual([[1, 'Blue']]);
  expect(layoutScreenplay(screenplay).map(({ label, revision }) => [label, revision])).toEqual(
    layoutScreenplay(own).map(({ label, revision }) => [label, revision]),
  );
});

test('a scene that is put in is 5A, one that is taken out is OMITTED, and what grows goes to an A-page', async () => {
  const production = await project.production();
  await production.lock();
  const outline = await project.outline();
  await outline.remove('3');
  const beats = 'The boat will not go.; He rows anyway.; The bank is not there.';
  await outline.add({ texts: [['beats', beats]] }, { after: '5' });
  await project.build();
  expect(await numbersOf()).toEqual(['1', '2', '3 OMITTED', '4', '5', '5A', '6', '7', '8']);
  expect((await production.state()).open).toMatchObject({ name: 'Blue', added: ['5A'], omitted: ['3'] });
  expect((await project.status()).scenes.map(({ label }) => label)).toEqual(['1', '2', '4', '5', '5A', '6', '7', '8']);
  expect((await project.why('5A')).number).toBe(5);
  await expect(project.why('3')).rejects.toMatchObject({ code: 'scene/not-found' });
  expect((await project.plan(undefined, { scenes: ['4-6'] })).left).toBe(4);
  const { pages } = await production.pages();
  expect(pages.map(({ label }) => label).some((label) => /^\d+A$/.test(label ?? ''))).toBe(true);
  const back = (await outline.history()).find(({ did }) => did === 'removed');
  await outline.restore(back?.scene ?? '');
  expect(await numbersOf()).toEqual(['1', '2', '3', '4', '5', '5A', '6', '7', '8']);
});

test('taken out of production it has no numbers, and can be locked again', async () => {
  const production = await project.production();
  await production.lock();
  expect((await production.unlock()).issues).toEqual([]);
  expect(await numbersOf()).toEqual(Array.from({ length: 8 }, () => 'undefined'));
  expect((await production.lock({ color: 'blue' })).issues).toMatchObject([{ name: 'Blue' }]);
  await changeWant('To be believed before the river takes the house.');
  expect((await production.state()).open?.name).toBe('Pink');
  await expect(production.lock({ color: 'mauve' })).rejects.toMatchObject({ code: 'markup/conflict' });
});
