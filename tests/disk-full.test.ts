import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ScriptGenError } from '../src/core/index.ts';
import { openProject } from '../src/index.ts';
import { step } from '../src/steps/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { scriptedModel, startFaultServer } from '../src/testing/index.ts';
import { scratch, scriptgen } from './support/cli.ts';
import { askWord, testRun } from './support/test-run.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const folder = scratch();
afterAll(() => folder.remove());

test('an answer that cannot be written down is given to the one who asked, and the run is told to stop', async () => {
  const storage = await openSqlite(join(folder.dir, 'full.db'));
  const full = new ScriptGenError({ code: 'storage/unwritable', message: 'The disk is full.' });
  const halted: ScriptGenError[] = [];
  const model = scriptedModel(() => ({ word: 'tide' }));
  const run = testRun(storage, model, {
    journal: { ...storage.journal, settle: () => Promise.reject(full) },
    halt: (error) => void halted.push(error),
  });
  try {
    expect(await step(run, askWord('the sea'))).toEqual({ word: 'tide' });
    expect(halted).toEqual([full]);
  } finally {
    await storage.close();
  }
});

test('a process that lives on can go on with the script as soon as there is room', async (context) => {
  const dir = join(folder.dir, 'disk-alive');
  mkdirSync(dir);
  if (!mountDisk(dir, '4m')) return context.skip('a disk can be mounted by root only');
  const filler = join(dir, 'filler');
  const server = await startFaultServer({
    onRequest: ({ n }) => {
      if (n === 5) fillUp(filler);
    },
  });
  const env = { OPENAI_BASE_URL: server.baseUrls.openai, OPENAI_API_KEY: 'k' };
  const project = await openProject({ dir, env, model: 'openai/fake' });
  const story = { logline: LOGLINE, scenes: 2 };
  try {
    await expect(project.write(story)).rejects.toMatchObject({ code: 'storage/unwritable' });
    rmSync(filler);
    // Where their end could not be written, it waits for its own leases to run out, within 15 s.
    const written = await project.write(story);
    expect(written.status).toBe('done');
  } finally {
    await project.close();
    await server.close();
    execFileSync('umount', [dir]);
  }
});

/** A disk of so many bytes at this folder; `false` where this user may not mount one. */
function mountDisk(dir: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test.for([1, 5, 9, 12])(
  'a disk that is full when answer %i comes ends the run, and the next one goes on',
  async (when, context) => {
    const dir = join(folder.dir, `disk-${when}`);
    mkdirSync(dir);
    if (!mountDisk(dir, '4m')) return context.skip('a disk can be mounted by root only');
    const filler = join(dir, 'filler');
    let isFilled = false;
    const server = await startFaultServer({
      onRequest: ({ n }) => {
        if (n !== when || isFilled) return;
        isFilled = true;
        fillUp(filler);
      },
    });
    const env = { OPENAI_BASE_URL: server.baseUrls.openai, OPENAI_API_KEY: 'k' };
    const write = ['write', LOGLINE, '--scenes', '3', '--model', 'openai/fake', '--concurrency', '1'];
    try {
      const full = await scriptgen(write, { cwd: dir, env });
      expect(isFilled).toBe(true);
      expect(full.code, full.stderr).toBe(6);
      expect(full.stderr).toMatch(/error: .*cannot be written: the disk is full or failing/);
      expect(full.stderr).toContain('hint: Make room on the disk');
      expect(full.stderr).toContain('(code storage/unwritable, exit 6)');
      const asked = server.questions.length;
      expect(asked).toBeLessThanOrEqual(when + 1); // the run stops there

      rmSync(filler);
      const next = await scriptgen([...write, '--json'], { cwd: dir, env });
      expect(next.code, next.stderr).toBe(0);
      // What was in flight when the disk was full is all that is paid for twice.
      expect(server.questions.length - server.distinctCount).toBeLessThanOrEqual(asked - when + 1);
      const verified = await scriptgen(['cache', 'verify'], { cwd: dir, env });
      expect(verified.stdout).toContain('all sound');
    } finally {
      await server.close();
      execFileSync('umount', [dir]);
    }
  },
);

/** Take whatever room there is on a disk, to the last byte. */
function fillUp(file: string): void {
  for (let size = 1_000_000; size > 0; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size, 1), { flag: 'a' });
    } catch {} // less fits
  }
}
