import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { startPostgres } from '../src/storage/fixtures/postgres-server.ts';
import { type FaultServer, startFaultServer } from '../src/testing/index.ts';
import { type Finished, scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
/** US dollars for a million tokens. */
const COST = { input: 10, output: 30 };
/** What is set aside at most for one call: 2,000 tokens of answer, and a prompt that is no longer than this. */
const MOST_RESERVED = (2000 * COST.output + 4000 * COST.input) / 1e6;
/** Sums of doubles stray. */
const STRAY = 1e-9;

const folder = scratch();
afterAll(() => folder.remove());

/** A folder whose models.json asks a priced model of the server, under this budget. */
function projectWith(name: string, budget: object | undefined, cost: object | undefined = COST): string {
  const dir = join(folder.dir, name);
  mkdirSync(dir, { recursive: true });
  const fake = cost === undefined ? {} : { cost };
  const config = {
    version: 1,
    model: 'openai/fake',
    provider: { openai: { models: { fake } } },
    ...(budget && { budget }),
  };
  writeFileSync(join(dir, 'models.json'), JSON.stringify(config));
  return dir;
}

const envOf = (server: FaultServer): Record<string, string> => ({
  OPENAI_BASE_URL: server.baseUrls.openai,
  OPENAI_API_KEY: 'k',
});

interface Outcome {
  readonly number: number;
  readonly warnings: readonly string[];
  readonly status: string;
  readonly error?: { readonly code: string; readonly message: string; readonly hint: string };
  readonly scenes?: readonly { readonly state: string; readonly error?: { readonly code: string } }[];
  readonly files?: readonly { readonly path: string }[];
}

/** `RUNS=full`: fifty scripts in five processes; otherwise enough of them to spend more than the cap. */
const FULL = process.env['RUNS'] === 'full';
const PROCESSES = FULL ? 5 : 3;
const EACH = FULL ? 10 : 6;

/** Write scripts side by side, so many in each of so many processes. */
async function writeAll(dir: string, server: FaultServer, database = ''): Promise<readonly Outcome[]> {
  const parts = Array.from({ length: PROCESSES }, (_, process) =>
    writeMany([dir, server.baseUrls.openai, process * EACH + 1, (process + 1) * EACH], database),
  );
  return (await Promise.all(parts)).flat();
}

function writeMany(args: readonly (string | number)[], database: string): Promise<readonly Outcome[]> {
  const main = join(import.meta.dirname, 'support/write-many-main.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main, ...args.map(String)], {
      env: {
        PATH: process.env['PATH'],
        SCRIPTGEN_DETECT: '0',
        XDG_CONFIG_HOME: '/nonexistent',
        DATABASE_URL: database,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('close', (code) => (code === 0 ? done(JSON.parse(out) as Outcome[]) : fail(new Error(`exit ${code}`))));
  });
}

async function totalOf(dir: string, database = ''): Promise<{ readonly cost: number; readonly calls: number }> {
  const project = await openProject({ dir, env: { DATABASE_URL: database, OPENAI_API_KEY: 'k' } });
  const { total } = await project.stats({});
  await project.close();
  return total;
}

/** What the server would bill. */
function billOf(server: FaultServer): number {
  const sum = (of: (charged: FaultServer['questions'][number]['charged']) => number): number =>
    server.questions.reduce((all, { charged }) => all + of(charged), 0);
  return (sum((one) => one.inputTokens) * COST.input + sum((one) => one.outputTokens) * COST.output) / 1e6;
}

async function manyUnderOneCap(name: string, database = ''): Promise<void> {
  const cap = 2;
  const server = await startFaultServer({ latency: 5 });
  const dir = projectWith(name, { day_usd: cap });
  try {
    const first = await writeAll(dir, server, database);
    const spent = await totalOf(dir, database);
    expect(spent.cost).toBeLessThanOrEqual(cap + STRAY);
    expect(spent.cost).toBeGreaterThan(cap - MOST_RESERVED);
    expect(spent.cost).toBeCloseTo(billOf(server), 9);
    const stopped = first.filter(({ status }) => status !== 'done');
    expect(stopped.length).toBeGreaterThan(0);
    for (const { status, error, scenes = [], files } of stopped) {
      const told = status === 'stopped' ? [error] : scenes.flatMap(({ error: why }) => (why ? [why] : []));
      expect(new Set(told.map((one) => one?.code))).toEqual(new Set(['run/over-budget']));
      if (files === undefined) continue;
      const text = readFileSync(files[0]?.path ?? '', 'utf8');
      expect(text.match(/IS NOT WRITTEN YET/g)).toHaveLength(told.length);
    }
    for (const { warnings } of first) expect(warnings.length).toBeLessThanOrEqual(1);
    expect(first.some(({ warnings }) => warnings.length === 1)).toBe(true);

    projectWith(name, { day_usd: 1000 });
    const second = await writeAll(dir, server, database);
    expect(new Set(second.map(({ status }) => status))).toEqual(new Set(['done']));
    expect(server.questions.length).toBe(server.distinctCount); // nothing was asked twice
    expect(await totalOf(dir, database)).toMatchObject({ calls: server.questions.length });
  } finally {
    await server.close();
  }
}

test(`${PROCESSES * EACH} scripts in ${PROCESSES} processes never spend more than one cap of a day, and go on under a higher one`, async () => {
  await manyUnderOneCap('fifty');
});

test('the same on Postgres', async (context) => {
  const postgres = await startPostgres();
  if (postgres.state === 'absent') return context.skip(postgres.reason);
  try {
    await manyUnderOneCap('fifty-postgres', postgres.url);
  } finally {
    await postgres.stop();
  }
});

test('answers that are longer than what was set aside exceed a cap by no more than that, for the calls under way', async () => {
  const output = 9000;
  const calls = 4;
  const cap = 2;
  const server = await startFaultServer({ usage: { outputTokens: output } });
  const dir = projectWith('long', { project_usd: cap });
  const project = await openProject({ dir, env: envOf(server), concurrency: calls });
  try {
    const written = await project.write({ logline: LOGLINE, scenes: 12 }).catch((error) => error);
    expect(written.code ?? written.status).toMatch(/run\/over-budget|incomplete/);
    const { total } = await project.stats({});
    expect(total.cost).toBeLessThanOrEqual(cap + (calls * output * COST.output) / 1e6);
  } finally {
    await project.close();
    await server.close();
  }
});

function lastLine({ stdout }: Finished) {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}

test('a run that stops at its own cap keeps its drafts, says what is spent, and a later one asks only the rest', async () => {
  const server = await startFaultServer();
  const dir = projectWith('one', undefined);
  const args = ['write', LOGLINE, '--scenes', '6'];
  const run = (...more: readonly string[]): Promise<Finished> =>
    scriptgen([...args, ...more], { cwd: dir, env: envOf(server) });
  try {
    // What the planning takes, and what all takes: the cap is to be in the middle of the scenes.
    const probe = projectWith('probe', undefined);
    const whole = lastLine(await scriptgen([...args, '--json'], { cwd: probe, env: envOf(server) })).tally.cost;
    const before = server.questions.length;
    const cap = (whole * 0.8).toFixed(4);
    const stopped = await run('--max-cost', cap, '--concurrency', '1');
    expect(stopped.code).toBe(5);
    expect(stopped.stderr).toMatch(
      /error: stopped at the budget: [1-5] scenes? of 6 not written\. The budget of this run is \$\d/,
    );
    expect(stopped.stderr).toMatch(/\$0\.\d+ are spent, and the next call may take \$0\.\d+/);
    expect(stopped.stderr).toContain('hint: What is paid for is kept. Raise --max-cost');
    expect(stopped.stderr.match(/^budget: .* for this run are spent$/gm) ?? []).toHaveLength(1);
    const gaps = /(\d) failed/.exec(stopped.stdout)?.[1];
    const file = /(\S+\.fountain)/.exec(stopped.stdout)?.[1] ?? '';
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text.match(/IS NOT WRITTEN YET/g)).toHaveLength(Number(gaps));
    const asked = server.questions.length - before;
    const bill = await totalOf(dir);
    expect(bill).toMatchObject({ calls: asked });
    expect(bill.cost).toBeLessThanOrEqual(Number(cap));

    const rest = await run('--json');
    expect(rest.code).toBe(0);
    const { tally, scenes } = lastLine(rest);
    expect(scenes.filter(({ state }: { state: string }) => state === 'fresh')).toHaveLength(6 - Number(gaps));
    expect(tally.cost).toBeCloseTo(whole - bill.cost, 6);
    expect(server.questions.length - before - asked).toBe(tally.asked);
    expect(readFileSync(join(dir, file), 'utf8')).not.toContain('NOT WRITTEN YET');
  } finally {
    await server.close();
  }
});

