import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startWorker } from './fixtures/start-worker.ts';
import { openSqlite, sqliteDatabase } from './index.ts';
import { processTests } from './suite/process-tests.ts';
import { fresh, keys } from './suite/samples.ts';

const root = await mkdtemp(join(tmpdir(), 'scriptgen-processes-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(root, 'case-')), 'scriptgen.db');
});

test('processes that open a new database at the same time all succeed', async () => {
  const workers = Array.from({ length: 4 }, () => startWorker('open', path));
  for (const worker of workers) expect(await worker.line()).toBe('ready');
  for (const worker of workers) worker.say('go');
  expect(await Promise.all(workers.map((worker) => worker.line()))).toEqual(['0', '0', '0', '0']);
  await Promise.all(workers.map((worker) => worker.finish()));
});

test('of processes that race for the same keys each key is claimed by exactly one', async () => {
  const raced = keys(50);
  const workers = Array.from({ length: 4 }, () => startWorker('race', path, raced));
  for (const worker of workers) expect(await worker.line()).toBe('ready');
  for (const worker of workers) worker.say('go');
  const won = await Promise.all(workers.map(async (worker) => (await worker.line()).split(',')));
  // All still live: what a dead one held would be free.
  expect(won.flat().filter(Boolean).sort()).toEqual([...raced].sort());
  await Promise.all(workers.map((worker) => worker.finish()));
});

test('what a killed process held is taken over at once', async () => {
  const held = keys(20);
  const worker = startWorker('hold', path, held);
  expect([await worker.line(), await worker.line()]).toEqual(['ready', 'held']);
  const storage = await openSqlite(path);
  const claimAll = async (): Promise<readonly string[]> =>
    (await Promise.all(held.map((key) => storage.journal.claim(key)))).map(({ state }) => state);

  expect(new Set(await claimAll())).toEqual(new Set(['pending']));
  const busy = { code: 'run/busy', message: expect.stringContaining(String(worker.pid)) };
  await expect(storage.runs.beginRun('script', fresh('run'))).rejects.toMatchObject(busy);

  await worker.kill();
  expect(new Set(await claimAll())).toEqual(new Set(['claimed']));
  await storage.runs.beginRun('script', 'mine');
  expect(await storage.runs.lastRun('script')).toMatchObject({ id: 'mine', status: 'running' });
  await storage.close();
});

test('every answer a killed writer acknowledged is there afterwards', async () => {
  for (let round = 0; round < 5; round += 1) {
    const worker = startWorker('write', path);
    expect(await worker.line()).toBe('ready');
    const first = await worker.line();
    await setTimeout(randomInt(150));
    await worker.kill();
    const acknowledged = [first, ...(await worker.rest())].filter((line) => /^key_[0-9a-f-]{36}$/.test(line));
    const storage = await openSqlite(path);
    expect((await storage.journal.find(acknowledged)).size).toBe(acknowledged.length);
    await storage.close();
  }
  const database = new Database(path);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

describe('writers of one bible on SQLite', () => {
  const shared = join(root, 'bible.db');
  processTests({ where: shared, at: sqliteDatabase(shared), open: () => openSqlite(shared) });
});
