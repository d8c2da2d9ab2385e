import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Entry, RunEvent, Stats } from '../src/project.ts';
import type { FaultServer, WireRequest } from '../src/testing/index.ts';
import {
  answerTo,
  type BatchApi,
  type BatchWorld,
  batchWorld,
  MODELS,
  startBatchServer,
} from './support/batch-world.ts';
import { scratch } from './support/cli.ts';

const APIS = ['openai', 'anthropic', 'google'] as const;
const LOGLINE = 'A lighthouse keeper finds the log of a ship that has not sailed yet.';

const worlds: BatchWorld[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

function worldAt(api: BatchApi, server: FaultServer, config?: object): BatchWorld {
  const world = batchWorld(api, server, config);
  worlds.push(world);
  return world;
}

/** `RUNS=full` takes a minute; otherwise a few scenes and kills show that nothing is broken. */
const FULL = process.env['RUNS'] === 'full';
const SCENES = FULL ? '20' : '6';
/** At these numbers of batches nothing ends before the process that waits is killed. */
const DEADLY = FULL ? [1, 2, 5, 6] : [1, 5];

test.each(APIS)(
  `%s: ${SCENES} scenes by batches, killed while it waits, pay once and half, for the same bytes`,
  async (api) => {
    const deadly = new Set(DEADLY);
    const server: FaultServer = await startBatchServer({
      batch: {
        get polls() {
          return deadly.has(server.batches.length) ? Number.POSITIVE_INFINITY : 2;
        },
      },
    });
    const args = ['write', LOGLINE, '--scenes', SCENES, '--json'];
    const plain = worldAt(api, server);
    expect(await plain.run(args)).toMatchObject({ code: 0 });
    expect(server.submissions.size).toBe(0);
    const { cost } = await costOf(plain);

    const world = worldAt(api, server);
    let kills = 0;
    for (let code: number | null = null; code !== 0; ) {
      const ended = await world.run([...args, '--batch'], {
        onEvent: (event, child) => {
          if (event.type === 'batch-wait' && deadly.delete(server.batches.length))
            kills += Number(child.kill('SIGKILL'));
        },
      });
      code = ended.code;
      expect([0, null], ended.stderr).toContain(code);
    }
    expect(kills).toBe(DEADLY.length);
    expectEachOnce(server);
    expect(fountainIn(world)).toBe(fountainIn(plain));

    const bill = await costOf(world);
    expect(bill.groups).toEqual(['batch']);
    expect(bill.calls).toBe(server.submissions.size);
    expect(bill.cost).toBeCloseTo(cost / 2, 8);
    expect(bill.saved).toBeCloseTo(cost / 2, 8);
    const charged = server.batches.reduce((sum, batch) => sum + batch.charged.outputTokens, 0);
    expect(bill.outputTokens).toBe(charged);
    const dollars = `$${bill.cost.toFixed(2)}`;
    const said = (await world.run(['stats', 'cost'])).stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect(said).toContainEqual(['cost', dollars]);
    expect(said).toContainEqual(['saved by batch', dollars]);
  },
);

test.each(APIS)(
  '%s: killed when the batch is there but nobody has heard of it: it is found, not submitted again',
  async (api) => {
    const line: { state: 'deaf' | 'good' } = { state: 'deaf' };
    const server = await startBatchServer({
      // The batch is taken, and the answer never comes.
      faults: (request) =>
        line.state === 'deaf' && isSubmission(request) ? { type: 'hang', after: 'headers' } : undefined,
    });
    const world = worldAt(api, server);
    const args = ['write', LOGLINE, '--scenes', '2', '--batch', '--json'];
    const killed = await world.run(args, {
      onStart: async (child) => {
        await until(() => server.batches.length > 0);
        child.kill('SIGKILL');
      },
    });
    expect(killed.signal).toBe('SIGKILL');
    line.state = 'good';
    expect(await world.run(args)).toMatchObject({ code: 0 });
    expectEachOnce(server);
    expect((await costOf(world)).calls).toBe(server.submissions.size);
  },
);

test.each(['openai-compatible', 'mistral', 'ollama', 'offline'])(
  '%s takes no batches: asked at once, and told once',
  async (kind) => {
    const server = await startBatchServer(kind === 'ollama' ? { pretend: kind, models: [{ id: 'fake' }] } : {});
    const npm = kind === 'openai-compatible' || kind === 'mistral' ? `@ai-sdk/${kind}` : kind;
    const baseURL = kind === 'ollama' ? server.url : server.baseUrls.openai;
    const plain = { model: 'plain/fake', provider: { plain: { npm, options: { baseURL }, models: MODELS } } };
    const world = worldAt('openai', server, kind === 'offline' ? { model: 'offline-writer@1' } : plain);
    const { code, stderr } = await world.run(['write', LOGLINE, '--scenes', '2', '--batch']);
    expect(code).toBe(0);
    expect(stderr.match(/takes no batches/g)).toHaveLength(1);
    expect(server.batches).toEqual([]);
    expect(server.questions.length > 0).toBe(kind !== 'offline');
  },
);

test('what a batch did not answer is asked by itself, also when it failed as a whole, and it is told', async () => {
  const [expired, errored] = [new Set<string>(), new Set<string>()];
  const outcome = ({ id }: { readonly id: string }) => {
    const digit = id.at(-1) ?? '';
    if (digit < '3') return expired.add(id) && ('expired' as const);
    return digit < '6' ? errored.add(id) && ('errored' as const) : ('succeeded' as const);
  };
  let batches = 0;
  const failure = (): string | undefined => {
    batches += 1;
    return batches === 2 ? 'the queue is full' : undefined;
  };
  const server = await startBatchServer({ batch: { outcome, failure } });
  const world = worldAt('openai', server);
  const { code, stderr } = await world.run(['write', LOGLINE, '--scenes', '4', '--batch']);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/batch failed at openai: the queue is full; its \d+ questions are asked by themselves/);
  expect(Math.min(expired.size, errored.size)).toBeGreaterThan(0);
  const whole = server.batches.find(({ state }) => state === 'failed')?.items ?? [];
  expect(server.questions).toHaveLength(new Set([...expired, ...errored, ...whole]).size);
  expect(await costOf(world)).toMatchObject({ groups: expect.arrayContaining(['batch', 'interactive']), failed: 0 });
});

