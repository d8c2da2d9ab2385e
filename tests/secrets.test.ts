import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { createApp } from '../src/server/index.ts';
import { type FaultServer, startFaultServer } from '../src/testing/index.ts';
import { type Finished, scratch, scriptgen } from './support/cli.ts';
import { type EchoServer, startEchoServer, WAYS } from './support/echo-server.ts';
import { type Mark, mark, marksIn, textsIn } from './support/marks.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const OPENAI = mark('openai');
const ANTHROPIC = mark('anthropic');
const GOOGLE = mark('google');
const HEADER = mark('header');
const IN_FILE = mark('infile');
const PASSWORD = mark('password');
const USER = mark('username');
const DATABASE = mark('database');
const MARKS: readonly Mark[] = [OPENAI, ANTHROPIC, GOOGLE, HEADER, IN_FILE, PASSWORD, USER, DATABASE];

const folder = scratch();
const dir = join(folder.dir, 'project');
const cache = join(folder.dir, 'cache');
let way = 'wrong key';
let echo: EchoServer;
let good: FaultServer;
/** All that was printed, thrown, sent and traced, by where it came from. */
const told = new Map<string, string>();
const tell = (where: string, what: string): void => void told.set(where, `${told.get(where) ?? ''}${what}\n`);

const spans = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));

/** An address with a user and a password in it. */
const locked = (port: number, path: string): string =>
  `http://${encodeURIComponent(USER.secret)}:${encodeURIComponent(PASSWORD.secret)}@127.0.0.1:${port}${path}`;

function writeModels(port: number): void {
  const headers = { 'x-team': 'Bearer {env:TEAM_TOKEN}' };
  const options = { apiKey: '{file:keys/mine}', headers };
  const models = { m: { cost: { input: 1, output: 1 } } };
  const provider = {
    openai: { options: { headers }, models },
    anthropic: {
      options: { apiKey: '{env:ANTHROPIC_API_KEY}', baseURL: `http://127.0.0.1:${port}/v1`, headers },
      models,
    },
    google: { options: { apiKey: '{env:GOOGLE_KEY}', baseURL: `http://127.0.0.1:${port}/v1beta`, headers }, models },
    mine: { npm: '@ai-sdk/openai-compatible', options: { ...options, baseURL: `http://127.0.0.1:${port}/v1` }, models },
    locked: { npm: '@ai-sdk/openai-compatible', options: { baseURL: '{env:LOCKED_URL}', headers }, models },
  };
  const router = { num_retries: 0, timeout: { total: 5000 } };
  writeFileSync(join(dir, 'models.json'), JSON.stringify({ version: 1, model: 'openai/m', router, provider }));
}

/** The environment of who asks: the server that refuses, or the one that answers. */
function envFor(port: number): Record<string, string> {
  return {
    OPENAI_API_KEY: OPENAI.secret,
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    ANTHROPIC_API_KEY: ANTHROPIC.secret,
    GOOGLE_KEY: GOOGLE.secret,
    TEAM_TOKEN: HEADER.secret,
    LOCKED_URL: locked(port, '/v1'),
    SCRIPTGEN_DEBUG: '1',
    SCRIPTGEN_DETECT: '0',
    XDG_CONFIG_HOME: '/nonexistent',
    XDG_CACHE_HOME: cache,
    OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true',
  };
}

async function run(port: number, ...args: readonly string[]): Promise<Finished> {
  const finished = await scriptgen(args, { cwd: dir, env: envFor(port) });
  tell(`scriptgen ${args.join(' ')} (${way})`, finished.stdout + finished.stderr);
  return finished;
}

beforeAll(async () => {
  mkdirSync(join(dir, 'keys'), { recursive: true });
  writeFileSync(join(dir, 'keys/mine'), `${IN_FILE.secret}\n`);
  good = await startFaultServer();
  echo = await startEchoServer(() => way);
});
afterAll(async () => {
  await echo.close();
  await good.close();
  folder.remove();
});

/** Where marks were found in what was told so far; emptied. */
function leaks(): readonly string[] {
  const found = [...told].flatMap(([where, text]) => marksIn(text, MARKS).map((what) => `${where}: ${what}`));
  told.clear();
  return found;
}

