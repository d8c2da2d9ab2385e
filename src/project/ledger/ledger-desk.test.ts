import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, type JournalRow, type Saving, stepKey } from '../../steps/index.ts';
import { openSqlite, type Storage } from '../../storage/index.ts';
import { answer, callFor, card, created, type MadeScript, slot } from '../../storage/suite/samples.ts';
import { openLedger, type ProjectLedger } from './ledger-desk.ts';

const folder = await mkdtemp(join(tmpdir(), 'scriptgen-ledger-'));
let storage: Storage;
let other: Storage;
let made: MadeScript;
let desk: ProjectLedger;

beforeAll(async () => {
  storage = await openSqlite(join(folder, 'a.db'));
  other = await openSqlite(join(folder, 'b.db'));
  made = await created(storage, { cards: [card('sc_b'), card('sc_a')] });
  desk = deskOn(storage);
  await storage.runs.beginRun(made.script.id, 'run_2');
  const place = { run: 'run_2', script: made.script.id };
  const rows = [asked('one'), asked('two'), asked('three')];
  await pay(rows[0], { ...place, scene: 'sc_a', model: 'acme/large', agent: 'MAYA' });
  await pay(rows[1], { ...place, scene: 'sc_b', model: 'acme/small', cost: 1 });
  await pay(rows[2], { ...place, run: 'run_1', model: 'acme/large', cost: null, scene: 'sc_a' });
  const saving: Saving = {
    ...{ ...place, scene: 'sc_a', task: 'scene.direct', role: 'director', model: 'acme/large', kind: 'journal' },
    ...{ calls: 2, inputTokens: 200, outputTokens: 20, cost: 0.5 },
  };
  await storage.ledger.addSavings([saving, { ...saving, scene: 'sc_b', kind: 'merged', cost: null }]);
  await storage.ledger.addSavings([{ ...saving, run: 'run_3', cost: 4 }]);
});
afterAll(async () => {
  await storage.close();
  await other.close();
  await rm(folder, { recursive: true, force: true });
});

function deskOn(on: Storage): ProjectLedger {
  const open = async (): Promise<Storage> => on;
  return openLedger(
    { storage: open, create: open, getScript: async () => made.script },
    { roleOf: () => 'director', isLanguageModel: () => true },
  );
}

function asked(question: string): JournalRow {
  const request = { model: 'test/model', messages: [{ role: 'user', content: question }] };
  return { ...answer(), request, key: stepKey(request) };
}

async function pay(row: JournalRow | undefined, own: Partial<Call>): Promise<void> {
  if (row !== undefined) await storage.journal.settle(row, callFor(row, own));
}

test('sums are labelled as people know scenes, with what was saved beside what was spent', async () => {
  const { rows, total } = await desk.stats({ by: 'scene', run: 'last' });
  expect(rows.map(({ label, calls, cost, saved }) => [label, calls, cost, saved?.journal.cost])).toEqual([
    ['sc 1', 1, 1, 0],
    ['sc 2', 1, 0.25, 0.5],
  ]);
  expect(rows[0]?.saved?.merged).toEqual({ calls: 2, inputTokens: 200, outputTokens: 20, cost: 0, unpriced: 2 });
  expect(total).toMatchObject({ label: 'all', calls: 2, cost: 1.25, unpriced: 0, saved: { journal: { calls: 2 } } });
});

test('a run that asked nothing and was spared everything has its row', async () => {
  const { rows } = await desk.stats({ by: 'run' });
  expect(rows.map(({ group, calls, unpriced }) => [group, calls, unpriced])).toEqual([
    ['run_2', 2, 0],
    ['run_1', 1, 1],
    ['run_3', 0, 0],
  ]);
  expect(rows[2]?.saved?.journal).toMatchObject({ calls: 2, cost: 4 });
  expect((await desk.stats({ run: 'run_3' })).total).toMatchObject({ calls: 0, saved: { journal: { cost: 4 } } });
});

