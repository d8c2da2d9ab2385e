import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFakeOpenAI } from '../src/testing/index.ts';
import { askOften } from './support/ask-often.ts';
import { scratch } from './support/cli.ts';

const ASKS = 1000;

test('1,000 identical asks at once in one process are one request', async () => {
  const fake = await startFakeOpenAI({ latency: () => 150 });
  const folder = scratch();
  try {
    const answers = await askOften({ database: join(folder.dir, 'x.db'), url: fake.url, times: ASKS });
    expect(new Set(answers).size).toBe(1);
    expect(answers).toHaveLength(ASKS);
    expect(fake.requestCount).toBe(1);
  } finally {
    await fake.close();
    folder.remove();
  }
});

test('1,000 identical asks at once across 4 processes are one request', async () => {
  const fake = await startFakeOpenAI({ latency: () => 1500 });
  const folder = scratch();
  const database = join(folder.dir, 'x.db');
  try {
    const answers = await Promise.all([1, 2, 3, 4].map(() => inProcess(database, fake.url, ASKS / 4)));
    expect(new Set(answers.flat()).size).toBe(1);
    expect(answers.flat()).toHaveLength(ASKS);
    expect(fake.requestCount).toBe(1);
  } finally {
    await fake.close();
    folder.remove();
  }
});

test('a failed ask is not remembered: the next one asks', async () => {
  let failing = true;
  const fake = await startFakeOpenAI({ faults: () => (failing ? { type: 'status', status: 400 } : undefined) });
  const folder = scratch();
  const database = join(folder.dir, 'x.db');
  try {
    await expect(askOften({ database, url: fake.url, times: 3 })).rejects.toMatchObject({ code: 'model/rejected' });
    failing = false;
    expect(await askOften({ database, url: fake.url, times: 1 })).toHaveLength(1);
  } finally {
    await fake.close();
    folder.remove();
  }
});

function inProcess(database: string, url: string, times: number): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'support/ask-often-main.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, database, url, String(times)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('close', (code) => (code === 0 ? done(JSON.parse(out) as string[]) : fail(new Error(`exit ${code}`))));
  });
}
