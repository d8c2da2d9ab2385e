import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkLog } from '../fixtures/append-tokens.ts';
import { startWorker, type Worker } from '../fixtures/start-worker.ts';
import { checkDatabase } from '../index.ts';
import { fresh, makeScript, PERSON } from './samples.ts';
import type { ToolDatabase } from './tool-tests.ts';

/** `RUNS=full` takes minutes; otherwise a few writers and kills show that nothing is broken. */
const FULL = process.env['RUNS'] === 'full';
const PROCESSES = FULL ? 16 : 4;
const WRITES = FULL ? 200 : 8;
const KILLS = FULL ? 50 : 2;
const ENTRIES = 20;
const TIMEOUT = FULL ? 3_600_000 : 120_000;

/** What several processes must be able to do with one bible; `where` is the path or URL of the database. */
export function processTests({ where, at, open }: ToolDatabase & { readonly where: string }): void {
  test(
    `${PROCESSES} processes change the same entries, and every change is kept once`,
    async () => {
      const script = await createEntries();
      const workers = Array.from({ length: PROCESSES }, () => startWorker('append', where, [script, String(WRITES)]));
      const told = await Promise.all(workers.map(allTokens));
      expect(told.map((tokens) => tokens.length)).toEqual(workers.map(() => WRITES));
      const kept = await keptTokens(script);
      expect(kept.history.toSorted()).toEqual(told.flat().sort());
      expect(kept.heads.toSorted()).toEqual(kept.history.toSorted());
      expect(await checkDatabase(at)).toEqual([]);
    },
    TIMEOUT,
  );

  test(
    `writers are killed ${KILLS} times, and what they said to have written is there`,
    async () => {
      const script = await createEntries();
      const told: string[] = [];
      for (let killed = 0; killed < KILLS; ) {
        const workers = Array.from({ length: 2 }, () => startWorker('append', where, [script, '1000000']));
        for (const worker of workers) told.push(await firstToken(worker));
        for (const worker of workers) {
          await setTimeout(randomInt(200));
          await worker.kill();
          told.push(...(await worker.rest()).filter(isToken));
          killed += 1;
        }
      }
      const kept = await keptTokens(script);
      expect(new Set(kept.history).size).toBe(kept.history.length);
      expect(kept.heads.toSorted()).toEqual(kept.history.toSorted());
      expect(told.filter((token) => !kept.history.includes(token))).toEqual([]);
      expect(await checkDatabase(at)).toEqual([]);
    },
    TIMEOUT,
  );

  test('processes that reserve at once keep the cap, and what a killed one had set aside is free', async () => {
    const run = fresh('run');
    const workers = Array.from({ length: 4 }, () => startWorker('reserve', where, [run, '30', '0.1', '5']));
    for (const worker of workers) expect(await worker.line()).toBe('ready');
    for (const worker of workers) worker.say('go');
    const granted = await Promise.all(workers.map(async (worker) => Number(await worker.line())));
    expect(granted.reduce((sum, count) => sum + count, 0)).toBe(50);
    const storage = await open();
    const reserve = async (cost: number): Promise<unknown> => {
      const verdict = await storage.ledger.reserve(
        { id: fresh('call'), run, dayStart: '2026-01-01', cost },
        { run: 5 },
      );
      return [verdict.granted, Math.round(verdict.reserved * 10)];
    };
    expect(await reserve(0.1)).toEqual([false, 50]);
    const [first, ...others] = workers;
    await first?.kill();
    expect(await reserve(0)).toEqual([true, 50 - (granted[0] ?? 0)]);
    for (const worker of others) await worker.kill();
    expect(await reserve(5)).toEqual([true, 0]);
    await storage.close();
  });

  async function createEntries(): Promise<string> {
    const { script, outline } = makeScript();
    const document = { log: '', count: 0 };
    const entries = Array.from({ length: ENTRIES }, () => ({ id: fresh('lo'), kind: 'log', name: 'Log', document }));
    const storage = await open();
    await storage.bibles.createScript(script, entries, outline, PERSON);
    await storage.close();
    return script.id;
  }

  /** The tokens in the history of a script's entries, and those in their heads. */
  async function keptTokens(
    script: string,
  ): Promise<{ readonly history: readonly string[]; readonly heads: readonly string[] }> {
    const { bibles, close } = await open();
    const entries = await bibles.listEntries(script);
    const versions = await Promise.all(entries.map(({ id }) => bibles.listVersions(id)));
    await close();
    return {
      history: versions.flat().flatMap(({ reason, version }) => (version === 1 ? [] : [reason])),
      heads: entries.flatMap((entry) => [...checkLog(entry), ...entry.facts.map(({ value }) => String(value))]),
    };
  }
}

function isToken(line: string): boolean {
  return /^token_[0-9a-f-]{36}$/.test(line);
}

async function allTokens(worker: Worker): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (let line = await worker.line(); line !== 'done'; line = await worker.line())
    if (isToken(line)) tokens.push(line);
  await worker.finish();
  return tokens;
}

async function firstToken(worker: Worker): Promise<string> {
  for (;;) {
    const line = await worker.line();
    if (isToken(line)) return line;
  }
}