test('savings are left out where they are not kept by what is asked', async () => {
  expect((await desk.stats({ by: 'agent' })).rows.every(({ saved }) => saved === undefined)).toBe(true);
  expect((await desk.stats({ text: 'two' })).total).not.toHaveProperty('saved');
  expect((await desk.stats({ scene: '2', by: 'model' })).total.saved?.journal).toMatchObject({ calls: 4, cost: 4.5 });
});

test('a name that no call has is told the nearest', async () => {
  const hint = (near: string): object => ({ code: 'input/invalid', hint: `Did you mean ${near}?` });
  await expect(desk.stats({ model: 'acme/lrge' })).rejects.toMatchObject(hint('acme/large'));
  await expect(desk.logs({ run: 'run_9' })).rejects.toMatchObject(hint('run_2'));
  await expect(desk.logs({ task: 'lines' })).rejects.toMatchObject({ hint: 'There are: scene.direct' });
  expect(await desk.logs({ model: 'acme/large', scene: '1' })).toEqual([]);
  await expect(desk.log('call_x')).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(desk.logs({ scene: '7' })).rejects.toMatchObject({ code: 'scene/not-found' });
  expect(await desk.logs({ most: 1 })).toHaveLength(1);
});

test('what is written to a file is taken in elsewhere, and answers there', async () => {
  const file = join(folder, 'answers.jsonl');
  await storage.journal.saveSlots(made.script.id, [slot('sc_a/direct', asked('three').key)]);
  expect(await desk.cache().exportTo(file, { run: 'last' })).toEqual({ answers: 2 });
  expect(await desk.cache().exportTo(file, { script: 'any' })).toEqual({ answers: 3 });
  const [header = '', ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(JSON.parse(header)).toEqual({
    ...{ format: 'scriptgen-cassette', version: 1, answers: 3 },
    roles: { director: { model: answer().model, params: {}, isLanguageModel: true } },
  });
  expect(lines).toHaveLength(3);
  const there = deskOn(other).cache();
  expect(await there.importFrom(file)).toEqual({ added: 3, known: 0 });
  expect(await there.importFrom(file)).toEqual({ added: 0, known: 3 });
  const { key } = asked('one');
  expect(await other.journal.find([key])).toEqual(await storage.journal.find([key]));
  expect(await other.journal.totals()).toMatchObject({ calls: 0 });
  expect(await there.verify()).toEqual({ checked: 3, faults: [] });
});

test('a file that is not sound is refused with its line, and nothing of it is taken in', async () => {
  const file = join(folder, 'bad.jsonl');
  const header = '{"format":"scriptgen-cassette","version":1}';
  const [good, bad] = [asked('good'), asked('bad')];
  const taken = async (...lines: readonly string[]): Promise<unknown> => {
    await writeFile(file, lines.join('\n'));
    return deskOn(other).cache().importFrom(file);
  };
  const line = JSON.stringify;
  await expect(taken(header, line(good), line({ ...bad, key: good.key }))).rejects.toMatchObject({
    message: expect.stringContaining(`Line 3 of ${file}`),
  });
  const noText = { ...bad, answer: { ...bad.answer, text: 7 } };
  await expect(taken(header, line(good), line(noText))).rejects.toMatchObject({
    message: expect.stringContaining('answer text'),
  });
  await expect(taken(header, line(good), '{"key":')).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(taken(line(good))).rejects.toMatchObject({ message: expect.stringContaining('no recording') });
  await expect(taken('')).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(taken(header.replace('1}', '2}'))).rejects.toMatchObject({ hint: expect.stringContaining('Update') });
  await rm(file);
  await expect(deskOn(other).cache().importFrom(file)).rejects.toMatchObject({ code: 'input/invalid' });
  expect((await other.journal.find([good.key])).size).toBe(0);
  const nowhere = join(folder, 'none', 'a.jsonl');
  await expect(desk.cache().exportTo(nowhere)).rejects.toMatchObject({ code: 'storage/unwritable' });
});
