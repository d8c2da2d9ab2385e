import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, openProject, type Project } from '../src/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { type FakeOpenAi, startFakeOpenAI } from '../src/testing/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const SCENES = 60;
const folder = scratch();
let fake: FakeOpenAi;
let project: Project;
let trunk: string;

beforeAll(async () => {
  fake = await startFakeOpenAI();
  project = await openProject({
    dir: folder.dir,
    env: { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: 'k' },
    model: 'openai/fake',
  });
  trunk = (await project.write({ logline: LOGLINE, scenes: SCENES })).script.slug;
}, 120_000);
afterAll(async () => {
  await project.close();
  await fake.close();
  folder.remove();
});

/** Scenes that one change makes stale, told by a plan in the trunk, which is then as before. */
async function reachOf(entry: string, field: string, text: string): Promise<readonly number[]> {
  const bible = await project.bible(`${trunk}@main`);
  await bible.setField(entry, field, text);
  const plan = await project.plan(`${trunk}@main`);
  await bible.undo();
  return plan.scenes.map(({ number }) => number);
}

async function requestsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = fake.requestCount;
  await work();
  return fake.requestCount - before;
}

/** A character that some scenes read and not all. */
async function aCharacter(): Promise<string> {
  const { cards } = await project.getOutline(`${trunk}@main`);
  const often = (id: string): number => cards.filter(({ speakers }) => speakers.includes(id)).length;
  const people = (await (await project.bible(`${trunk}@main`)).list()).filter(({ kind }) => kind === 'character');
  const [found] = people.filter(({ id }) => often(id) > 0).sort((a, b) => often(a.id) - often(b.id));
  return found?.name ?? '';
}

/** What a person makes of a scene, written as every edit is. */
async function edit(script: string, number: number, last: string): Promise<void> {
  const { id } = await project.getScript(script);
  const card = (await project.getOutline(script)).cards[number - 1];
  const storage: Storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  try {
    const draft = (await storage.runs.loadArtifacts(id)).get(card?.id ?? '') as { blocks: never[] };
    const versions = await storage.bibles.listRecordVersions(id, { kind: 'edit', id: card?.id ?? '' });
    const document = { base: draft.blocks, text: [...draft.blocks, { type: 'action', text: last }] } as never;
    const write = {
      type: 'record',
      kind: 'edit',
      id: card?.id ?? '',
      expected: versions[0]?.version ?? 0,
      document,
    } as const;
    await storage.bibles.write({
      script: id,
      writes: [write],
      author: { type: 'person', name: 'Ada' },
      reason: 'mine',
    });
  } finally {
    await storage.close();
  }
}

test('an unchanged branch is fresh, and its build asks nothing', async () => {
  const branches = await project.branches(trunk);
  const { script } = await branches.create('same');
  expect(script.slug).toBe(`${trunk}@same`);
  expect((await project.plan(script.slug)).scenes).toEqual([]);
  expect((await project.status(script.slug)).scenes.every(({ state }) => state === 'fresh')).toBe(true);
  expect((await project.why('3', script.slug)).state).toBe('fresh');
  expect(await requestsDuring(() => project.build({ script: script.slug }))).toBe(0);
  expect(existsSync(join(folder.dir, `${trunk}--same.fountain`))).toBe(true);
  expect((await branches.diff('same')).scenes).toEqual([]);
  await branches.remove('same');
});

