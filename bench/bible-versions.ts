import Database from 'better-sqlite3';
import pg from 'pg';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { openPostgres } from '../src/storage/postgres/index.ts';
import { AUTHOR, randomOf, scriptOf } from './bible-data.ts';
import { figure, median } from './support.ts';

const ENTRIES = 100;

/** Whether reading an entry is slower when its script has a million versions instead of a thousand. */
export async function benchVersions(path: string, url: string | undefined): Promise<void> {
  const storage = await openSqlite(path);
  const database = new Database(path);
  await compare('SQLite', storage, async (script, versions) => {
    database
      .prepare(
        `${COPIES} from (with recursive n(i) as (select 2 union all select i + 1 from n where i < @count) select i from n) as n, ${FIRST} @script`,
      )
      .run({ script, count: versions / ENTRIES });
    database
      .prepare('update entries set head = @count where script = @script')
      .run({ script, count: versions / ENTRIES });
  });
  database.close();
  await storage.close();
  if (url === undefined) return;
  const client = new pg.Client({ connectionString: url, options: '-c search_path=scriptgen' });
  const remote = await openPostgres(url);
  await client.connect();
  await compare('Postgres', remote, async (script, versions) => {
    const text = `${COPIES} from generate_series(2, $2::integer) as n(i), ${FIRST} $1`;
    await client.query(text, [script, versions / ENTRIES]);
    await client.query('update entries set head = $2 where script = $1', [script, versions / ENTRIES]);
    await client.query('vacuum analyze entry_versions');
  });
  await client.end();
  await remote.close();
}

/** Copies of first versions under other numbers: what is measured is not what they say. */
const COPIES = `insert into entry_versions (entry, version, name, document, author_type, author_name, reason, time, content_hash,
    field_versions, aliases, facts, locked, state, change_set, place)
    select v.entry, n.i, v.name, v.document, v.author_type, v.author_name, v.reason, v.time, v.content_hash,
    v.field_versions, v.aliases, v.facts, v.locked, v.state, v.change_set, v.place`;

const FIRST = 'entry_versions v join entries e on e.id = v.entry where v.version = 1 and e.script =';

async function compare(
  name: string,
  storage: Storage,
  copy: (script: string, versions: number) => Promise<void>,
): Promise<void> {
  const scripts = [1000, 1_000_000].map((versions) => ({ script: `versions_${versions}`, versions }));
  for (const { script, versions } of scripts) {
    const entries = Array.from({ length: ENTRIES }, (_, index) => ({
      ...{ id: `${script}_${index}`, kind: 'log', name: 'Log', document: { log: 'a line' } },
    }));
    await storage.bibles.createScript(scriptOf(script), entries, { cards: [] }, AUTHOR);
    await copy(script, versions);
  }
  // By turns, so that what else the machine does falls on both.
  const times = scripts.map((): number[] => []);
  for (let round = 0; round < 20; round += 1)
    for (const [index, { script }] of scripts.entries()) times[index]?.push(await timeGets(storage, script));
  const [few = 0, many = 0] = times.map(median);
  figure(
    `${name}: get by id among 10^3 and 10^6 versions`,
    `${few.toFixed(3)} and ${many.toFixed(3)} ms: × ${(many / few).toFixed(2)}`,
  );
}

async function timeGets({ bibles }: Storage, script: string): Promise<number> {
  const random = randomOf(6);
  const times: number[] = [];
  for (let round = 0; round < 500; round += 1) {
    const id = `${script}_${Math.floor(random() * ENTRIES)}`;
    const started = performance.now();
    await bibles.getEntry(id);
    times.push(performance.now() - started);
  }
  return median(times.slice(50));
}
