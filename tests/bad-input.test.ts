import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../src/storage/index.ts';
import { startFakeOpenAI } from '../src/testing/index.ts';
import { type Finished, scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';

let folder: ReturnType<typeof scratch>;
beforeEach(() => {
  folder = scratch();
});
afterEach(() => {
  folder.remove();
});

/** One clear error: what happened, what to do, under which code, and the exit code of that code. */
function expectError(finished: Finished, expected: { code: string; exit: number; says: RegExp; hint?: RegExp }): void {
  expect(finished.stderr).toMatch(/^error: /m);
  expect(finished.stderr).toMatch(/^hint: /m);
  expect(finished.stderr).toMatch(expected.says);
  if (expected.hint) expect(finished.stderr).toMatch(expected.hint);
  expect(finished.stderr).toContain(expected.code);
  expect(finished.stderr).not.toMatch(/\n\s+at /);
  expect(finished.code).toBe(expected.exit);
}

test.each([
  ['no logline', ['write'], /logline/],
  ['an empty logline', ['write', '   '], /empty/],
  ['a logline of 100,000 characters', ['write', 'x'.repeat(100_000)], /100,000/],
  ['an unknown format', ['write', LOGLINE, '--format', 'novel'], /novel/],
  ['no scenes', ['write', LOGLINE, '--scenes', '0'], /scenes/],
  ['half a scene', ['write', LOGLINE, '--scenes', '1.5'], /scenes/],
  ['an unknown option', ['write', LOGLINE, '--scnes', '3'], /scnes/],
  ['an unknown command', ['wirte', LOGLINE], /wirte/],
])('%s is one clear error, and leaves nothing behind', async (_, args, says) => {
  expectError(await scriptgen(args, { cwd: folder.dir }), { code: 'input/invalid', exit: 2, says });
  expect(readdirSync(folder.dir)).toEqual([]);
});

test('a broken models.json names its line and field', async () => {
  writeFileSync(join(folder.dir, 'models.json'), '{\n  "version": 1,\n  "model": 7\n}\n');
  const finished = await scriptgen(['write', LOGLINE], { cwd: folder.dir });
  expectError(finished, { code: 'config/invalid', exit: 3, says: /models\.json.*3[\s\S]*model/ });
  writeFileSync(join(folder.dir, 'models.json'), '{\n  "version": 1,\n  "model": "a/b",,\n}\n');
  expectError(await scriptgen(['write', LOGLINE], { cwd: folder.dir }), { code: 'config/invalid', exit: 3, says: /3/ });
});

test('a missing key is told before anything is asked', async () => {
  const finished = await scriptgen(['write', LOGLINE, '--model', 'openai/gpt-5-mini'], { cwd: folder.dir });
  expectError(finished, { code: 'model/unauthorized', exit: 3, says: /key/i, hint: /OPENAI_API_KEY/ });
});

test('an endpoint that is not there is told with its address', async () => {
  writeFileSync(join(folder.dir, 'models.json'), JSON.stringify({ version: 1, router: { num_retries: 1 } }));
  const env = { OPENAI_BASE_URL: 'http://127.0.0.1:59999/v1', OPENAI_API_KEY: 'k' };
  const finished = await scriptgen(['write', LOGLINE, '--model', 'openai/x'], { cwd: folder.dir, env });
  expectError(finished, { code: 'model/unreachable', exit: 4, says: /127\.0\.0\.1:59999/ });
});

test('an endpoint that answers HTML is told as such', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in</body></html>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const env = { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_API_KEY: 'k' };
  const finished = await scriptgen(['write', LOGLINE, '--model', 'openai/x'], { cwd: folder.dir, env });
  server.close();
  expectError(finished, { code: 'model/rejected', exit: 4, says: /HTML/ });
});

test('a folder that cannot be written to is told before anything is asked', async () => {
  // Root may write anywhere, so a file stands where the folder should be.
  writeFileSync(join(folder.dir, 'taken'), '');
  const finished = await scriptgen(['write', LOGLINE, '--out', 'taken'], { cwd: folder.dir });
  expectError(finished, { code: 'storage/unwritable', exit: 6, says: /taken/ });
  const elsewhere = await scriptgen(['write', LOGLINE, '--project', join(folder.dir, 'taken')], { cwd: folder.dir });
  expectError(elsewhere, { code: 'storage/unwritable', exit: 6, says: /taken/ });
});