test('a wrong key ends the run with its hint; with the right one it goes on', async () => {
  const key: { state: 'wrong' | 'right' } = { state: 'wrong' };
  const server = await startBatchServer({ faults: () => (key.state === 'wrong' ? 'wrong-key' : undefined) });
  const world = worldAt('anthropic', server);
  const args = ['write', LOGLINE, '--scenes', '2', '--batch'];
  const refused = await world.run(args, { key: 'sk-ant-secret' });
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toMatch(/error: .*refused the key[\s\S]*hint: Check the key in ANTHROPIC_API_KEY/);
  expect(refused.stderr).not.toContain('sk-ant-secret');
  key.state = 'right';
  expect(await world.run(args)).toMatchObject({ code: 0 });
  expectEachOnce(server);
});

test('a network that is away while a batch is waited for comes back, and the run with it', async () => {
  const folder = scratch();
  const file = join(folder.dir, 'batches.json');
  let server = await startBatchServer({ batch: { file, polls: Number.POSITIVE_INFINITY } });
  const world = worldAt('google', server);
  const { port } = server;
  const retries: string[] = [];
  const ended = await world.run(['write', LOGLINE, '--scenes', '2', '--batch', '--json'], {
    onEvent: async ({ type }) => {
      if (type === 'batch-wait' && retries.length === 0) await server.close();
      if (type !== 'batch-retry') return;
      retries.push(type);
      if (retries.length === 3) server = await startBatchServer({ port, batch: { file } });
    },
  });
  expect(ended.code, ended.stderr).toBe(0);
  expectEachOnce(server);
  await server.close();
  folder.remove();
});

