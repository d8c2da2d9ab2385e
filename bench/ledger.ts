import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type JournalRow, stepKey } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { figure, median, scratch } from './support.ts';

/** Rows of the larger database: `LEDGER_ROWS=1000000 npm run bench -- ledger` for another number. */
const ROWS = Number(process.env['LEDGER_ROWS'] ?? 100_000);

/** The journal and the bill with few and with very many rows, on SQLite: a hit, an answer with its call, and what is asked of the bill. */
export async function benchLedger(): Promise<void> {
  for (const rows of [1000, ROWS]) {
    const folder = scratch();
    try {
      const path = join(folder.dir, 'scriptgen.db');
      await (await openSqlite(path)).close();
      fill(path, rows);
      const storage = await openSqlite(path);
      await measureJournal(storage, rows);
      await measureBill(storage, rows);
      await storage.close();
    } finally {
      folder.remove();
    }
  }
}

async function measureJournal(storage: Storage, rows: number): Promise<void> {
  const label = `${rows} answers`;
  const keys = Array.from({ length: 2000 }, () => keyAt(Math.floor(Math.random() * rows)));
  for (const key of keys.slice(0, 500)) await storage.journal.find([key]);
  const before = process.cpuUsage();
  for (const key of keys) await storage.journal.find([key]);
  const { user, system } = process.cpuUsage(before);
  figure(`${label}: a hit, CPU`, `${((user + system) / 1000 / keys.length).toFixed(3)} ms`);
  for (const kilobytes of [4, 40]) {
    const long = Array.from({ length: 300 }, (_, index) => rowOf(`long ${rows} ${kilobytes} ${index}`, kilobytes));
    await Promise.all(long.map((row) => storage.journal.settle(row)));
    const started = process.cpuUsage();
    for (const { key } of long) await storage.journal.find([key]);
    const spent = process.cpuUsage(started);
    figure(
      `${label}: a hit with ${kilobytes} KB of request, CPU`,
      `${((spent.user + spent.system) / 1000 / long.length).toFixed(3)} ms`,
    );
  }
  const settles: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const row = rowOf(`settled ${rows} ${index}`, 4);
    const started = performance.now();
    await storage.journal.settle(row, callOf(row, index));
    settles.push(performance.now() - started);
  }
  figure(`${label}: an answer with its call, to the disk`, `${median(settles).toFixed(2)} ms`);
}

async function measureBill({ ledger, journal, care }: Storage, rows: number): Promise<void> {
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    figure(`${rows} calls: ${name}, CPU`, `${((user + system) / 1000).toFixed(0)} ms`);
  };
  const today = { dayStart: '2026-01-01T00:00:00.000Z', run: 'run_1', cost: 0.01 };
  await timed('money set aside under three caps', () =>
    ledger.reserve({ id: 'next', ...today }, { run: 1e6, day: 1e6, project: 1e6 }),
  );
  await timed('totals', () => journal.totals());
  await timed('the sum of all', () => ledger.sum({}));
  await timed('the sum of all without times', () => ledger.sum({}, undefined, { times: false }));
  await timed('sums by model', () => ledger.sum({}, 'model'));
  await timed('sums by model without times', () => ledger.sum({}, 'model', { times: false }));
  await timed('sums by run', () => ledger.sum({}, 'run'));
  await timed('the sum of one run', () => ledger.sum({ run: 'run_1' }, 'task'));
  await timed('the last 20', () => ledger.calls({}, 20));
  await timed('the last 20 that failed', () => ledger.calls({ outcome: 'failed' }, 20));
  await timed('20 by a word that many have', () => ledger.calls({ text: 'lamp' }, 20));
  await timed('by a word that none has', () => ledger.calls({ text: 'zither' }, 20));
  await timed('one by the first letters of its id', () => ledger.call(`call_${String(rows - 1).padStart(9, '0')}`));
  await timed('sizes of the journal', () => care.sizes());
}