test('a budget that allows not even the plan of the story ends with the same exit code', async () => {
  const server = await startFaultServer();
  const dir = projectWith('poor', { day_usd: 0.001 });
  try {
    const stopped = await scriptgen(['write', LOGLINE], { cwd: dir, env: envOf(server) });
    expect(stopped.code).toBe(5);
    expect(stopped.stderr).toMatch(/error: The budget of today is \$0\.0010; \$0\.0000 are spent/);
    expect(stopped.stderr).toContain('Raise "budget.day_usd" in models.json');
    expect(stopped.stderr).not.toContain('--max-cost');
    expect(server.requests).toHaveLength(0);
  } finally {
    await server.close();
  }
});

test('under a budget nothing is asked where any model that may be asked has no price; without one it is, and told so', async () => {
  const server = await startFaultServer();
  const env = envOf(server);
  const models = { fake: { cost: COST }, bare: {} };
  const config = { version: 1, model: 'openai/fake', budget: { day_usd: 5 }, provider: { openai: { models } } };
  const cases: Readonly<Record<string, object>> = {
    main: { model: 'openai/bare' },
    late: { roles: { reviser: 'openai/bare' } },
    fallback: { router: { fallbacks: [{ 'openai/fake': ['openai/bare'] }] } },
  };
  try {
    for (const [name, own] of Object.entries(cases)) {
      const dir = projectWith(`unpriced-${name}`, undefined);
      writeFileSync(join(dir, 'models.json'), JSON.stringify({ ...config, ...own }));
      const refused = await scriptgen(['write', LOGLINE, '--scenes', '2'], { cwd: dir, env });
      expect({ name, code: refused.code }).toEqual({ name, code: 5 });
      expect(refused.stderr).toContain('error: The price of openai/bare is not known, and there is a budget to keep.');
      expect(refused.stderr).toMatch(/hint: Give the model a "cost" in models\.json/);
      expect(refused.stderr).toContain('(code run/unpriced, exit 5)');
    }
    expect(server.requests).toHaveLength(0);

    const dir = projectWith('unpriced-free', undefined, {});
    writeFileSync(join(dir, 'models.json'), JSON.stringify({ version: 1, model: 'openai/bare' }));
    const written = await scriptgen(['write', LOGLINE, '--scenes', '2'], { cwd: dir, env });
    expect(written.code).toBe(0);
    expect(written.stdout).toMatch(/money\s+price unknown/);
    const stats = await scriptgen(['stats', 'cost'], { cwd: dir, env });
    expect(stats.stdout).toContain('price unknown');
    const capped = await scriptgen(['build', '--max-cost', '1'], { cwd: dir, env });
    expect(capped.code).toBe(0); // nothing is asked, so nothing is refused
  } finally {
    await server.close();
  }
});

test('what the offline writer writes costs nothing, so no budget stands against it', async () => {
  const dir = projectWith('offline', undefined);
  writeFileSync(join(dir, 'models.json'), JSON.stringify({ version: 1, budget: { day_usd: 0.01 } }));
  const written = await scriptgen(['write', LOGLINE, '--scenes', '2', '--json'], { cwd: dir });
  expect(lastLine(written)).toMatchObject({ status: 'done', tally: { cost: 0 } });
});
