import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSource, type Source } from '../src/adapt/index.ts';
import { canonicalJson } from '../src/core/index.ts';
import { openProject, type Project } from '../src/project.ts';
import { parseFountain, printFdx, printFountain } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';
import { offlineAsModel } from './support/offline-as-model.ts';

const SCRIPT = `Title: The Lamp
Author: Ann Human

FADE IN:

INT. LIGHTHOUSE - LAMP ROOM - NIGHT

Brass, salt   and a cold lamp. MARA VANCE, 34, counts matches.

MARA
Eleven. I'd keep them dry, sir.

DR. BENNET
They   are dry.\x20\x20

EXT. HARBOUR - DAWN #2#

/* cut this? */

Boats. Mara mends a net.

BENNET (O.S.)
The boat never came in, Mara.

INT. CHAPEL - DAY

Empty pews.

MARA
(whispering)
I lit it. God forgive me, I lit it.
`;

let folder: ReturnType<typeof scratch>;
let project: Project;
let model: ReturnType<typeof offlineAsModel>;
beforeEach(async () => {
  folder = scratch();
  model = offlineAsModel();
  project = await openWith(model);
});
afterEach(async () => {
  await project.close();
  folder.remove();
});

const openWith = (asked: typeof model): Promise<Project> =>
  openProject({ dir: folder.dir, env: {}, model: 'counted/one', providers: [asked], detect: false });
const sourceOf = (text: string, name = 'lamp.fountain'): Promise<Source> =>
  parseSource(new TextEncoder().encode(text), name);
const written = (slug: string): string => readFileSync(join(folder.dir, `${slug}.fountain`), 'utf8');
const scenesIn = (text: string): number =>
  parseFountain(text).screenplay.children.filter(({ type }) => type === 'sceneHeading').length;

test('what stands stays byte for byte, what follows is written behind it, and both are one script', async () => {
  const { script, scenes, status } = await project.continue({ source: await sourceOf(SCRIPT), scenes: 2 });
  expect(status).toBe('done');
  expect(script).toMatchObject({ title: 'The Lamp', scenes: 5 });
  expect(scenes.map(({ state }) => state)).toEqual(['left', 'left', 'left', 'written', 'written']);
  const text = written(script.slug);
  expect(text.startsWith(SCRIPT)).toBe(true);
  expect(scenesIn(text)).toBe(5);
  expect(printFountain(await project.getScreenplay())).toBe(text);
});

test('from a scene on, everything before it stays byte for byte and nothing after it is there', async () => {
  const { script } = await project.continue({ source: await sourceOf(SCRIPT), fromScene: 3, scenes: 1 });
  const text = written(script.slug);
  expect(text.startsWith(SCRIPT.slice(0, SCRIPT.indexOf('INT. CHAPEL')))).toBe(true);
  expect(text).not.toContain('Empty pews');
  expect(scenesIn(text)).toBe(3);
});

test('the planner of what follows knows what has happened and how it ends; nobody else reads the old scenes', async () => {
  await project.continue({ source: await sourceOf(SCRIPT), scenes: 1 });
  const asked = (name: string) => model.requests.filter(({ task }) => task.name === name);
  expect(asked('adapt.synopsis')).toHaveLength(3);
  const [cards] = asked('adapt.cards');
  const shown = cards?.messages.map(({ content }) => content).join('\n') ?? '';
  expect(shown).toContain('INT. LIGHTHOUSE - LAMP ROOM - NIGHT: Brass, salt and a cold lamp.');
  expect(shown).toContain('God forgive me, I lit it.');
  for (const { task, messages } of model.requests.filter(({ task: { name } }) => name.startsWith('scene.')))
    expect([
      task.name,
      messages
        .map(({ content }) => content)
        .join()
        .includes('God forgive me, I lit'),
    ]).toEqual([task.name, false]);
});

