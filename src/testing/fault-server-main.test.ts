import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

async function start(...args: readonly string[]): Promise<{ readonly url: string; readonly kill: () => void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fault-server-main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const line = await new Promise<string>((read) => {
    createInterface(child.stdout).once('line', read);
  });
  const { url } = JSON.parse(line) as { url: string };
  return { url, kill: () => child.kill('SIGKILL') };
}

test('as a process it plays its scenario, logs what comes, and a second one goes on with its batches', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fault-server-'));
  const kept = ['--batches', join(folder, 'batches.json')];
  const log = join(folder, 'log');
  const first = await start('--scenario', 'unavailable', '--times', '1', '--log', log, ...kept);
  const ask = () => fetch(`${first.url}/v1/messages`, { method: 'POST', body: '{"model":"m","messages":[]}' });
  expect([(await ask()).status, (await ask()).status]).toEqual([503, 200]);
  const requests = [{ custom_id: 'a', params: { model: 'm', messages: [] } }];
  await fetch(`${first.url}/v1/messages/batches`, { method: 'POST', body: JSON.stringify({ requests }) });
  const lines = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { operation: string });
  expect(lines.map(({ operation }) => operation)).toEqual(['generate', 'generate', 'batch']);
  first.kill();
  const second = await start(...kept);
  const { data } = (await (await fetch(`${second.url}/v1/messages/batches`)).json()) as { data: readonly object[] };
  expect(data).toMatchObject([{ processing_status: 'in_progress', request_counts: { processing: 1 } }]);
});