test('Ctrl-C ends the wait at once, says how to go on, and leaves the batch', async () => {
  let polls = Number.POSITIVE_INFINITY;
  const server = await startBatchServer({
    batch: {
      get polls() {
        return polls;
      },
    },
  });
  const world = worldAt('openai', server);
  const args = ['write', LOGLINE, '--scenes', '2', '--batch'];
  const stopped = await world.run(args, {
    onStart: async (child) => {
      await until(() =>
        server.requests.some(({ method, path }) => method === 'GET' && path.startsWith('/v1/batches/')),
      );
      child.kill('SIGINT');
    },
  });
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toMatch(
    /a batch of 1 question goes on at openai; the next run with --batch fetches its answers\n[\s\S]*error: The run was stopped\.\nhint: run the same command again to go on/,
  );
  expect(server.batches).toMatchObject([{ state: 'running' }]);
  polls = 2;
  expect(await world.run(args)).toMatchObject({ code: 0 });
  expectEachOnce(server);
});

test('an edit while a batch is under way asks anew; what was asked before is kept, and free when it is taken back', async () => {
  let polls = 2;
  const server = await startBatchServer({
    batch: {
      get polls() {
        return polls;
      },
    },
  });
  const world = worldAt('anthropic', server);
  expect(await world.run(['write', LOGLINE, '--scenes', '3', '--batch', '--quiet'])).toMatchObject({ code: 0 });
  const first = fountainIn(world);

  await say(world, 'Clipped. Answers with questions.');
  polls = Number.POSITIVE_INFINITY;
  const before = server.batches.length;
  const stopped = await world.run(['build', '--batch', '--json'], {
    onEvent: ({ type }, child) => {
      if (type === 'batch-wait') child.kill('SIGINT');
    },
  });
  expect(stopped.code).toBe(130);
  const old = server.batches[before]?.items.length ?? 0;
  expect(old).toBeGreaterThan(0);

  // Another edit: other questions, in another batch, while the old one is still there.
  await say(world, 'Long, and never finished.');
  polls = 2;
  expect(await world.run(['build', '--batch', '--quiet'])).toMatchObject({ code: 0 });
  const second = fountainIn(world);
  expect(second).not.toBe(first);

  // Back to the first edit, without batches: what was in the old one is taken in and not asked.
  await say(world, 'Clipped. Answers with questions.');
  expect(await world.run(['build', '--quiet'])).toMatchObject({ code: 0 });
  const handedIn = messagesHandedIn(server.requests.filter(isSubmission)[before]);
  expect(handedIn.size).toBe(old);
  expect(server.questions.length).toBeGreaterThan(0);
  expect(server.questions.filter(({ body }) => handedIn.has(messagesOf(body)))).toEqual([]);
  expectEachOnce(server);
  expect(new Set([first, second, fountainIn(world)]).size).toBe(3);
});

test('a run without batches takes in what has been answered since, and is told of what has not', async () => {
  let polls = Number.POSITIVE_INFINITY;
  const server = await startBatchServer({
    batch: {
      get polls() {
        return polls;
      },
    },
  });
  const world = worldAt('anthropic', server);
  const args = ['write', LOGLINE, '--scenes', '2'];
  const stopOnce = {
    onEvent: ({ type }: RunEvent, child: ChildProcess) => void (type === 'batch-wait' && child.kill('SIGINT')),
  };
  expect(await world.run([...args, '--batch', '--json'], stopOnce)).toMatchObject({ code: 130 });
  polls = 1;
  expect(await world.run(args)).toMatchObject({ code: 0 });
  const handedIn = messagesHandedIn(server.requests.find(isSubmission));
  expect(handedIn.size).toBe(1);
  expect(server.questions.filter(({ body }) => handedIn.has(messagesOf(body)))).toEqual([]);

  polls = Number.POSITIVE_INFINITY;
  await say(world, 'Clipped.');
  expect(await world.run(['build', '--batch', '--json'], stopOnce)).toMatchObject({ code: 130 });
  const { code, stderr } = await world.run(['build']);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /a batch of \d+ questions? goes on at anthropic; what is asked again without --batch is paid twice/,
  );
});

test('two scripts at once have batches of their own, also where the provider keeps no tags', async () => {
  const server = await startBatchServer();
  const world = worldAt('anthropic', server);
  const loglines = [LOGLINE, 'A ferryman learns that the far bank has moved overnight.'];
  const both = await Promise.all(
    loglines.map((logline) => world.run(['write', logline, '--scenes', '3', '--batch', '--json'])),
  );
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expectEachOnce(server);
  expect(server.questions).toEqual([]);
  expect((await costOf(world)).groups).toEqual(['batch']);
});

