import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeWorld, type Outcome, runCli } from '../src/cli/fakes/io.ts';
import { toJson } from '../src/core/index.ts';
import { openProject, type Project } from '../src/project.ts';
import type { Block } from '../src/screenplay/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';

let folder: ReturnType<typeof scratch>;
let project: Project;
let script: string;
let scene: string;
let generated: readonly Block[];
beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  script = (await project.write({ logline: 'A ferryman learns that the far bank has moved overnight.', scenes: 2 }))
    .script.id;
  const storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  scene = (await project.getOutline()).cards[0]?.id ?? '';
  generated = ((await storage.runs.loadArtifacts(script)).get(scene) as unknown as { blocks: readonly Block[] }).blocks;
  await storage.close();
  await propose('pr_one', [said('Rain on the hull.'), ...generated, said('Gulls wheel.')]);
});
afterEach(async () => {
  await project.close();
  folder.remove();
});

const said = (text: string): Block => ({ type: 'action', text });

async function propose(id: string, text: readonly Block[]): Promise<void> {
  const document = {
    type: 'text',
    scene,
    origin: 'rewrite',
    base: generated,
    text,
    notes: [],
    why: ['Weather.'],
    keys: ['k1:a'],
    model: 'acme/large',
  };
  await put('proposal', id, document);
}

async function put(kind: 'proposal' | 'edit', id: string, document: object): Promise<void> {
  const storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  const writes = [{ type: 'record' as const, kind, id, expected: 0, document: toJson(document) }];
  await storage.bibles.write({ script, writes, author: { type: 'agent', name: 'reviser' }, reason: '' });
  await storage.close();
}

/** A command about the project, as if it was opened for it. */
const run = (argv: readonly string[], world: FakeWorld = {}): Promise<Outcome> =>
  runCli(argv, { ...world, project: { ...project, close: async () => undefined } });
const atTerminal = (keys: string, world: FakeWorld = {}): Promise<Outcome> =>
  run(['review', '--no-color'], { terminal: { columns: 100, rows: 40 }, keys: [...keys], ...world });
const lines = async (): Promise<readonly string[]> =>
  (await (await project.takes()).show('1')).lines.map(({ text }) => text);

test('a key decides about each change, and nothing is applied before it is asked for', async () => {
  const before = await lines();
  const first = await atTerminal('ynn');
  expect(first.exit).toBe(0);
  expect(first.stdout).toContain('pr_one#1');
  expect(first.stdout).toContain('+ Rain on the hull.');
  expect(first.stdout).toContain('1 accepted, 1 rejected.');
  expect(await lines()).toEqual(before);
  const second = await atTerminal('y');
  expect(second.stdout).toMatch(
    /Apply 2 decisions\? \[y\/N\] y\nApplied: 1 accepted, 1 rejected; 0 left open\.\nChanged: sc 1\nTake it all back: scriptgen undo cs_/,
  );
  expect(await lines()).toEqual(['Rain on the hull.', '', ...before]);
  await project.undo();
  expect(await lines()).toEqual(before);
  expect((await run(['review', 'list'])).stdout).toMatch(/1 accepted, 1 rejected/);
});

test('a takes all that follow, s leaves one, q ends, and a key that says nothing explains the others', async () => {
  const { stdout } = await atTerminal('xsqn');
  expect(stdout).toContain('y  take this change');
  expect(stdout).toContain('2 open.');
  await atTerminal('ay');
  expect((await lines()).filter((line) => line === 'Rain on the hull.' || line === 'Gulls wheel.')).toHaveLength(2);
});

test('Ctrl-C ends the review with what was decided kept, and nothing applied', async () => {
  const { exit, stdout } = await atTerminal('y\u0003');
  expect(exit).toBe(130);
  expect(stdout).not.toContain('Apply');
  expect((await run(['review', 'list'])).stdout).toMatch(/1 accepted, 1 open/);
});

