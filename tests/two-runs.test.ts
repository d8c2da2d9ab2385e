import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { openProject, type Project, type RunEvent } from '../src/index.ts';
import { startPostgres } from '../src/storage/fixtures/postgres-server.ts';
import { type FakeOpenAi, startFakeOpenAI } from '../src/testing/index.ts';
import { type Finished, scratch, scriptgen } from './support/cli.ts';

/*
 * Two processes that work on one script at the same time. The first gets no answer to its first question before the second
 * is seen to wait: so both are at work at once, however fast the machine is.
 */

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const WRITE = ['write', LOGLINE, '--scenes', '2', '--model', 'openai/fake'];
const BUILD = ['build', '--model', 'openai/fake'];

const folder = scratch();
const postgres = await startPostgres();
afterAll(async () => {
  folder.remove();
  if (postgres.state === 'started') await postgres.stop();
});

/** A server before another one, that holds what it is asked while its gate is shut. */
async function gateBefore(url: string) {
  let gate: Promise<void> = Promise.resolve();
  let asked: (() => void) | undefined;
  const server = createServer((request, response) => {
    asked?.();
    void (async () => {
      await gate;
      const { method = 'GET', headers, url: path = '' } = request;
      const body = method === 'POST' ? await text(request) : null;
      const sent = { authorization: headers.authorization ?? '', 'content-type': 'application/json' };
      const answer = await fetch(new URL(path, url), { method, headers: sent, body });
      const type = answer.headers.get('content-type') ?? 'application/json';
      response.writeHead(answer.status, { 'content-type': type }).end(Buffer.from(await answer.arrayBuffer()));
    })().catch(() => response.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  /** Shut the gate, and be told of the next question; gives what opens it. */
  const shut = (told: () => void): (() => void) => {
    let open = (): void => {};
    gate = new Promise((done) => {
      open = done;
    });
    asked = () => {
      asked = undefined;
      told();
    };
    return () => open();
  };
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, shut, close: () => server.close() };
}

/** A folder, a model that counts, and the command over both. */
async function world(name: string, database?: string) {
  const dir = join(folder.dir, name);
  mkdirSync(dir);
  const fake = await startFakeOpenAI();
  const gate = await gateBefore(fake.url);
  const env = {
    ...{ OPENAI_BASE_URL: gate.url, OPENAI_API_KEY: 'k' },
    ...(database === undefined ? {} : { DATABASE_URL: database }),
  };
  const run = (args: readonly string[], onStart?: (child: ChildProcess) => void): Promise<Finished> =>
    scriptgen(args, { cwd: dir, env, ...(onStart === undefined ? {} : { onStart }) });
  /** Run a command, and another while it asks for the first time; `seen` gets both once the other waits. */
  const during = async (
    first: readonly string[],
    second: readonly string[],
    seen: (one: ChildProcess, other: ChildProcess) => void = () => {},
  ): Promise<readonly [Finished, Finished]> => {
    let one: ChildProcess | undefined;
    let other: Promise<Finished> | undefined;
    const open = gate.shut(() => {
      other = run(second, (child) => {
        let told = '';
        child.stderr?.on('data', (chunk: Buffer) => {
          const waited = told.includes('waiting: ');
          told += chunk.toString();
          if (waited || !told.includes('waiting: ') || one === undefined) return;
          seen(one, child);
          if (child.killed) return;
          open();
        });
        child.on('close', () => open());
      });
    });
    const finished = await run(first, (child) => {
      one = child;
    });
    if (other === undefined) throw new Error('the first command asked nothing');
    return [finished, await other];
  };
  const close = async (): Promise<void> => {
    gate.close();
    await fake.close();
  };
  return { dir, fake, env, during, close };
}

function filesIn(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir).filter((name) => /\.(fountain|fdx|pdf)$/.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(dir, name)).toString('base64')]));
}

type World = Awaited<ReturnType<typeof world>>;

/** Work with the project of a world in this process. */
async function within<T>({ dir, env }: Pick<World, 'dir' | 'env'>, work: (project: Project) => Promise<T>): Promise<T> {
  const project = await openProject({ dir, env, model: 'openai/fake' });
  try {
    return await work(project);
  } finally {
    await project.close();
  }
}

/** Change what scenes read. */
function change(at: World): Promise<void> {
  return within(at, async (project) => {
    const bible = await project.bible();
    for (const { kind, id } of await bible.list())
      if (kind === 'character') await bible.setField(id, 'voice.sentences', 'Short ones.');
  });
}

/** Whether each scene is fresh. */
function states(at: World): Promise<readonly string[]> {
  return within(at, async (project) => (await project.status()).scenes.map(({ state }) => state));
}

const asked = (fake: FakeOpenAi, before: number): number => fake.requestCount - before;

