import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject, type Project } from '../src/index.ts';
import { scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const folder = scratch();
const cwd = folder.dir;
const direct = join(cwd, 'prompts', 'scene-direct.md');

beforeAll(async () => {
  await inProject((project) => project.write({ logline: LOGLINE, scenes: 6 }));
});
afterAll(() => folder.remove());

async function inProject<T>(work: (project: Project) => Promise<T>): Promise<T> {
  const project = await openProject({ dir: cwd, env: {} });
  try {
    return await work(project);
  } finally {
    await project.close();
  }
}

test('list names every prompt with its role, and says that the text is shipped', async () => {
  const { stdout } = await scriptgen(['prompts', 'list', '--json'], { cwd });
  const prompts = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(prompts.find(({ name }) => name === 'scene.direct')).toMatchObject({ role: 'director', source: 'shipped' });
  expect(new Set(prompts.map(({ source }) => source))).toEqual(new Set(['shipped']));
  expect((await scriptgen(['prompts', 'list'], { cwd })).stdout).toMatch(
    /scene\.together +character +[0-9a-f]{8} +shipped +~\d/,
  );
});

test('show with a scene gives what was sent, to the letter, and asks nothing', async () => {
  const shown = await scriptgen(['prompts', 'show', 'scene.direct', '--scene', '1', '--json'], { cwd });
  const request = JSON.parse(shown.stdout);
  expect(request.answered).toBe(true);
  await inProject(async (project) => {
    const { journal, slots } = (await project.prepare()).run;
    const key = slots.get(request.slot)?.key ?? '';
    const row = (await journal.find([key])).get(key);
    expect(row?.request).toMatchObject({ messages: request.messages, schema: request.schema });
  });
  const text = (await scriptgen(['prompts', 'show', 'scene.direct', '--scene', '1'], { cwd })).stdout;
  expect(text).toContain(request.messages[1].content);
});

test('show says so when what it is asked for cannot be known yet, or is never asked', async () => {
  const unwritten = await scriptgen(
    ['prompts', 'show', 'scene.critique', '--scene', '1', '--dialogue', 'apart', '--model', 'openai/x'],
    { cwd, env: { OPENAI_API_KEY: 'k' } },
  );
  expect([unwritten.code, unwritten.stderr]).toEqual([2, expect.stringContaining('is not known yet for scene 1')]);
  const { code, stderr } = await scriptgen(['prompts', 'show', 'bible.plots', '--scene', '1'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('bible.plots is not asked for scene 1')]);
  expect((await scriptgen(['prompts', 'show', 'scene.drect'], { cwd })).stderr).toContain('Did you mean scene.direct?');
});

test('an ejected text changes nothing until it is edited; then just its scenes are stale, and it is the reason', async () => {
  expect((await scriptgen(['prompts', 'eject', 'scene.direct'], { cwd })).stdout).toContain('copied to');
  expect((await inProject((project) => project.plan())).scenes).toEqual([]);
  writeFileSync(direct, readFileSync(direct, 'utf8').replace('Cut about a third', 'Cut about half'));
  const { scenes } = await inProject((project) => project.plan());
  expect(scenes).toHaveLength(6);
  for (const { reason } of scenes) expect(reason).toMatchObject([{ label: 'prompt scene.direct' }]);
  const edited = readFileSync(direct, 'utf8');
  expect((await scriptgen(['prompts', 'eject', '--all'], { cwd })).stdout).toContain('scene.direct was left as it is');
  expect(readFileSync(direct, 'utf8')).toBe(edited);
  expect(existsSync(join(cwd, 'prompts', 'scene-lines.md'))).toBe(true);
  expect((await scriptgen(['prompts', 'check'], { cwd })).stdout).toBe('The prompts are sound.\n');
});

test('a fault is found by check with exit code 8, and stops a build before anything is asked', async () => {
  const text = readFileSync(direct, 'utf8');
  writeFileSync(direct, text.replace('{{stage}}', '{{staeg}}'));
  const line = text.split('\n').indexOf('{{stage}}') + 1;
  const check = await scriptgen(['prompts', 'check'], { cwd });
  expect([check.code, check.stdout]).toEqual([
    8,
    expect.stringContaining(`prompts/scene-direct.md:${line}: there is no variable {{staeg}}. Did you mean stage?`),
  ]);
  const build = await scriptgen(['build'], { cwd });
  expect([build.code, build.stderr]).toEqual([3, expect.stringContaining(`prompts/scene-direct.md:${line}`)]);
  writeFileSync(direct, text);
});

test('nothing is ejected when a name is wrong or none is given', async () => {
  const other = join(cwd, 'other');
  mkdirSync(other);
  const wrong = await scriptgen(['prompts', 'eject', 'scene.lines', 'scene.lnies'], { cwd: other });
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean scene.lines?')]);
  expect((await scriptgen(['prompts', 'eject'], { cwd: other })).code).toBe(2);
  expect(existsSync(join(other, 'prompts'))).toBe(false);
});