test('a branch with one want changed asks for just what depends on it, and merged into the trunk it costs nothing there', async () => {
  const name = await aCharacter();
  const branches = await project.branches(trunk);
  const { script } = await branches.create('wants-out', { author: 'Ada' });
  const reach = await reachOf(name, 'want', 'To leave before the ice does.');
  expect(reach.length).toBeGreaterThan(0);
  expect(reach.length).toBeLessThan(SCENES);
  expect((await project.plan(`${trunk}@main`)).scenes).toEqual([]);

  await (await project.bible(script.slug)).setField(name, 'want', 'To leave before the ice does.');
  const plan = await project.plan(script.slug);
  expect(plan.scenes.map(({ number }) => number)).toEqual(reach);
  const label = `${name.toUpperCase()}.want`;
  const [first] = plan.scenes;
  expect(first?.reason).toContainEqual(expect.objectContaining({ label }));
  const diff = await branches.diff('wants-out');
  expect(diff.entries.map(({ entry, changes }) => [entry.name, changes.map(({ field }) => field)])).toEqual([
    [name, ['want']],
  ]);
  expect(diff.scenes.map(({ number }) => number)).toEqual(reach);

  const report = await project.build({ script: script.slug });
  expect(report.scenes.flatMap(({ number, state }) => (state === 'written' ? [number] : []))).toEqual(reach);
  const asked = report.tally.asked;
  expect(asked).toBeGreaterThan(0);

  // Meanwhile a person works in the trunk, on a scene that the branch touches and on one that it does not.
  const elsewhere = [...Array(SCENES).keys()].map((at) => at + 1).find((number) => !reach.includes(number)) ?? 1;
  for (const number of [reach[0] ?? 1, elsewhere]) await edit(trunk, number, `Ada was in scene ${number}.`);

  const merged = await branches.merge('wants-out', { author: 'Ada' });
  expect(merged).toMatchObject({ from: 'wants-out', into: 'main', conflicts: [], records: [] });
  expect(merged.entries.map(({ entry }) => entry.name)).toEqual([name]);
  expect(await requestsDuring(() => project.build({ script: `${trunk}@main` }))).toBe(0);
  expect((await project.plan(`${trunk}@main`)).scenes).toEqual([]);
  const text = JSON.stringify(await project.getScreenplay(`${trunk}@main`));
  expect(text).toContain(`Ada was in scene ${reach[0]}.`);
  expect(text).toContain(`Ada was in scene ${elsewhere}.`);
  expect((await branches.merge('wants-out')).changeSet).toBeUndefined();

  // It is one change set: taken back it can be merged again.
  const bible = await project.bible(`${trunk}@main`);
  const [last] = await bible.listChangeSets(1);
  expect(last).toMatchObject({ id: merged.changeSet, reason: 'merge wants-out', author: { name: 'Ada' } });
  await bible.undo(merged.changeSet);
  expect((await bible.get(name)).document['want']).not.toBe('To leave before the ice does.');
  expect((await branches.merge('wants-out', { dryRun: true })).entries).toHaveLength(1);
  expect((await branches.merge('wants-out')).changeSet).toBeDefined();
  expect((await bible.get(name)).document['want']).toBe('To leave before the ice does.');
});

test('both sides changed: other fields merge, the same field conflicts until a person says which', async () => {
  const name = await aCharacter();
  const branches = await project.branches(trunk);
  const { script } = await branches.create('both');
  const [ours, theirs] = [await project.bible(`${trunk}@main`), await project.bible(script.slug)];
  await ours.setField(name, 'need', 'To be forgiven.');
  await ours.setField(name, 'fear', 'The river.');
  await theirs.setField(name, 'fear', 'The silence.');
  await theirs.setField(name, 'want', 'A second boat.');
  const added = await theirs.create({ kind: 'character', name: 'The Second Ferryman' });
  const at = `${name.toUpperCase()}.fear`;
  await expect(branches.merge('both')).rejects.toMatchObject({
    code: 'branch/conflict',
    details: [{ at, ours: 'The river.', theirs: 'The silence.' }],
  });
  expect((await ours.get(name)).document['want']).not.toBe('A second boat.');
  await expect(ours.get('The Second Ferryman')).rejects.toMatchObject({ code: 'bible/not-found' });

  await branches.merge('both', { take: [`theirs:${at}`] });
  expect((await ours.get(name)).document).toMatchObject({
    need: 'To be forgiven.',
    fear: 'The silence.',
    want: 'A second boat.',
  });
  expect((await ours.get('The Second Ferryman')).id).toBe(added.id);
  // The other way round: what the trunk had of its own comes into the branch.
  await branches.merge('main', { into: 'both' });
  expect((await theirs.get(name)).document['need']).toBe('To be forgiven.');
  expect((await branches.list()).find((branch) => branch.name === 'both')).toMatchObject({ unmerged: 0, of: 'main' });
  expect((await branches.diff('both')).entries).toEqual([]);
});

