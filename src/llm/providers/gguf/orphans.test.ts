import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';

const here = import.meta.dirname;
const fixture = (name: string): string => join(here, 'fixtures', name);

/** Start `fixtures/parent.ts`; its process, and the number of its model's. */
async function startParent(...job: readonly string[]) {
  const parent = spawn(process.execPath, [fixture('parent.ts'), ...job], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const ended = once(parent, 'exit');
  const [line] = await once(parent.stdout, 'data');
  return { parent, ended, pid: Number(String(line)) };
}

async function gone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 30_000, interval: 100 });
}

test.each([
  ['child.ts', join(here, 'child.ts')],
  ['one whose event loop is stuck', fixture('stuck-child.ts')],
])('a process of a model (%s) does not outlive a parent that is killed', async (_, entry) => {
  const { parent, pid } = await startParent('hold', entry);
  expect(process.kill(pid, 0)).toBe(true);
  parent.kill('SIGKILL');
  await gone(pid);
});

test('an idle process of a model keeps no other process going, and ends with it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'scriptgen-gguf-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const file = join(dir, 'model.gguf');
  await writeFile(file, 'GGUF');
  const { ended, pid } = await startParent('ask', fixture('scripted-child.ts'), file);
  expect(await ended).toEqual([0, null]);
  await gone(pid);
});