test.skipIf(process.getuid?.() === 0)(
  'a read-only folder is told as such (skipped for root, who may write anywhere)',
  async () => {
    const dir = join(folder.dir, 'closed');
    mkdirSync(dir);
    chmodSync(dir, 0o555);
    expectError(await scriptgen(['write', LOGLINE, '--project', dir], { cwd: folder.dir }), {
      code: 'storage/unwritable',
      exit: 6,
      says: /closed/,
    });
  },
);

test('a database from a newer version is left alone', async () => {
  const database = join(folder.dir, '.scriptgen', 'scriptgen.db');
  await (await openSqlite(database)).close();
  const { default: Database } = await import('better-sqlite3');
  const raw = new Database(database);
  raw.prepare('update schema_version set version = 999').run();
  raw.close();
  expectError(await scriptgen(['write', LOGLINE], { cwd: folder.dir }), {
    code: 'storage/newer',
    exit: 6,
    says: /999/,
  });
});

test('a file that is no database is left alone', async () => {
  mkdirSync(join(folder.dir, '.scriptgen'));
  writeFileSync(
    join(folder.dir, '.scriptgen', 'scriptgen.db'),
    'my notes, long enough to be taken for a page of something',
  );
  expectError(await scriptgen(['status'], { cwd: folder.dir }), {
    code: 'storage/damaged',
    exit: 6,
    says: /scriptgen\.db/,
  });
  expect(readFileSync(join(folder.dir, '.scriptgen', 'scriptgen.db'), 'utf8')).toContain('my notes');
});

test('a project without a script says how to begin, and is not created by asking', async () => {
  for (const command of ['plan', 'status', 'build']) {
    const finished = await scriptgen([command], { cwd: folder.dir });
    expectError(finished, { code: 'script/not-found', exit: 2, says: /no script/i, hint: /scriptgen write/ });
  }
  expect(existsSync(join(folder.dir, '.scriptgen'))).toBe(false);
});

test('a second process that does not wait is told who is at work', async () => {
  const fake = await startFakeOpenAI({ latency: () => 400 });
  const env = { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: 'k' };
  const args = ['write', LOGLINE, '--scenes', '4', '--model', 'openai/fake'];
  let second: Promise<Finished> | undefined;
  const first = await scriptgen(args, {
    cwd: folder.dir,
    env,
    onStart: () =>
      setTimeout(() => {
        second = scriptgen([...args, '--no-wait'], { cwd: folder.dir, env });
      }, 1500),
  });
  expect(first.code).toBe(0);
  if (!second) throw new Error('the first process ended too soon');
  expectError(await second, { code: 'run/busy', exit: 6, says: /\d+/ });
  await fake.close();
});

test('Ctrl-C waits for what is in flight, says how to go on, and going on pays for nothing twice', async () => {
  const fake = await startFakeOpenAI({ latency: () => 300 });
  const env = { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: 'k' };
  const args = ['write', LOGLINE, '--scenes', '8', '--model', 'openai/fake'];
  const stopped = await scriptgen(args, {
    cwd: folder.dir,
    env,
    onStart: (child) => setTimeout(() => child.kill('SIGINT'), 2000),
  });
  expectError(stopped, { code: 'run/aborted', exit: 130, says: /stopped/i, hint: /again/ });
  const resumed = await scriptgen(args, { cwd: folder.dir, env });
  expect(resumed.code).toBe(0);
  expect(fake.distinctCount).toBe(fake.requestCount);
  await fake.close();
});

test('a file edited by hand is never overwritten', async () => {
  await scriptgen(['write', LOGLINE, '--scenes', '3'], { cwd: folder.dir });
  const name = readdirSync(folder.dir).find((file) => file.endsWith('.fountain')) ?? '';
  const path = join(folder.dir, name);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\nMy own last line.\n`);
  const again = await scriptgen(['build', '--no-sync'], { cwd: folder.dir });
  expect(again.code).toBe(0);
  expect(readFileSync(path, 'utf8')).toContain('My own last line.');
  expect(existsSync(join(folder.dir, name.replace('.fountain', '.new.fountain')))).toBe(true);
});

test('letters that no font at hand has are named with the package that brings them, not printed wrong in silence', async () => {
  const finished = await scriptgen(['write', 'Иван must share one hive with a rival for a season.', '--quiet'], {
    cwd: folder.dir,
  });
  expect(finished.code).toBe(0);
  expect(finished.stdout).toMatch(/Cyrillic: U\+0418 И/);
  expect(finished.stdout).toContain('npm install @expo-google-fonts/cousine');
});