test('the search would find a planted one, however it is written', () => {
  const plain = `say ${HEADER.secret} again`;
  const basic = Buffer.from(`me:${HEADER.secret}`);
  const ways = [
    plain,
    JSON.stringify({ plain: JSON.stringify(plain) }),
    encodeURIComponent(plain),
    ...[plain, `x${plain}`, `xy${plain}`, `xyz${plain}`].map((text) => Buffer.from(text).toString('base64')),
    basic.toString('base64url'),
    basic.toString('hex'),
    inspect(new Error('outer', { cause: { inner: [plain] } }), { depth: null }),
  ];
  for (const text of ways) expect(marksIn(text, MARKS), text).toEqual([expect.stringContaining('header in …')]);
  expect(marksIn('nothing here', MARKS)).toEqual([]);
});

test.each(Object.keys(WAYS))('in no error, event or trace of a program, when the server says: %s', async (name) => {
  way = name;
  writeModels(echo.port);
  for (const model of ['openai/m', 'anthropic/m', 'google/m', 'mine/m', 'locked/m']) {
    const project = await openProject({ dir, env: envFor(echo.port), model });
    const where = `${model} (${name})`;
    const failed = await project
      .write({ logline: LOGLINE, scenes: 2, onEvent: (event) => tell(where, JSON.stringify(event)) })
      .catch((error: unknown) => error);
    expect(failed, where).toMatchObject({ code: expect.stringMatching(/^model\//) });
    tell(where, inspect(failed, { depth: null, showHidden: true, getters: true }));
    tell(where, JSON.stringify(failed));
    for (const call of await project.logs({ most: 100 })) tell(where, JSON.stringify(await project.log(call.id)));
    tell(where, project.metrics());
    await project.close();
  }
  for (const span of spans.getFinishedSpans())
    tell('trace', inspect([span.name, span.attributes, span.status, span.events], { depth: null }));
  spans.reset();
  expect(leaks()).toEqual([]);
});

test('every secret came to the server, which quoted it', () => {
  const sent = MARKS.filter((one) => one !== DATABASE).map(({ name }) => `${name} in`);
  expect(marksIn(echo.seen(), MARKS).map((what) => what.slice(0, what.indexOf(' …')))).toEqual(sent);
});

test.each(['wrong key', 'error in a stream'])(
  'in nothing that a command prints, when the server says: %s',
  async (name) => {
    way = name;
    writeModels(echo.port);
    for (const model of ['openai/m', 'locked/m']) {
      const failed = await run(echo.port, 'write', LOGLINE, '--scenes', '2', '--model', model);
      expect(failed.code, failed.stderr).toBeGreaterThan(2);
      await run(echo.port, 'write', LOGLINE, '--scenes', '2', '--model', model, '--json');
      await run(echo.port, 'models', 'test', model, '--yes');
    }
    const looks = ['models list', 'models list --json', 'doctor', 'logs --failed -n 5', 'stats cost --by model'];
    await Promise.all(looks.map((look) => run(echo.port, ...look.split(' '))));
    expect(leaks()).toEqual([]);
  },
);

test('nor where no server is there, or the address is none', async () => {
  way = 'no server';
  writeModels(1);
  for (const model of ['openai/m', 'locked/m', 'mine/m']) await run(1, 'write', LOGLINE, '--model', model);
  await run(1, 'doctor');
  const bad = [
    `htp://${USER.secret}:${PASSWORD.core}@host/v1`,
    `http://u:${PASSWORD.core}@`,
    `${PASSWORD.core}@host:1/v1`,
  ];
  for (const url of bad) {
    const provider = { locked: { npm: '@ai-sdk/openai-compatible', options: { baseURL: url } } };
    writeFileSync(join(dir, 'models.json'), JSON.stringify({ version: 1, model: 'locked/m', provider }));
    await Promise.all([['write', LOGLINE], ['doctor'], ['models', 'list']].map((args) => run(1, ...args)));
    writeModels(1);
    for (const name of ['OPENAI_BASE_URL', 'LOCKED_URL']) {
      const finished = await scriptgen(['doctor'], { cwd: dir, env: { ...envFor(1), [name]: url } });
      tell(`${name}=${url}`, finished.stdout + finished.stderr);
    }
  }
  const literal = `{"apiKey": "${PASSWORD.core}", "headers": {"x-team": "${HEADER.core}"}, "baseURL": "http://u:${USER.core}@h/v1"`;
  for (const options of [`${literal}}`, `${literal} "file": 1}`, `${literal}, "api": 7}`, literal]) {
    writeFileSync(
      join(dir, 'models.json'),
      `{"version": 1, "model": "own/m", "provider": {"own": {"options": ${options}}}}`,
    );
    await Promise.all([['write', LOGLINE], ['doctor'], ['models', 'list', '--json']].map((args) => run(1, ...args)));
  }
  const database = `postgres://user:${encodeURIComponent(DATABASE.secret)}@127.0.0.1:1/none`;
  for (const url of [database, `postgres://user:${DATABASE.core}@`, `mysql://u:${DATABASE.core}@h/d`]) {
    for (const args of [['scripts'], ['doctor'], ['db', 'check']]) {
      const finished = await scriptgen(args, { cwd: dir, env: { ...envFor(good.port), DATABASE_URL: url } });
      tell(`database ${args.join(' ')}`, finished.stdout + finished.stderr);
    }
  }
  expect(leaks()).toEqual([]);
});

test('nor where a script is written, recorded, planned, looked at and served', async () => {
  way = 'wrong key';
  writeModels(good.port);
  const written = await run(good.port, 'write', LOGLINE, '--scenes', '2');
  expect(written.code, written.stderr).toBe(0);
  for (const [model, logline] of [
    ['locked/m', 'A ferry sinks.'],
    ['mine/m', 'A ferry floats.'],
    ['anthropic/m', 'A ferry waits.'],
    ['google/m', 'A ferry turns.'],
  ]) {
    const also = await run(good.port, 'write', logline ?? '', '--scenes', '2', '--model', model ?? '', '--json');
    expect(also.code, also.stderr).toBe(0);
  }
  await run(good.port, 'build', '--json');
  await run(good.port, 'plan');
  await run(good.port, 'models', 'test', '--yes');
  await run(good.port, 'stats', 'cost', '--by', 'day', '--json');
  const logs = await run(good.port, 'logs', '--json', '-n', '3');
  for (const line of logs.stdout.trim().split('\n')) await run(good.port, 'logs', 'show', JSON.parse(line).id, '--raw');
  await run(good.port, 'cache', 'export', 'answers.jsonl');
  await run(good.port, 'export', '--format', 'fdx,html');
  await run(good.port, 'db', 'check');

  writeModels(echo.port);
  const project = await openProject({ dir, env: envFor(echo.port) });
  const app = createApp(project);
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ logline: 'A ferry burns.' }),
  };
  const events = await (await app.request('http://localhost/api/scripts', post)).text();
  expect(events).toContain('model/unauthorized');
  tell('events over HTTP', events);
  tell('metrics', await (await app.request('http://localhost/metrics')).text());
  await project.close();
  tell('mcp', await overMcp());
  expect(leaks()).toEqual([]);

  // Everything that stands on the disk now, but for where the secrets are meant to stand.
  const isPlanted = (path: string): boolean => /^project\/(keys|models\.json)/.test(path);
  const texts = textsIn(folder.dir, isPlanted);
  expect([...texts.keys()].map((path) => path.replace(/^.*\//, ''))).toEqual(
    expect.arrayContaining(['scriptgen.db', 'scriptgen.db: values', 'answers.jsonl', expect.stringMatching(/\.pdf$/)]),
  );
  expect(texts.get('project/.scriptgen/scriptgen.db: values')).toContain('model/unauthorized');
  expect([...texts].flatMap(([path, text]) => marksIn(text, MARKS).map((what) => `${path}: ${what}`))).toEqual([]);
  // It would be found there: what the search reads has the key where a key is.
  expect(
    [...textsIn(dir, () => false)].filter(([, text]) => marksIn(text, MARKS).length > 0).map(([path]) => path),
  ).toEqual(['keys/mine']);
});

/** Ask an assistant's server to write a script, which fails, and give all that it says. */
async function overMcp(): Promise<string> {
  const bin = join(import.meta.dirname, '../src/cli/bin.ts');
  const child = spawn(process.execPath, [bin, 'mcp'], {
    cwd: dir,
    env: { PATH: process.env['PATH'], ...envFor(echo.port) },
  });
  let said = '';
  const answered = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('model/unauthorized')) done();
      });
    child.on('close', () => done());
  });
  const send = (message: object): void => void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const clientInfo = { name: 'test', version: '1' };
  send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  send({ method: 'notifications/initialized' });
  send({
    id: 2,
    method: 'tools/call',
    params: { name: 'write_script', arguments: { logline: 'A ferry dreams.', scenes: 2 } },
  });
  await answered;
  child.stdin.end();
  await new Promise((done) => child.once('close', done));
  expect(said).toContain('model/unauthorized');
  return said;
}