describe.each(postgres.state === 'started' ? (['SQLite', 'Postgres'] as const) : (['SQLite'] as const))(
  'two processes at one script on %s',
  (kind) => {
    const database = kind === 'Postgres' && postgres.state === 'started' ? postgres.url : undefined;

    test('two builds ask as much as one, both end well, and leave the same files', async () => {
      const alone = await world(`alone-${kind}`);
      await within(alone, (project) => project.write({ logline: LOGLINE, scenes: 2 }));
      await change(alone);
      const before = alone.fake.requestCount;
      await within(alone, (project) => project.build());

      const both = await world(`both-${kind}`, database);
      const [one, other] = await both.during(WRITE, WRITE);
      expect([one.code, other.code]).toEqual([0, 0]);
      expect(both.fake.requestCount).toBe(before);
      await change(both);
      const [first, second] = await both.during(BUILD, BUILD);
      expect([first.code, second.code]).toEqual([0, 0]);
      expect(asked(both.fake, before)).toBe(asked(alone.fake, before));
      expect(asked(both.fake, before)).toBeGreaterThan(0);
      expect(both.fake.distinctCount).toBe(both.fake.requestCount);
      expect(first.stderr).not.toContain('waiting: ');
      expect(second.stderr.match(/waiting: process \d+ on \S+ works on this script since/g)).toHaveLength(1);
      expect(second.stderr).toMatch(/run-wait .*\n.*\n.*run-start/);
      expect(filesIn(both.dir)).toEqual(filesIn(alone.dir));
      expect(filesIn(both.dir).size).toBeGreaterThan(1);
      expect(await states(both)).toEqual(['fresh', 'fresh']);
      await alone.close();
      await both.close();
    });
  },
);

if (postgres.state === 'absent') test.skip(`Postgres could not be started here: ${postgres.reason}`, () => {});

test('Ctrl-C while waiting ends at once, and leaves the other run alone', async () => {
  const { during, close } = await world('stopped');
  const [one, other] = await during(WRITE, WRITE, (_, waiting) => waiting.kill('SIGINT'));
  expect(other).toMatchObject({ code: 130, stderr: expect.stringContaining('run/aborted') });
  expect(other.stderr).not.toContain('run-start');
  expect(one.code).toBe(0);
  await close();
});

test('with --no-wait a second run fails at once and says whose the first is', async () => {
  const { during, close } = await world('no-wait');
  const [one, other] = await during(WRITE, [...WRITE, '--no-wait']);
  expect(other).toMatchObject({ code: 6, stderr: expect.stringMatching(/process \d+[\s\S]*run\/busy/) });
  expect(one.code).toBe(0);
  await close();
});

test('a run that waits goes on when the other is killed, and pays for nothing twice', async () => {
  const at = await world('killed');
  const { during, fake, close } = at;
  const [one, other] = await during(WRITE, WRITE, (first) => void first.kill('SIGKILL'));
  expect(one.signal).toBe('SIGKILL');
  expect(other.code).toBe(0);
  // The question that was under way was lost with its process.
  expect(fake.requestCount - fake.distinctCount).toBeLessThanOrEqual(1);
  expect(await states(at)).toEqual(['fresh', 'fresh']);
  await close();
});

test('in the library: a run that waits is told so once, and goes on with the order and the folder of the other', async () => {
  const { dir, env, fake, close } = await world('library');
  const first = await openProject({ dir, env, model: 'openai/fake', order: 'story' });
  const second = await openProject({ dir, env, model: 'openai/fake' });
  const events: RunEvent[] = [];
  let later: ReturnType<typeof second.write> | undefined;
  const story = { logline: LOGLINE, scenes: 2 };
  const report = await first.write({
    ...story,
    out: join(dir, 'pages'),
    onEvent: ({ type }) => {
      if (type === 'run-start') later = second.write({ ...story, onEvent: (event) => events.push(event) });
    },
  });
  const before = fake.requestCount;
  const again = await later;
  expect(again?.script).toEqual(report.script);
  expect(again?.files.map(({ path, state }) => [path, state])).toEqual(
    report.files.map(({ path }) => [path, 'unchanged']),
  );
  expect(again?.tally).toMatchObject({ asked: 0 });
  expect(fake.requestCount).toBe(before);
  expect(events.filter(({ type }) => type === 'run-wait')).toEqual([
    { type: 'run-wait', pid: process.pid, host: expect.any(String), since: expect.stringMatching(/^\d{4}-.*Z$/) },
  ]);
  await expect(Promise.all([first.build({ wait: false }), second.build({ wait: false })])).rejects.toMatchObject({
    code: 'run/busy',
    details: { pid: process.pid },
  });
  await first.close();
  await second.close();
  await close();
});
