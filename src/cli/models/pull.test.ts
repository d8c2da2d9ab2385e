import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Cli } from '../cli.ts';
import { addModelsPull } from './pull.ts';

const MODEL = Buffer.alloc(2 * 1024 * 1024, 'GGUF');
const SHA256 = createHash('sha256').update(MODEL).digest('hex');

let data = '';
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'scriptgen-pull-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
});

/** Run `models pull` with these words; what it printed, and the error that it ended with. */
async function run(words: readonly string[], { isTTY = false, signals = new EventEmitter() } = {}) {
  let stdout = '';
  let stderr = '';
  const outside = {
    env: { XDG_DATA_HOME: data },
    ...{ signals, now: () => 0 },
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text), isTTY },
  };
  const program = new Command().option('--json');
  addModelsPull(program.command('models'), { io: outside as unknown as Cli['io'], exit: () => undefined });
  const error: unknown = await program.parseAsync(['models', 'pull', ...words], { from: 'user' }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { stdout, stderr, error, listeners: signals.listenerCount('SIGINT') };
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tiny.gguf`;
}

const whole: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': MODEL.length }).end(MODEL);
};

test('a model is fetched into the folder of models, and standard output says where it is', async () => {
  const url = await serve(whole);
  const { stdout, stderr, error, listeners } = await run([url, '--sha256', SHA256, '--name', 'mine']);
  expect(error).toBeUndefined();
  const file = join(data, 'scriptgen', 'models', 'mine.gguf');
  expect(stdout).toContain(`${file} is there: 2 MB, SHA-256 as asked`);
  expect(stderr).toBe('');
  expect(listeners).toBe(0);
  expect(await readFile(file)).toEqual(MODEL);
  const again = await run(['--json', url, '--sha256', SHA256, '--name', 'mine']);
  expect(JSON.parse(again.stdout)).toEqual({ type: 'model', file, bytes: MODEL.length, sha256: SHA256, isNew: false });
});

test('a terminal is told how far it is, and the line goes away', async () => {
  const { stderr } = await run([await serve(whole), '--sha256', SHA256], { isTTY: true });
  expect(stderr).toMatch(/\d MB of 2 MB \(\d+ %\)/);
  expect(stderr.endsWith('\r\u001b[K')).toBe(true);
});

test('without its SHA-256 nothing is fetched', async () => {
  const { error } = await run([
    await serve(() => {
      throw new Error('it was asked');
    }),
  ]);
  expect(error).toMatchObject({ code: 'input/invalid', hint: expect.stringContaining('--sha256') });
});

test('Ctrl-C ends it', async () => {
  const signals = new EventEmitter();
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-length': MODEL.length }).write('GGUF');
    signals.emit('SIGINT');
  });
  const { error, listeners } = await run([url, '--sha256', SHA256], { signals });
  expect(error).toMatchObject({ code: 'run/aborted' });
  expect(listeners).toBe(0);
});
