import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Run, withMemory } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { ask, forgetful, runOn } from './llm-run.ts';
import { collect, figure, inTurns, scratch, type Way } from './support.ts';

/** Prompts of about so many characters. */
const SIZES = { '1 KB': 1000, '40 KB': 40_000 } as const;
/** How many different questions are asked in turn. */
const TOPICS = 50;

/** What an answer costs that was paid before: from memory, from SQLite, with many rows; and whether memory grows. */
export async function benchJournal(): Promise<void> {
  const folder = scratch();
  try {
    const few = await filled(join(folder.dir, 'few.db'), 1000);
    const many = await filled(join(folder.dir, 'many.db'), 1_000_000);
    for (const [name, length] of Object.entries(SIZES)) await benchHits(name, length, { few, many });
    await few.close();
    await many.close();
    await benchGrowth(join(folder.dir, 'growth.db'));
  } finally {
    folder.remove();
  }
}

async function benchHits(
  size: string,
  length: number,
  { few, many }: { readonly few: Storage; readonly many: Storage },
): Promise<void> {
  const topics = Array.from({ length: TOPICS }, (_, at) => `${at} ${'x'.repeat(length)}`);
  const hits = async (name: string, storage: Storage, abilities: Partial<Run> = {}): Promise<Way> => {
    const run = runOn(storage, abilities);
    await askAll(run, topics);
    return { name, ask: (seed) => ask(run, topics[seed % TOPICS] ?? '') };
  };
  const satisfied: Run['satisfied'] = new Map();
  await askAll(runOn(few, { satisfied }), topics);
  const times = await inTurns(
    [
      await hits('memory', few, { journal: withMemory(few.journal) }),
      await hits('SQLite, 10^3 rows, slot as before', few, { slots: satisfied }),
      await hits('SQLite, 10^3 rows', few),
      await hits('SQLite, 10^6 rows', many),
    ],
    { calls: TOPICS },
  );
  for (const [name, ms] of times) figure(`journal hit, ${size}, ${name}`, `${ms.toFixed(3)} ms CPU`);
  const ratio = (times.get('SQLite, 10^6 rows') ?? 0) / (times.get('SQLite, 10^3 rows') ?? 1);
  figure(`journal hit, ${size}, 10^6 rows against 10^3`, `${ratio.toFixed(2)} ×`);
}

/** 10^5 calls through the whole stack, half of them hits: heap after each tenth. */
async function benchGrowth(path: string): Promise<void> {
  const storage = await openSqlite(path);
  const run = runOn(storage, {
    journal: withMemory(storage.journal, { maxBytes: 8_000_000 }),
    satisfied: forgetful(),
  });
  const heaps: number[] = [];
  for (let tenth = 0; tenth < 10; tenth += 1) {
    for (let hundred = 0; hundred < 100; hundred += 1) {
      const topics = Array.from({ length: 100 }, (_, at) => `${tenth} ${hundred} ${at % 50}`);
      await askAll(run, topics);
    }
    collect();
    heaps.push(process.memoryUsage().heapUsed / 1e6);
  }
  figure('heap over 100,000 calls, MB', heaps.map((heap) => heap.toFixed(1)).join(' '));
  await storage.close();
}

async function askAll(run: Run, topics: readonly string[]): Promise<void> {
  await Promise.all(topics.map((topic) => ask(run, topic)));
}

/** A journal filled with answered rows of about a kilobyte. */
async function filled(path: string, rows: number): Promise<Storage> {
  await (await openSqlite(path)).close();
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  const answer = JSON.stringify({
    text: `{"word":"${'x'.repeat(300)}"}`,
    finishReason: 'stop',
    usage: { inputTokens: 300, outputTokens: 80, cachedTokens: 0 },
    ...{ cost: 0.001, attempts: 1, ms: 900 },
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
  return openSqlite(path);
}
