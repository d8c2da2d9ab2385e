import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../fakes/io.ts';
import { fakeProject } from '../fakes/project.ts';

const dir = mkdtempSync(join(tmpdir(), 'scriptgen-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const at = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const STORY = at('story.md', 'Mara waits for the boat. It does not come.');
const SCRIPT = at('lamp.fountain', 'INT. LAMP ROOM - NIGHT\n\nMARA\nEleven.\n\nBENNET\nDry.\n');
const LIST = at('list.txt', '1. Mara waits.\n2. The boat comes.\n3. She hides.\n');

test('write --from says what the file is taken for, and writes from it', async () => {
  const project = fakeProject();
  const { stderr } = await runCli(['write', '--from', STORY, '-n', '3'], { project });
  expect(stderr).toContain('story.md: prose of 9 words\n');
  expect(project.calls).toContainEqual(['write', { scenes: 3, source: expect.objectContaining({ kind: 'prose' }) }]);
  expect((await runCli(['write', '--from', LIST], { project: fakeProject() })).stderr).toContain(
    'an outline of 3 scenes\n',
  );
  expect((await runCli(['write', '--from', SCRIPT], { project: fakeProject() })).stderr).toContain('a screenplay\n');
});

test('write --continue goes on with a file, or with a script of the project', async () => {
  const project = fakeProject();
  await runCli(['write', '--continue', SCRIPT, '--from-scene', '2', '-n', '1'], { project });
  await runCli(['write', '--continue', 'the-light'], { project });
  expect(project.calls.filter(([name]) => name === 'continue')).toEqual([
    ['continue', { source: expect.objectContaining({ kind: 'screenplay' }), fromScene: 2, scenes: 1 }],
    ['continue', { script: 'the-light' }],
  ]);
});

test.each([
  [['A keeper waits.', '--from', STORY], /a logline and --from are given/],
  [['--from', STORY, '--continue', SCRIPT], /--from and --continue are given/],
  [['A keeper waits.', '--from-scene', '3'], /--from-scene is given without --continue/],
  [['--continue', SCRIPT, '--in', 'the-series'], /--in and --continue are given/],
  [['--continue', join(dir, 'gone.fdx')], /there is no file .*gone\.fdx/],
  [['--continue', SCRIPT, '--from-scene', '1'], /--from-scene must be a whole number of 2 or more/],
])('write %j is a clear error', async (args, says) => {
  const project = fakeProject();
  const { stderr, exit: code } = await runCli(['write', ...args], { project });
  expect(stderr).toMatch(says);
  expect(code).toBe(2);
  expect(project.calls.filter(([name]) => name === 'write' || name === 'continue')).toEqual([]);
});

test('build and plan take the scenes they are held to', async () => {
  const project = fakeProject();
  await runCli(['build', '--scenes', '3-7,12', '--only', 'sc_9', '--rewrite'], { project });
  expect(project.calls).toContainEqual(['build', { scenes: ['3-7', '12', 'sc_9'], rewrite: true, sync: true }]);
});
