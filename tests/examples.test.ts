import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scratch } from './support/cli.ts';

const argv = process.argv;
const folder = scratch();

beforeEach(() => {
  process.argv = [argv[0] ?? '', argv[1] ?? '', folder.dir];
  // The examples are run as a newcomer runs them: without a key.
  for (const name of ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'DATABASE_URL']) vi.stubEnv(name, '');
});
afterEach(() => {
  process.argv = argv;
  vi.unstubAllEnvs();
  folder.remove();
});

/** Import an example, which runs it, and give what it printed. */
async function run(name: string): Promise<string> {
  const printed: string[] = [];
  const log = vi
    .spyOn(console, 'log')
    .mockImplementation((...words) => printed.push(words.join(' ')) as unknown as undefined);
  await import(`../examples/${name}.ts`);
  log.mockRestore();
  return printed.join('\n');
}

test('bibles: an edit makes scenes stale, with the reason, and going back makes none stale', async () => {
  const out = await run('bibles');
  expect(out).toMatch(/character\s+\S+ v1/);
  expect(out).toMatch(/sc \d+ .* ← .*\.voice v1 → v2/);
  expect(out).toContain('after going back: 0 stale');
});

test('agents: a director of your own takes the place of the one that comes with it', async () => {
  const out = await run('agents');
  expect(out).toMatch(/the director staged \d+ elements/);
  expect(out).toContain('0 parentheticals left');
});

test('critics: agents of your own write a whole script, and a plan knows them', async () => {
  const out = await run('critics');
  expect(out).toMatch(/done: [1-9]\d* speeches/);
  expect(out).toContain('0 parentheticals');
  expect(out).toContain('fresh by the same agents: 6 of 6 scenes');
});

test('workflow: a logline becomes a screenplay, and building again asks nothing', async () => {
  const out = await run('workflow');
  expect(out).toMatch(/scene 6 written/);
  expect(out).toMatch(/\d+ pages by offline-writer@1/);
  expect(out).toMatch(/built again: 0 asked, [1-9]\d* from the journal/);
});

test('production: a scene comes in, pages keep their labels, and only what changed is blue', async () => {
  const out = await run('production');
  expect(out).toContain('title, 1, 2 blue, 2A blue, 3');
  expect(out).toContain(
    '1 INT. LAMP ROOM - NIGHT, 1A EXT. GALLERY - NIGHT, 2 INT. STAIRS - NIGHT, 3 EXT. ROCKS - DAWN',
  );
  expect(readFileSync(join(folder.dir, 'blue.fdx'), 'utf8')).toContain('Number="1A"');
  expect(readFileSync(join(folder.dir, 'blue.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('rebuild: a change reaches what was said before, a line of a person stands, and undo costs nothing', async () => {
  const out = await run('rebuild');
  const reached = /it would reach ([1-6]) of 6 scenes/.exec(out)?.[1];
  expect(out).toContain('taken in: scenes 1\n');
  expect(out).toContain(`written: ${reached}\nher line stands\nAnn\nafter undo: 0 scenes to write`);
});
