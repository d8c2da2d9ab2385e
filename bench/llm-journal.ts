import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { createLimit } from '../src/core/index.ts';
import type { ModelRequest, Provider } from '../src/llm/index.ts';
import { createClient } from '../src/llm/index.ts';
import type { Prompts } from '../src/prompts/index.ts';
import { type Journal, type Run, step, withMemory } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { figure, median, scratch } from './support.ts';

/** Prompts of about so many characters. */
const SIZES = { '1 KB': 1000, '40 KB': 40_000 } as const;
const PROMPTS: Prompts = new Map([
  [
    'bench.word',
    { name: 'bench.word', role: 'planner', system: 'Give one word.', user: 'About {{topic}}.', version: '1' },
  ],
]);
const Word = z.object({ word: z.string() });

/** What an answer costs that was paid before: from memory, from SQLite, with many rows; and whether memory grows. */
export async function benchJournal(): Promise<void> {
  const folder = scratch();
  try {
    for (const rows of [1000, 1_000_000]) {
      const path = join(folder.dir, `journal-${rows}.db`);
      await fill(path, rows);
      const storage = await openSqlite(path);
      for (const [name, length] of Object.entries(SIZES)) {
        const topics = Array.from({ length: 50 }, (_, at) => `${at} ${'x'.repeat(length)}`);
        await askAll(runOn(storage, storage.journal), topics);
        const disk = await cpuOfHits(runOn(storage, storage.journal), topics);
        const warm = runOn(storage, withMemory(storage.journal));
        await askAll(warm, topics);
        const memory = await cpuOfHits(warm, topics);
        figure(
          `journal hit, ${name}, ${rows} rows`,
          `SQLite ${disk.toFixed(3)} ms CPU, memory ${memory.toFixed(3)} ms`,
        );
      }
      await storage.close();
    }
    await benchGrowth(join(folder.dir, 'growth.db'));
  } finally {
    folder.remove();
  }
}

/** 10^5 calls through the whole stack, half of them hits: heap after each tenth. */
async function benchGrowth(path: string): Promise<void> {
  const storage = await openSqlite(path);
  const run = { ...runOn(storage, withMemory(storage.journal, { maxBytes: 8_000_000 })), satisfied: forgetful() };
  const heaps: number[] = [];
  for (let tenth = 0; tenth < 10; tenth += 1) {
    for (let hundred = 0; hundred < 100; hundred += 1) {
      const topics = Array.from({ length: 100 }, (_, at) => `${tenth} ${hundred} ${at % 50}`);
      await askAll(run, topics);
    }
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed / 1e6);
  }
  figure('heap over 100,000 calls, MB', heaps.map((heap) => heap.toFixed(1)).join(' '));
  await storage.close();
}

/** A run's own list of what it satisfied would grow with the script; here nobody reads it. */
function forgetful(): Run['satisfied'] {
  const nothing: Run['satisfied'] = new Map();
  nothing.set = () => nothing;
  return nothing;
}

async function askAll(run: Run, topics: readonly string[]): Promise<void> {
  await Promise.all(topics.map((topic) => ask(run, topic)));
}

function ask(run: Run, topic: string): Promise<unknown> {
  return step(run, {
    slot: `bench/${topic.slice(0, 30)}`,
    prompt: 'bench.word',
    variables: { topic },
    input: {},
    schema: Word,
    references: [],
  });
}

/** CPU milliseconds of one hit, one after the other: the median of 15 rounds. */
async function cpuOfHits(run: Run, topics: readonly string[]): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const before = process.cpuUsage();
    for (const topic of topics) await ask(run, topic);
    const { user, system } = process.cpuUsage(before);
    if (round >= 5) rounds.push((user + system) / 1000 / topics.length);
  }
  return median(rounds);
}

function runOn(storage: Storage, journal: Journal): Run {
  const never = new AbortController().signal;
  return {
    id: 'bench',
    script: 'sp_bench',
    mode: 'build',
    models: () => ({ model: 'bench/model', params: {} }),
    client: createClient({ providers: new Map([['bench', instant]]) }),
    prompts: PROMPTS,
    journal,
    store: storage.runs,
    limit: createLimit(Number.POSITIVE_INFINITY),
    priority: 0,
    stop: never,
    kill: never,
    emit: () => undefined,
    slots: new Map(),
    satisfied: new Map(),
    planned: [],
  };
}

const instant: Provider = {
  name: 'bench',
  isLanguageModel: true,
  answer: async ({ messages }: ModelRequest) => ({
    text: `{"word":"${messages.length}"}`,
    finishReason: 'stop',
    usage: { inputTokens: 300, outputTokens: 5, cachedTokens: 0 },
  }),
};

/** Fill a journal with answered rows of about a kilobyte. */
async function fill(path: string, rows: number): Promise<void> {
  await (await openSqlite(path)).close();
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  const answer = JSON.stringify({
    text: `{"word":"${'x'.repeat(300)}"}`,
    finishReason: 'stop',
    usage: { inputTokens: 300, outputTokens: 80, cachedTokens: 0 },
    cost: 0.001,
    attempts: 1,
    ms: 900,
  });
  const request = JSON.stringify({ messages: [{ role: 'user', content: 'y'.repeat(500) }] });
  const insert = db.prepare(
    `insert into journal (key, status, task, model, request, answer, input_tokens, output_tokens, cached_tokens, cost, time)
     values (?, 'answered', 'bench.word', 'bench/model', ?, ?, 300, 80, 0, 0.001, '2026-11-26T00:00:00.000Z')`,
  );
  db.transaction(() => {
    for (let row = 0; row < rows; row += 1) {
      // Keys are hashes: spread over the whole index.
      const key = `k1:${((row * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}${row.toString(16).padStart(56, '0')}`;
      insert.run(key, request, answer);
    }
  })();
  db.close();
}