test('edits of one scene merge by blocks, and a contradiction is a conflict of its text', async () => {
  const branches = await project.branches(trunk);
  const { script } = await branches.create('edits');
  await edit(script.slug, 7, 'Only in the branch.');
  expect((await branches.diff('edits')).records).toMatchObject([{ kind: 'edit', change: 'added' }]);
  expect((await branches.diff('edits')).scenes.map(({ number }) => number)).toEqual([7]);
  await branches.merge('edits');
  expect(JSON.stringify(await project.getScreenplay(`${trunk}@main`))).toContain('Only in the branch.');
  await edit(script.slug, 7, 'The branch says so.');
  await edit(`${trunk}@main`, 7, 'The trunk says so.');
  await expect(branches.merge('edits')).rejects.toMatchObject({
    code: 'branch/conflict',
    details: [{ at: 'sc7.text' }],
  });
  await branches.merge('edits', { take: ['ours:sc7'] });
  expect(JSON.stringify(await project.getScreenplay(`${trunk}@main`))).toContain('The trunk says so.');
});

test('a branch that was switched to is meant by the name of the trunk, and by none', async () => {
  const branches = await project.branches(trunk);
  await branches.create('deep-one');
  await branches.switch('deep-one');
  expect((await project.getScript()).slug).toBe(`${trunk}@deep-one`);
  expect((await project.getScript(trunk)).slug).toBe(`${trunk}@deep-one`);
  expect((await project.getScript(`${trunk}@main`)).slug).toBe(trunk);
  // A branch of a branch, and back through both.
  const deeper = await (await project.branches()).create('deeper');
  expect(deeper.of).toBe('deep-one');
  const name = await aCharacter();
  await (await project.bible(deeper.script.slug)).setField(name, 'need', 'That nobody crosses twice.');
  await expect(branches.merge('deeper', { into: 'main' })).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(branches.remove('deep-one')).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(branches.remove('deeper')).rejects.toMatchObject({ code: 'branch/conflict' });
  await branches.merge('deeper');
  await branches.merge('deep-one');
  expect((await (await project.bible(`${trunk}@main`)).get(name)).document['need']).toBe('That nobody crosses twice.');
  await branches.remove('deeper');
  await branches.remove('deep-one');
  expect((await project.getScript()).slug).toBe(trunk);
  expect((await project.listScripts()).map(({ slug }) => slug)).not.toContain(`${trunk}@deeper`);
  await expect(project.getScript(`${trunk}@deeper`)).rejects.toMatchObject({ code: 'script/not-found' });
  // Its name is free again.
  expect((await branches.create('deeper')).unmerged).toBe(0);
});

test('what changes in the trunk later does not flow in', async () => {
  const branches = await project.branches(trunk);
  const { script } = await branches.create('snapshot');
  const name = await aCharacter();
  const before = (await (await project.bible(script.slug)).get(name)).document['secret'];
  const stale = async (): Promise<number> => (await project.plan(script.slug)).scenes.length;
  const open = await stale();
  await (await project.bible(`${trunk}@main`)).setField(name, 'secret', 'He moved the bank himself.');
  expect((await (await project.bible(script.slug)).get(name)).document['secret']).toEqual(before);
  expect(await stale()).toBe(open);
});

test('names that are no branch names are refused, and so is one that there is', async () => {
  const branches = await project.branches(trunk);
  for (const name of ['main', '', '../up', 'a b', 'a@b', 'x'.repeat(41)])
    await expect(branches.create(name)).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(branches.create('snapshot')).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(branches.switch('snapshots')).rejects.toMatchObject({
    code: 'branch/not-found',
    hint: 'Did you mean snapshot?',
  });
});

test('the database is sound with branches in it', async () => {
  expect(await (await openDatabase({ dir: folder.dir })).check()).toEqual([]);
});