test('who learns what in an old scene counts as far as its words are there', async () => {
  const learns = [
    { character: 'Dr. Bennet', fact: 'The boat sank.', quote: 'I lit it. God forgive me' },
    { character: 'Mara', fact: 'The boat is lost.', quote: 'The boat never came in' },
    { character: 'Mara', fact: 'She is rich.', quote: 'You are rich, Mara' },
  ];
  const empty = { goal: '', opposition: '', turn: { from: '', to: '' }, tension: 3, beats: [], pattern: '' };
  await project.close();
  model = offlineAsModel(({ task }) =>
    task.name === 'adapt.synopsis' ? canonicalJson({ synopsis: 'They talk.', lead: '', ...empty, learns }) : undefined,
  );
  project = await openWith(model);
  await project.continue({ source: await sourceOf(SCRIPT), scenes: 1 });
  const { cards } = await project.getOutline();
  expect(cards.slice(0, 3).map((card) => card.learns.map(({ fact }) => fact))).toEqual([[], ['The boat is lost.'], []]);
});

test('going on again, and building, asks nothing and writes no old scene anew', async () => {
  const source = await sourceOf(SCRIPT);
  await project.continue({ source, scenes: 1 });
  const asked = model.requests.length;
  const again = await project.continue({ source, scenes: 1 });
  expect(again.scenes.map(({ state }) => state)).toEqual(['left', 'left', 'left', 'fresh']);
  await (await project.bible()).setField('Mara', 'voice.sentences', 'Clipped.');
  const plan = await project.plan();
  expect(plan.scenes.map(({ number }) => number).filter((number) => number < 4)).toEqual([]);
  expect(plan.left).toBe(3);
  expect(await project.why('2')).toMatchObject({ state: 'pinned', reads: [], changes: [] });
  const built = await project.build();
  expect(built.scenes.map(({ state }) => state).slice(0, 3)).toEqual(['left', 'left', 'left']);
  expect(model.requests.slice(asked).every(({ task }) => task.name.startsWith('scene.'))).toBe(true);
});

test('stopped while it reads the old scenes and started again, nothing is asked twice', async () => {
  const source = await sourceOf(SCRIPT);
  const stop = new AbortController();
  await project.close();
  const first = offlineAsModel(({ task }) => {
    if (task.name === 'adapt.premise') stop.abort();
    return undefined;
  });
  project = await openWith(first);
  await expect(project.continue({ source, scenes: 1, stop: stop.signal })).rejects.toMatchObject({
    code: 'run/aborted',
  });
  await project.close();
  project = await openWith(model);
  expect((await project.continue({ source, scenes: 1 })).status).toBe('done');
  const before = new Set(first.requests.map(({ task }) => JSON.stringify(task)));
  expect(before.size).toBeGreaterThan(3);
  expect(model.requests.filter(({ task }) => before.has(JSON.stringify(task)))).toEqual([]);
});

