import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject, type Plan, type Project, type Proposed } from '../src/project.ts';
import { scratch, scriptgen } from './support/cli.ts';
import { offlineAsModel } from './support/offline-as-model.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const SCENES = 8;
const folder = scratch();
const model = offlineAsModel();
let project: Project;
beforeAll(async () => {
  project = await openProject({ dir: folder.dir, env: {}, model: 'counted/m', providers: [model], surface: false });
  await project.write({ logline: LOGLINE, scenes: SCENES });
});
afterAll(async () => {
  await project.close();
  folder.remove();
});

/** What a plan says of each scene, without what stands for a version that nobody wrote. */
const saidOf = ({ scenes }: Plan) =>
  scenes.map(({ number, reason, calls, tokens }) => ({
    ...{ number, calls, tokens },
    labels: reason === 'new' ? reason : reason.map(({ label }) => label),
  }));

async function speaker(): Promise<{ readonly id: string; readonly name: string }> {
  const { cards } = await project.getOutline();
  for (const entry of await (await project.bible()).list()) {
    const scenes = cards.filter(({ speakers }) => speakers.includes(entry.id)).length;
    if (scenes > 0 && scenes < SCENES) return entry;
  }
  throw new Error('everyone speaks everywhere');
}

test('what an impact says is what a plan says when the change is made, and it makes none', async () => {
  const { id, name } = await speaker();
  const outline = await project.outline();
  const changes: readonly (readonly [Proposed, () => Promise<unknown>])[] = [
    [
      { type: 'entry', entry: name, field: 'voice.sentences', value: 'Answers with questions.' },
      async () => (await project.bible()).setField(id, 'voice.sentences', 'Answers with questions.'),
    ],
    [
      { type: 'set', scene: '3', texts: [['goal', 'to be paid']] },
      () => outline.set('3', { texts: [['goal', 'to be paid']] }),
    ],
    [{ type: 'move', scene: '6', after: '1' }, () => outline.move('6', '1')],
    [{ type: 'remove', scene: '2' }, () => outline.remove('2')],
    [{ type: 'merge', first: '4', second: '5' }, () => outline.merge('4', '5')],
  ];
  for (const [change, make] of changes) {
    const [asked, sets] = [model.requests.length, (await project.listChanges()).length];
    const impact = await project.impact([change]);
    expect([model.requests.length, (await project.listChanges()).length]).toEqual([asked, sets]);
    expect((await project.plan()).scenes).toEqual([]);
    await make();
    expect({ change, said: saidOf(impact) }).toEqual({ change, said: saidOf(await project.plan()) });
    await project.undo();
    expect((await project.plan()).scenes).toEqual([]);
  }
});

test('what nobody wrote yet is proposed, and says from which version it goes on', async () => {
  const { name } = await speaker();
  const { scenes } = await project.impact([
    { type: 'entry', entry: name, field: 'voice.sentences', value: 'Never ends a sentence.' },
  ]);
  const label = `${name.toUpperCase()}.voice`;
  for (const { reason } of scenes)
    expect(reason).toEqual([{ label, from: expect.stringMatching(/^v\d+$/), to: '(proposed)' }]);
});

test('several changes are one: what is stale already says so', async () => {
  const outline = await project.outline();
  await outline.set('2', { texts: [['goal', 'to be seen']] });
  const { scenes } = await project.impact([
    { type: 'set', scene: '4', texts: [['goal', 'to be heard']] },
    { type: 'instruction', scene: '5', text: 'Let nobody sit.' },
  ]);
  expect(scenes.map(({ number, already }) => [number, already])).toEqual([
    [2, true],
    [4, undefined],
    [5, undefined],
  ]);
  expect(scenes[2]?.reason).toEqual([{ label: 'instruction', to: '(proposed)' }]);
  await project.undo();
});

test('another model or prompt reaches the scenes that ask it', async () => {
  const judged = await project.impact([{ type: 'model', role: 'dramaturge', model: 'counted/other' }]);
  expect(judged.scenes).toHaveLength(SCENES);
  for (const { reason, steps } of judged.scenes) {
    expect(reason).toEqual([{ label: 'model of the dramaturge', from: 'counted/m', to: 'counted/other (proposed)' }]);
    expect(steps[0]?.task).toBe('scene.critique');
  }
  const [prompt] = (await project.render('1')).filter(({ task }) => task === 'scene.direct');
  expect(prompt).toBeDefined();
  await expect(
    project.impact([{ type: 'prompt', prompt: 'scene.direct', text: '# System\nDirect.\n# User\n{{scene}}' }]),
  ).rejects.toMatchObject({ code: 'config/invalid' });
  await expect(project.impact([{ type: 'prompt', prompt: 'scene.dierct', text: '' }])).rejects.toMatchObject({
    hint: 'Did you mean scene.direct?',
  });
});

