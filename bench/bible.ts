import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { SearchOptions } from '../src/bibles/index.ts';
import { startPostgres } from '../src/storage/fixtures/postgres-server.ts';
import { makeVersion1 } from '../src/storage/fixtures/version-1.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { openPostgres } from '../src/storage/postgres/index.ts';
import type { Tables } from '../src/storage/tables.ts';
import { benchContext } from './bible-context.ts';
import { randomOf } from './bible-data.ts';
import { benchVersions } from './bible-versions.ts';
import { figure, median, scratch } from './support.ts';

const ENTRIES = 10_000;
const VERSIONS = 100_000;

/** What a bible costs: opening, reading, searching, memory, and how that grows with its history. */
export async function benchBible(): Promise<void> {
  const folder = scratch();
  const postgres = await startPostgres();
  try {
    await benchOpen(folder.dir);
    benchContext();
    const path = join(folder.dir, 'bible.db');
    const filled = await timed(async () => runMain('bible-fill.ts', [path, String(ENTRIES), String(VERSIONS)]));
    figure(`SQLite: write ${ENTRIES} entries in ${VERSIONS} versions`, `${(filled / 1000).toFixed(0)} s`);
    await benchStore('SQLite', () => openSqlite(path));
    if (postgres.state === 'started') {
      runMain('bible-move.ts', [path, postgres.url]);
      await benchStore('Postgres', () => openPostgres(postgres.url));
    } else figure('Postgres', `not measured: ${postgres.reason}`);
    await benchVersions(join(folder.dir, 'versions.db'), postgres.state === 'started' ? postgres.url : undefined);
  } finally {
    if (postgres.state === 'started') await postgres.stop();
    folder.remove();
  }
}

/** Open a new database, and one of the first format with 100 entries in three versions each. */
async function benchOpen(dir: string): Promise<void> {
  const old = join(dir, 'version-1.db');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(old) }) });
  await makeVersion1(db);
  await sql`insert into entries (id, script, kind, seq, head)
    with recursive n(i) as (select 2 union all select i + 1 from n where i < 99)
    select 'st_' || i, 'script_1', 'setting', i, 3 from n`.execute(db);
  await sql`insert into entry_versions select entries.id, version, author_type, author_name, reason, time, name, document,
    content_hash, field_versions from entry_versions, entries where entry = 'st_lamp' and entries.seq > 1`.execute(db);
  await db.destroy();
  const times = { new: [] as number[], old: [] as number[], again: [] as number[] };
  for (let round = 0; round < 9; round += 1) {
    times.new.push(await timed(async () => (await openSqlite(join(dir, `new-${round}.db`))).close()));
    const copy = join(dir, `old-${round}.db`);
    copyFileSync(old, copy);
    times.old.push(await timed(async () => (await openSqlite(copy)).close()));
    times.again.push(await timed(async () => (await openSqlite(copy)).close()));
  }
  figure('SQLite: open a new database and close it', ms(median(times.new)));
  figure('SQLite: open and migrate 100 entries in 298 versions', ms(median(times.old)));
  figure('SQLite: open it again', ms(median(times.again)));
}

/** Read and search in a bible that another process filled. */
async function benchStore(name: string, open: () => Promise<Storage>): Promise<void> {
  const before = process.memoryUsage().rss;
  const storage = await open();
  const random = randomOf(3);
  const gets: number[] = [];
  for (let round = 0; round < 1000; round += 1) {
    const id = `bench_${Math.floor(random() * ENTRIES)}`;
    gets.push(await timed(() => storage.bibles.getEntry(id)));
  }
  figure(`${name}: get an entry by id`, ms(median(gets)));
  const lists: number[] = [];
  for (let round = 0; round < 9; round += 1) lists.push(await timed(() => storage.bibles.listEntries('thousand')));
  figure(`${name}: list 1,000 entries`, ms(median(lists)));
  await benchSearch(name, storage);
  figure(`${name}: memory grown by all that`, `${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`);
  await storage.close();
}

/** How to search for what people search for: names and words out of the bible, alone and together, whole and begun. */
const QUERIES: Readonly<Record<string, (words: readonly string[], name: string) => string>> = {
  'a name': (_, name) => name,
  'a word': ([, , , , word = '']) => `"${word}"`,
  'two words': ([, first = '', , , , , , , second = '']) => `${first} ${second}`,
  'a phrase': (words) => `"${words.slice(4, 7).join(' ')}"`,
  'a word begun': ([, , , , , , word = '']) => word.slice(0, 5),
};

async function benchSearch(name: string, { bibles }: Storage): Promise<void> {
  const random = randomOf(4);
  const all: SearchOptions['in'] = ['entry', 'version', 'card', 'scene'];
  const times: number[] = [];
  for (const [kind, queryFor] of Object.entries(QUERIES)) {
    const own: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      const entry = await bibles.getEntry(`bench_${Math.floor(random() * ENTRIES)}`);
      const query = queryFor(String(entry?.document['contradiction']).replace('.', '').split(' '), entry?.name ?? '');
      for (const options of [{}, { in: all }]) own.push(await timed(() => bibles.search('bench', query, options)));
    }
    times.push(...own);
    figure(`${name}: search for ${kind} (slowest)`, `${ms(median(own))} (${ms(Math.max(...own))})`);
  }
  figure(`${name}: search, all of these`, ms(median(times)));
}

function runMain(file: string, args: readonly string[]): void {
  execFileSync(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: 'inherit' });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`;
}