test('a screenplay is taken over as it is; a scene of it is written anew only when it is named and that is asked for', async () => {
  const { script, scenes } = await project.write({ source: await sourceOf(SCRIPT) });
  expect(scenes.map(({ state }) => state)).toEqual(['left', 'left', 'left']);
  expect(written(script.slug)).toBe(SCRIPT);
  expect((await (await project.bible()).list()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Mara', 'HARBOUR']),
  );
  expect((await project.build({ scenes: ['2'] })).scenes.map(({ state }) => state)).toEqual(['left', 'left', 'left']);
  await expect(project.build({ rewrite: true })).rejects.toMatchObject({ code: 'input/invalid' });
  const built = await project.build({ scenes: ['2'], rewrite: true });
  expect(built.scenes.map(({ state }) => state)).toEqual(['left', 'written', 'left']);
  const text = written(script.slug);
  expect(text).not.toContain('Boats. Mara mends a net.');
  expect(text.slice(0, text.indexOf('EXT. HARBOUR'))).toBe(SCRIPT.slice(0, SCRIPT.indexOf('EXT. HARBOUR')));
  expect(text).toContain(SCRIPT.slice(SCRIPT.indexOf('INT. CHAPEL')));
});

test('a script of the project goes on in a new one, with a bible of its own, and stays as it was', async () => {
  const first = await project.write({ logline: 'A keeper lets the lamp go out.', scenes: 3 });
  const before = written(first.script.slug);
  const next = await project.continue({ script: first.script.slug, fromScene: 3, scenes: 2 });
  expect(next.script).toMatchObject({ title: first.script.title, scenes: 4 });
  expect(next.script.slug).not.toBe(first.script.slug);
  const text = written(next.script.slug);
  const headings = [...before.matchAll(/^(?:INT|EXT)\..*$/gm)];
  expect(text.startsWith(before.slice(0, headings[2]?.index))).toBe(true);
  expect(scenesIn(text)).toBe(4);
  const [{ name } = { name: '' }] = (await (await project.bible(next.script.slug)).list()).filter(
    ({ kind }) => kind === 'character',
  );
  await (await project.bible(next.script.slug)).setField(name, 'want', 'to leave');
  expect((await project.plan(first.script.slug)).scenes).toEqual([]);
  expect(written(first.script.slug)).toBe(before);
});

test('what was gone on with goes on again: both parts before stay byte for byte', async () => {
  const first = await project.continue({ source: await sourceOf(SCRIPT), scenes: 1 });
  const before = written(first.script.slug);
  const { script } = await project.continue({ script: first.script.slug, scenes: 1 });
  expect(written(script.slug).startsWith(before)).toBe(true);
  expect(scenesIn(written(script.slug))).toBe(5);
});

test('a Final Draft script goes on as well', async () => {
  const fdx = printFdx(parseFountain(SCRIPT).screenplay).text;
  const { script, status } = await project.continue({ source: await sourceOf(fdx, 'lamp.fdx'), scenes: 1 });
  expect(status).toBe('done');
  expect(scenesIn(written(script.slug))).toBe(4);
  expect(printFdx(await project.getScreenplay()).text.replace(/<\/Content>[\s\S]*/, '')).toContain(
    fdx.slice(0, fdx.indexOf('</Content>')).trimEnd(),
  );
});

test.each([
  ['from a scene that is not there', { fromScene: 5 }, 'scene/not-found'],
  ['from the first scene', { fromScene: 1 }, 'scene/not-found'],
  ['with more scenes than a script can have', { scenes: 198 }, 'input/invalid'],
  ['with half a scene', { scenes: 0.5 }, 'input/invalid'],
])('going on %s is a clear error, before anything is asked', async (_, how, code) => {
  await expect(project.continue({ source: await sourceOf(SCRIPT), ...how })).rejects.toMatchObject({ code });
  expect(model.requests).toEqual([]);
});

test('prose and an unwritten script cannot be gone on with', async () => {
  const prose = project.continue({ source: await sourceOf('Mara waits for the boat.', 'story.md') });
  await expect(prose).rejects.toMatchObject({
    code: 'input/invalid',
    message: expect.stringContaining('story.md is prose'),
  });
  await project.createScript({ title: 'Empty' });
  await expect(project.continue({ script: 'empty' })).rejects.toMatchObject({ code: 'input/invalid' });
});

test('a screenplay in which nobody speaks or is named goes on too, and so does one without a bible to speak of', async () => {
  const silent = await sourceOf('INT. EMPTY HOUSE - DAY\n\nDust.\n\n.THE SAME\n\nRain.\n', 'dust.fountain');
  const { status, script } = await project.continue({ source: silent, scenes: 1 });
  expect(status).toBe('done');
  expect(written(script.slug).startsWith('INT. EMPTY HOUSE - DAY\n\nDust.\n\n.THE SAME\n\nRain.\n')).toBe(true);
});