test('an answer that does not fit is asked about in the next batch', async () => {
  const misfits = new Set<string>();
  const server = await startBatchServer({
    answer: (request) => {
      const asked = JSON.stringify(request.body);
      if (asked.includes('does not fit the schema') || !asked.includes('beats')) return answerTo(request);
      misfits.add(asked);
      return { unexpected: true };
    },
  });
  const world = worldAt('google', server);
  const { code, stderr } = await world.run(['write', LOGLINE, '--scenes', '2', '--batch']);
  expect(code, stderr).toBe(0);
  expect(misfits.size).toBeGreaterThan(0);
  expect(server.questions).toEqual([]);
  expectEachOnce(server);
});

test('a budget counts batches at their price: it stops before it is exceeded, and goes on when it is raised', async () => {
  const server = await startBatchServer();
  const world = worldAt('openai', server);
  const args = ['write', LOGLINE, '--scenes', '6', '--batch', '--quiet'];
  const stopped = await world.run([...args, '--max-cost', '0.05']);
  expect(stopped.code, stopped.stderr).toBe(5);
  expect((await costOf(world)).cost).toBeLessThanOrEqual(0.05);
  expect(await world.run(args)).toMatchObject({ code: 0 });
  expectEachOnce(server);
});

test('plan --batch tells half the price', async () => {
  const server = await startBatchServer();
  const world = worldAt('openai', server);
  expect(await world.run(['write', LOGLINE, '--scenes', '3', '--quiet'])).toMatchObject({ code: 0 });
  await say(world, 'Clipped.');
  const planned = async (...flags: readonly string[]): Promise<number> =>
    JSON.parse((await world.run(['plan', '--json', ...flags])).stdout).cost;
  const full = await planned();
  expect(full).toBeGreaterThan(0);
  expect(await planned('--batch')).toBeCloseTo(full / 2, 10);
  expect((await world.run(['plan', '--batch'])).stdout).toContain('with --batch');
});

/** What was asked in the batch that this request handed in, for Anthropic. */
function messagesHandedIn(submission: WireRequest | undefined): ReadonlySet<string> {
  const body = submission?.body as unknown as { readonly requests: readonly { readonly params: unknown }[] };
  return new Set(body.requests.map(({ params }) => messagesOf(params)));
}

function messagesOf(body: unknown): string {
  return JSON.stringify((body as { readonly messages?: unknown }).messages);
}

/** Have everybody speak in another way: somebody of them does. */
async function say(world: BatchWorld, words: string): Promise<void> {
  const { stdout } = await world.run(['bible', 'list', '--json']);
  const entries = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pick<Entry, 'kind' | 'name'>);
  for (const { kind, name } of entries)
    if (kind === 'character')
      expect(await world.run(['bible', 'set', name, 'voice.sentences', words])).toMatchObject({ code: 0 });
}

/** Every custom id was submitted exactly once, over all batches. */
function expectEachOnce(server: FaultServer): void {
  expect(server.submissions.size).toBeGreaterThan(0);
  expect([...server.submissions].filter(([, times]) => times !== 1)).toEqual([]);
}

function isSubmission({ method, path }: WireRequest): boolean {
  return method === 'POST' && /\/batches$|:batchGenerateContent$/.test(path);
}

function fountainIn({ dir }: BatchWorld): string {
  const name = readdirSync(dir).find((file) => file.endsWith('.fountain'));
  return readFileSync(join(dir, name ?? ''), 'utf8');
}

/** What `stats cost` says of all calls. */
async function costOf(world: BatchWorld) {
  const { stdout } = await world.run(['stats', 'cost', '--by', 'lane', '--json']);
  const lines = stdout.trim().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Stats['total'] & { readonly type: string });
  const groups = rows.filter(({ type }) => type === 'stats').map(({ group }) => group);
  const total = rows.find(({ type }) => type === 'total');
  if (total === undefined) throw new Error(stdout);
  const { calls, failed, cost, savedByBatch: saved, outputTokens } = total;
  return { groups, calls, failed, cost, saved, outputTokens };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