test('an edited change is what was written in the editor, which is asked again after a fault', async () => {
  const typed = ['', 'INT. ELSEWHERE - DAY', 'Rain.\n\nTOM\nWell?'];
  const seen: string[] = [];
  const edit = async (_: string, file: string): Promise<number> => {
    seen.push(await readFile(file, 'utf8'));
    const text = typed.shift();
    if (text === undefined) return 3;
    await writeFile(file, text);
    return 0;
  };
  const { stdout } = await atTerminal('eeeey', { edit, env: { EDITOR: 'ed' } });
  expect(stdout).toContain('The text was empty; nothing is decided.');
  expect(stdout).toContain('error: The text has a scene heading in it.');
  expect(stdout).toContain('The editor ended with 3; nothing is decided.');
  expect(seen[0]).toMatch(/^#! pr_one#1: .*\n#! Nothing stands there now\.\nRain on the hull\.\n/);
  expect(seen[2]).toContain('INT. ELSEWHERE - DAY');
  await run(['review', 'apply']);
  expect((await lines()).slice(0, 4)).toEqual(['Rain.', '', 'TOM', 'Well?']);
});

test('a change that is stale is shown with what stands there now, and cannot be taken', async () => {
  await put('edit', scene, {
    base: generated,
    text: [said('Somebody was here before.'), ...generated],
  });
  const { stdout } = await atTerminal('ynq');
  expect(stdout).toMatch(
    /stale: what it was made for does not stand there any more\. Now there is:\n\| Somebody was here before\./,
  );
  expect(stdout).toContain('[n,e,s,d,q,?]');
  const refused = await run(['review', 'accept', 'pr_one#1']);
  expect(refused).toMatchObject({ exit: 2, stderr: expect.stringMatching(/is stale/) });
});

test('what a model wrote steers no terminal', async () => {
  await propose('pr_evil', [...generated, said('A \u001b[2Jscreen\u0007 \u202egone.')]);
  const shown = await run(['review', 'show', 'pr_evil']);
  expect(shown.stdout).toContain('+ A screen   gone.');
  const asked = await run(['review'], { terminal: { columns: 100, rows: 40 }, keys: [...'sssn'] });
  for (const mark of ['\u001b[2J', '\u0007', '\u202e']) expect(asked.stdout).not.toContain(mark);
});

test.each([
  [{}, false],
  [{ terminal: { columns: 100, rows: 40 } }, true],
  [{ terminal: { columns: 100, rows: 40 }, env: { NO_COLOR: '1' } }, false],
])('colours are for terminals that want them (%#)', async (world, isColored) => {
  const { stdout } = await run(['review', 'show', 'pr_one'], world);
  expect(stdout.includes('\u001b[32m')).toBe(isColored);
});

test('elsewhere than at a terminal what is proposed is listed, for programs as JSON', async () => {
  expect((await run(['review'])).stdout).toMatch(/^pr_one {2}sc 1 {2}rewrite {2}2 changes {2}2 open {2}Weather\.\n$/);
  expect(JSON.parse((await run(['review', 'list', '--json'])).stdout)).toMatchObject({
    type: 'proposal',
    id: 'pr_one',
    hunks: [{ id: 'pr_one#1' }, {}],
  });
});

test('each step of a review has a command of its own', async () => {
  const file = join(folder.dir, 'mine.fountain');
  await writeFile(file, 'Mine.\n');
  expect((await run(['review', 'edit', 'pr_one#1', '--file', file, '--as', 'Ann'])).stdout).toMatch(
    /^pr_one#1 {2}edit\n/,
  );
  expect((await run(['review', 'reject', 'pr_one#2'])).stdout).toMatch(/^pr_one#2 {2}reject\n/);
  expect((await run(['review', 'leave', 'pr_one#2'])).stdout).toMatch(/^pr_one#2 {2}undecided\n/);
  expect(JSON.parse((await run(['review', 'apply', '--json'])).stdout)).toMatchObject({
    type: 'review',
    edited: ['pr_one#1'],
    left: 1,
  });
  expect((await lines())[0]).toBe('Mine.');
  expect((await run(['review', 'show', 'pr_one#2'])).stdout).toContain('+ Gulls wheel.');
});

test.each([
  [['review', 'accept', 'pr_onee'], /Did you mean pr_one\?/],
  [['review', 'show', 'pr_one#9'], /Its changes are #1 to #2/],
  [['review', 'edit', 'pr_one#1', '--file', 'none.txt'], /none.txt cannot be read \(ENOENT\)/],
  [['review', 'list', '--scene', '9'], /Its scenes are 1 to 2/],
  [['review', '--origin', 'rewrit'], /did you mean: --origin rewrite/],
  [['take', '1', '-n', '0'], /--count must be a whole number from 1 to 20/],
  [['take', '9'], /Its scenes are 1 to 2/],
  [['take', 'use', '1', '4'], /Write some: scriptgen take 1/],
  [['take', 'use', '1', 'x'], /whole number/],
  [['take', 'mix', '1'], /name lines of takes/],
  [['take', 'mix', '1', '--from', '2:8-3'], /names no lines of a take/],
])('%j is a clear error', async (argv, says) => {
  const { exit, stderr } = await run(argv);
  expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringMatching(says) });
});

test('takes are written, listed, compared, mixed and chosen by command', async () => {
  const written = await run(['take', '1', '-n', '2', '-i', 'Faster.', '-q']);
  expect(written.stdout).toMatch(/take 1 .*“Faster\.”\n {2}take 2/);
  expect((await run(['take', 'list', '1'])).stdout).toMatch(/^\* take 0 {2}the first draft\n {2}take 1/);
  expect((await run(['take', 'show', '1', '2'])).stdout).toMatch(/^ ?1 {2}\S/);
  expect((await run(['take', 'diff', '1', '1', '1'])).stdout).toBe('They read the same.\n');
  expect((await run(['take', 'diff', '1', '2'])).stdout).toMatch(/^[-+] /m);
  expect((await run(['take', 'mix', '1', '--from', '1:1', '--after', '0'])).stdout).toMatch(
    /Take it back: scriptgen undo cs_/,
  );
  expect((await run(['take', 'mix', '1', '1'])).stdout).toMatch(/^pr_\w+ {2}take 1 proposed/);
  expect((await run(['take', 'use', '1', '2'])).stdout).toBe('sc 1 is generated from take 2; it reads so now\n');
});
