import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { sha256 } from '../core/index.ts';

test('the server as a process tells its address, and logs a request before it answers it', async () => {
  const log = join(mkdtempSync(join(tmpdir(), 'fake-openai-')), 'requests');
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'fake-openai-main.ts'), '--latency', '600000', '--log', log],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const line = await new Promise<string>((read) => {
      createInterface(child.stdout).once('line', read);
    });
    const { url } = JSON.parse(line) as { url: string };
    const body = '{"model":"m","messages":[]}';
    const answered = fetch(`${url}/chat/completions`, { method: 'POST', body }).then(
      () => 'answered',
      () => 'never answered',
    );
    await expect.poll(() => readFileSync(log, 'utf8')).toBe(`${sha256(body)}\n`);
    child.kill('SIGKILL');
    expect(await answered).toBe('never answered');
  } finally {
    child.kill('SIGKILL');
  }
});
