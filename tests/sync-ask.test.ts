import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModelRequest } from '../src/llm/index.ts';
import { type EditedProject, editedProject } from './support/edited-project.ts';
import { offlineAsModel } from './support/offline-as-model.ts';

let at: EditedProject;
let answer: object = { changes: [] };
let asked: ModelRequest[] = [];
const isEdit = ({ task }: ModelRequest): boolean => task.name === 'edit.facts';
const model = offlineAsModel((request) => {
  if (!isEdit(request)) return undefined;
  asked.push(request);
  return JSON.stringify(answer);
});

beforeEach(async () => {
  asked = [];
  at = await editedProject(6, { providers: [model], model: 'counted/one' });
});
afterEach(() => at.close());

/** Somebody of the first scene, and something they do there now. */
async function edit(line: string): Promise<{ readonly id: string; readonly name: string; readonly look: unknown }> {
  at.saveScenes(([one = '', ...rest]) => [`${one}\n\n${line}`, ...rest]);
  const [first] = (await at.project.getOutline()).cards;
  const entry = await (await at.project.bible()).get(first?.lead ?? '');
  return { id: entry.id, name: entry.name, look: entry.document['look'] };
}

test('a model is asked once a changed scene, and what it proposes counts only with words of the edit', async () => {
  const { id, name, look } = await edit('The left sleeve is empty and pinned up with a brass clip.');
  const quote = 'The left sleeve is empty';
  const change = { entry: name, field: 'look', says: 'Lean, one arm.', quote, why: 'The bible gives two arms.' };
  answer = {
    changes: [
      change,
      { ...change, field: '', says: `${name} lost the left arm.` },
      { ...change, says: 'Bald.', quote: 'not a hair on the head' },
      { ...change, entry: 'Nobody' },
      { ...change, field: 'shoe size' },
    ],
  };
  const report = await at.project.sync({ ask: true });
  expect(asked).toHaveLength(1);
  expect(report.proposals).toMatchObject([
    { quote, change: { type: 'update', entry: id, changes: [{ field: 'look', from: look, to: 'Lean, one arm.' }] } },
    { quote, change: { changes: [{ to: { value: `${name} lost the left arm.` } }] } },
  ]);
  expect((await (await at.project.bible()).get(id)).document['look']).toBe(look);
  const [last, before] = await at.project.listChanges();
  expect(last?.author).toEqual({ type: 'agent', name: 'counted/one' });
  expect(before).toMatchObject({ author: { type: 'person' }, id: report.changeSet });
  expect((await at.project.sync({ ask: true })).state).toBe('unchanged');
  expect(asked).toHaveLength(1);
});

test('an edit is taken in also when it cannot be read: over budget, or with an answer that is none', async () => {
  await edit('The rope is cut.');
  const unread = await at.project.sync({ ask: true, maxCost: 0.01 });
  expect(unread).toMatchObject({ state: 'synced', notes: [{ rule: 'sync/not-read' }] });
  await edit('The rope is gone.');
  answer = { nothing: true };
  expect(await at.project.sync({ ask: true })).toMatchObject({ state: 'synced', notes: [{ rule: 'sync/not-read' }] });
  const script = JSON.stringify(await at.project.getScreenplay());
  expect([script.includes('The rope is cut.'), script.includes('The rope is gone.')]).toEqual([true, true]);
});

test('nothing is asked without being told to, nor for scenes that only moved', async () => {
  await edit('The rope is cut.');
  await at.project.sync();
  at.saveScenes((scenes) => scenes.toReversed());
  await at.project.sync({ ask: true });
  expect(asked).toEqual([]);
});

test('the offline writer proposes what action says outright of people whom the bible knows', async () => {
  const offline = await editedProject(6);
  try {
    const [first] = (await offline.project.getOutline()).cards;
    const { name } = await (await offline.project.bible()).get(first?.lead ?? '');
    offline.saveScenes(([one = '', ...rest]) => [`${one}\n\n${name} is dead.`, ...rest]);
    const { proposals } = await offline.project.sync({ ask: true });
    expect(proposals.map(({ quote }) => quote)).toEqual([`${name} is dead.`]);
  } finally {
    await offline.close();
  }
});
