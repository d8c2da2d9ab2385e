import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject, type Project } from '../src/index.ts';
import { type FakeOpenAi, startFakeOpenAI } from '../src/testing/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const SCENES = 10;
const folder = scratch();
let fake: FakeOpenAi;
let project: Project;

beforeAll(async () => {
  fake = await startFakeOpenAI();
  project = await openProject({
    dir: folder.dir,
    env: { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: 'k' },
    model: 'openai/fake',
  });
  await project.write({ logline: LOGLINE, scenes: SCENES });
});
afterAll(async () => {
  await project.close();
  await fake.close();
  folder.remove();
});

/** The numbers of the scenes in which a character speaks, by the outline. */
async function scenesOf(character: string): Promise<readonly number[]> {
  const { cards } = await project.getOutline();
  return cards.flatMap((card, place) => (card.speakers.includes(character) ? [place + 1] : []));
}

/** A character who speaks in some scenes and not in all. */
async function aSpeaker(): Promise<{ id: string; name: string; scenes: readonly number[] }> {
  for (const entry of await (await project.bible()).list()) {
    const scenes = await scenesOf(entry.id);
    if (scenes.length > 0 && scenes.length < SCENES) return { id: entry.id, name: entry.name, scenes };
  }
  throw new Error('everyone speaks everywhere');
}

async function requestsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = fake.requestCount;
  await work();
  return fake.requestCount - before;
}

test('nothing changed: nothing is stale, and a build asks nothing', async () => {
  expect((await project.plan()).scenes).toEqual([]);
  expect(await requestsDuring(() => project.build())).toBe(0);
  expect(await requestsDuring(() => project.write({ logline: LOGLINE, scenes: SCENES }))).toBe(0);
});

test('a changed voice makes stale just the scenes where that character speaks, and says why', async () => {
  const { id, name, scenes } = await aSpeaker();
  const before = await (await project.bible()).get(id);
  await (await project.bible()).setField(id, 'voice.sentences', 'Answers with questions.');
  const plan = await project.plan();
  expect(plan.scenes.map((scene) => scene.number)).toEqual(scenes);
  for (const scene of plan.scenes) {
    expect(scene.reason).toEqual([{ label: `${name.toUpperCase()}.voice`, from: 'v1', to: 'v2' }]);
  }
  expect(plan.fresh).toBe(SCENES - scenes.length);

  const why = await project.why(String(scenes[0]));
  expect(why.state).toBe('stale');
  expect(why.changes).toEqual([{ label: `${name.toUpperCase()}.voice`, from: 'v1', to: 'v2' }]);

  const report = await project.build();
  const written = report.scenes.filter((scene) => scene.state === 'written').map((scene) => scene.number);
  expect(written).toEqual(scenes);
  expect(report.tally.asked).toBeLessThanOrEqual(plan.calls.most);
  expect(report.tally.asked).toBeGreaterThanOrEqual(plan.calls.least);

  // Going back makes the old scenes fresh again, at no cost.
  const requests = await requestsDuring(async () => {
    await (await project.bible()).restore(id, before.version);
    expect((await project.plan()).scenes).toEqual([]);
    await project.build();
  });
  expect(requests).toBe(0);
  expect((await (await project.bible()).listVersions(id)).map((version) => version.version)).toEqual([3, 2, 1]);
});

test('a field that no scene reads makes nothing stale', async () => {
  const { id } = await aSpeaker();
  await (await project.bible()).setField(id, 'notes', 'Cast someone older.');
  expect((await project.plan()).scenes).toEqual([]);
  expect(await requestsDuring(() => project.build())).toBe(0);
});

test('a changed setting makes stale just the scenes that play there', async () => {
  const { cards } = await project.getOutline();
  const setting = cards[0]?.setting ?? '';
  const there = cards.flatMap((card, place) => (card.setting === setting ? [place + 1] : []));
  await (await project.bible()).setField(setting, 'sound', 'A generator that coughs.');
  expect((await project.plan()).scenes.map((scene) => scene.number)).toEqual(there);
  await (await project.bible()).restore(setting, 1);
  expect((await project.plan()).scenes).toEqual([]);
});

test('planning asks nothing and changes nothing', async () => {
  const { id } = await aSpeaker();
  await (await project.bible()).setField(id, 'want', 'To be believed, once.');
  const first = await project.plan();
  expect(await requestsDuring(() => project.plan())).toBe(0);
  expect(await project.plan()).toEqual(first);
  expect(first.scenes.length).toBeGreaterThan(0);
});