/** Write many rows at once, as only a bench may. */
function fill(path: string, rows: number): void {
  const database = new Database(path);
  database.pragma('synchronous = off');
  const answer = JSON.stringify(rowOf('', 0).answer);
  const request = JSON.stringify({ model: 'acme/large', messages: [{ role: 'user', content: 'A lamp. '.repeat(80) }] });
  const journal = database.prepare(
    `insert into journal (key, status, task, model, request, answer, input_tokens, output_tokens, cached_tokens, cost, time, call)
     values (?, 'answered', 'scene.lines', 'acme/large', ?, ?, 900, 120, 600, 0.004, ?, ?)`,
  );
  const calls = database.prepare(
    `insert into calls (id, key, time, run, script, scene, slot, task, role, agent, outcome, model, served_by, lane,
       input_tokens, output_tokens, cached_tokens, cost, attempts, ms, first_token_ms, waited_ms, saved_by_cache, saved_by_batch)
     values (?, ?, ?, ?, 'sp_1', ?, 'sc/lines', ?, 'character', 'MAYA', ?, ?, ?, 'interactive',
       900, 120, 600, 0.004, 1, ?, 300, 5, 0.001, 0)`,
  );
  database.transaction(() => {
    for (let index = 0; index < rows; index += 1) {
      const [key, id] = [keyAt(index), `call_${String(index).padStart(9, '0')}`];
      const time = new Date(Date.UTC(2025, 0, 1) + index * 30_000).toISOString();
      const model = `acme/model-${index % 5}`;
      const outcome = index % 1000 === 0 ? 'model/timeout' : 'answered';
      journal.run(key, request, answer, time, id);
      const run = `run_${Math.floor(index / 1000)}`;
      calls.run(
        id,
        key,
        time,
        run,
        `sc_${index % 40}`,
        `task.${index % 9}`,
        outcome,
        model,
        model,
        (index * 7919) % 60_000,
      );
    }
    database.exec(
      `insert into spending select 'project', count(*), 0, sum(input_tokens), sum(output_tokens), sum(cost) from calls`,
    );
    database.exec(
      `insert into spending select 'run:' || run, count(*), 0, sum(input_tokens), sum(output_tokens), sum(cost) from calls group by run`,
    );
    database.exec(
      `insert into spending select 'time:' || substr(time, 1, 14) || '00', count(*), 0, sum(input_tokens), sum(output_tokens), sum(cost) from calls group by substr(time, 1, 14)`,
    );
  })();
  database.close();
}

function keyAt(index: number): string {
  return stepKey(`question ${index}`);
}

function rowOf(name: string, kilobytes: number): JournalRow {
  const content = 'She strikes a match, and the lamp does not take. '.repeat(kilobytes * 20);
  return {
    key: stepKey(name),
    task: 'scene.lines',
    model: 'acme/large',
    request: {
      model: 'acme/large',
      messages: [{ role: 'user', content }],
      task: { name: 'scene.lines', input: { content } },
    },
    answer: {
      text: JSON.stringify({ lines: 'I will not light it for you. '.repeat(20) }),
      finishReason: 'stop',
      usage: { inputTokens: 900, outputTokens: 120, cachedTokens: 600 },
      ...{ cost: 0.004, attempts: 1, ms: 4200 },
    },
    time: new Date().toISOString(),
  };
}

function callOf({ key, time, answer }: JournalRow, index: number): Parameters<Storage['journal']['settle']>[1] {
  const place = {
    run: 'run_now',
    script: 'sp_1',
    slot: 'sc/lines',
    task: 'scene.lines',
    role: 'character',
    agent: 'MAYA',
  };
  return {
    ...{
      id: `now_${key}_${index}`,
      key,
      time,
      ...place,
      outcome: 'answered',
      lane: 'interactive',
      attempts: 1,
      ms: 4200,
    },
    ...{ model: 'acme/large', servedBy: 'acme/large', usage: answer.usage, cost: answer.cost },
  };
}
