import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject, type Project } from '../src/index.ts';
import type { Provider } from '../src/llm/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';
import { offlineAsModel } from './support/offline-as-model.ts';

/*
 * The bible and the outline change while a run goes over them: the run ends with what it began with, and afterwards it is
 * told what is stale by that, and nothing else.
 */

const STORY = { logline: 'A ferryman learns that the far bank has moved overnight.', scenes: 5 };
const folder = scratch();
afterAll(() => folder.remove());

/** A project whose model, when it is first asked for a scene, waits for what somebody else does in the meantime. */
async function world(name: string) {
  const dir = join(folder.dir, name);
  const model = offlineAsModel();
  let meanwhile: ((other: Project) => Promise<void>) | undefined;
  const provider: Provider = {
    ...model,
    answer: async (request, call) => {
      if (request.task.name.startsWith('scene.') && meanwhile !== undefined) {
        const change = meanwhile;
        meanwhile = undefined;
        const other = await openProject({ dir, env: {}, providers: [model], model: 'counted/one' });
        await change(other);
        await other.close();
      }
      return model.answer(request, call);
    },
  };
  const project = await openProject({ dir, env: {}, providers: [provider], model: 'counted/one' });
  /** Write the story; `change` happens while its scenes are written. */
  const write = (change?: (other: Project) => Promise<void>) => {
    meanwhile = change;
    return project.write(STORY);
  };
  const states = async () => (await project.status()).scenes.map(({ state }) => state);
  return { dir, project, model, write, states };
}

/** Somebody who speaks in some of the scenes and not in all, and in which. */
async function aSpeaker(project: Project): Promise<{ readonly id: string; readonly scenes: readonly number[] }> {
  const { cards } = await project.getOutline();
  for (const { id } of await (await project.bible()).list()) {
    const scenes = cards.flatMap(({ speakers }, place) => (speakers.includes(id) ? [place + 1] : []));
    if (scenes.length > 0 && scenes.length < cards.length) return { id, scenes };
  }
  throw new Error('everyone speaks everywhere');
}

test('an entry that is changed and changed back during a run leaves its scenes fresh', async () => {
  const [calm, { project, model, write, states }] = [await world('calm'), await world('reverted')];
  await calm.write();
  const report = await write(async (other) => {
    const { id } = await aSpeaker(other);
    const bible = await other.bible();
    await bible.setField(id, 'voice.sentences', 'Answers with questions.');
    await other.undo();
  });
  expect(report.status).toBe('done');
  expect(new Set(await states())).toEqual(new Set(['fresh']));
  const asked = model.requests.length;
  await project.build();
  expect(model.requests).toHaveLength(asked);
  expect(await project.getScreenplay()).toEqual(await calm.project.getScreenplay());
  const { id } = await aSpeaker(project);
  expect((await (await project.bible()).listVersions(id)).map(({ version }) => version)).toEqual([3, 2, 1]);
  await calm.project.close();
  await project.close();
});

test('an entry that is changed during a run makes its scenes stale afterwards, and none of the others', async () => {
  const [calm, { project, write, states }] = [await world('calm-too'), await world('changed')];
  await calm.write();
  const report = await write(async (other) => {
    const { id } = await aSpeaker(other);
    await (await other.bible()).setField(id, 'voice.sentences', 'Answers with questions.');
  });
  expect(report.status).toBe('done');
  // Paid for with what was true when the run began, and kept.
  expect(await project.getScreenplay()).toEqual(await calm.project.getScreenplay());
  const { scenes } = await aSpeaker(project);
  const stale = (await states()).flatMap((state, place) => (state === 'stale' ? [place + 1] : []));
  expect(stale).toEqual(scenes);
  expect((await project.why(String(scenes[0]))).changes).toEqual([
    { label: expect.stringMatching(/\.voice$/), from: 'v1', to: 'v2' },
  ]);
  const built = await project.build();
  expect(built.scenes.flatMap(({ number, state }) => (state === 'written' ? [number] : []))).toEqual(scenes);
  expect(new Set(await states())).toEqual(new Set(['fresh']));
  await calm.project.close();
  await project.close();
});

test('a scene card that is changed during a run makes its scene stale afterwards; taken back, it is fresh again', async () => {
  const { dir, project, write, states } = await world('card');
  await write(async () => {
    const storage = await openSqlite(join(dir, '.scriptgen', 'scriptgen.db'));
    const [script] = await storage.bibles.listScripts();
    const id = script?.id ?? '';
    const card = (await storage.bibles.loadOutline(id)).cards[1];
    if (card === undefined) throw new Error('no second scene');
    await storage.bibles.write({
      ...{ script: id, author: { type: 'person', name: 'Ann' }, reason: 'a slower scene' },
      writes: [{ type: 'card', id: card.id, expected: 1, card: { ...card, goal: 'to wait for the ferry' } }],
    });
    await storage.close();
  });
  expect((await states()).map((state) => state === 'stale')).toEqual([false, true, false, false, false]);
  await project.undo();
  expect(new Set(await states())).toEqual(new Set(['fresh']));
  await project.close();
});