test('scenes that are written in order tell what comes through which', async () => {
  const dir = join(folder.dir, 'story');
  const own = await openProject({ dir, env: {}, order: 'story' });
  await own.write({ logline: LOGLINE, scenes: 5 });
  const { scenes } = await own.impact([{ type: 'set', scene: '2', texts: [['goal', 'to be paid']] }]);
  expect(scenes.map(({ number, chain }) => [number, chain?.scenes])).toEqual([
    [2, undefined],
    [3, [2]],
    [4, [2, 3]],
    [5, [2, 3, 4]],
  ]);
  expect(scenes[2]?.chain?.changes).toContainEqual(expect.objectContaining({ label: 'card.goal', to: '(proposed)' }));
  await own.close();
});

test('a scene that is written anew is another take, the one before is kept, and choosing it again is free', async () => {
  const plan = await project.plan(undefined, { scenes: ['3'], anew: true });
  expect(plan.scenes.map(({ number, reason }) => [number, reason])).toEqual([[3, [{ label: 'take', to: '1' }]]]);
  expect((await project.plan()).scenes).toEqual([]);
  const before = model.requests.length;
  const report = await project.build({ scenes: ['3'], anew: true });
  expect(report.scenes.filter(({ state }) => state === 'written').map(({ number }) => number)).toEqual([3]);
  expect(model.requests.length).toBeGreaterThan(before);
  expect((await project.plan()).scenes).toEqual([]);
  const third = await project.plan(undefined, { scenes: ['3'], anew: true });
  expect(third.scenes[0]?.reason).toEqual([{ label: 'take', from: '1', to: '2' }]);
  const paid = model.requests.length;
  await project.undo();
  await project.build();
  expect(model.requests.length).toBe(paid);
  await expect(project.build({ anew: true })).rejects.toMatchObject({ code: 'input/invalid' });
});

test('only stale scenes are built where that is asked, and none for the first time', async () => {
  const outline = await project.outline();
  const { cards } = await outline.add({ texts: [['synopsis', 'Somebody knocks.']] }, { after: '4' });
  await outline.set('2', { texts: [['goal', 'to be left alone']] });
  const plan = await project.plan(undefined, { onlyStale: true });
  expect(plan.scenes.map(({ number }) => number)).toContain(2);
  expect(plan.scenes.map(({ id }) => id)).not.toContain(cards[0]?.id);
  const report = await project.build({ onlyStale: true });
  expect(report.scenes.find(({ id }) => id === cards[0]?.id)?.state).toBe('left');
  expect((await project.plan()).scenes.map(({ id }) => id)).toContain(cards[0]?.id);
});

test('the command reads its flags in order, and says what is missing', async () => {
  const dir = join(folder.dir, 'story');
  const { name = '' } = (await (await openedBible(dir)).list()).find(({ kind }) => kind === 'setting') ?? {};
  await writeFile(join(dir, 'new.md'), '# System\nDirect.\n# User\n{{scene}}');
  const run = (args: readonly string[]) => scriptgen(['impact', ...args], { cwd: dir });
  const asked = await run(['--bible', name, '--set', 'sound=Rain.', '--move', '4', '--after', '1', '--json']);
  expect(JSON.parse(asked.stdout)).toMatchObject({ type: 'plan' });
  const faults = await Promise.all([
    run([]),
    run(['--set', 'look=Red.']),
    run(['--prompt', 'scene.direct']),
    run(['--prompt', 'scene.direct', '--file', 'new.md']),
  ]);
  expect(faults.map(({ code, stderr }) => [code, stderr.split('\n')[0]])).toEqual([
    [2, 'error: no change is named'],
    [2, 'error: --set says nothing of what'],
    [2, 'error: --prompt scene.direct has no text'],
    [3, expect.stringContaining('it does not use {{')],
  ]);
});

async function openedBible(dir: string) {
  const own = await openProject({ dir, env: {} });
  const bible = await own.bible();
  const entries = await bible.list();
  await own.close();
  return { list: async () => entries };
}
