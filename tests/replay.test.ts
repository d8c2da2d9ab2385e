import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultServer, startFaultServer } from '../src/testing/index.ts';
import { type Finished, scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const WRITE = ['write', LOGLINE, '--scenes', '3', '--json'];

const folder = scratch();
const recorded = join(folder.dir, 'recorded');
const cassette = join(folder.dir, 'answers.jsonl');
let server: FaultServer;
let written: Finished;
let bytes: readonly string[];

/** Run in the folder of the recording, where there is a model. */
const there = (...args: readonly string[]): Promise<Finished> =>
  scriptgen(args, { cwd: recorded, env: { OPENAI_BASE_URL: server.baseUrls.openai, OPENAI_API_KEY: 'k' } });
/** Run in a folder of its own, with an environment in which nothing is. */
const here = (name: string, ...args: readonly string[]): Promise<Finished> => scriptgen(args, { cwd: place(name) });

function place(name: string): string {
  const dir = join(folder.dir, name);
  mkdirSync(dir, { recursive: true });
  return dir;
}

beforeAll(async () => {
  server = await startFaultServer();
  mkdirSync(recorded);
  writeFileSync(
    join(recorded, 'models.json'),
    JSON.stringify({
      ...{ version: 1, model: 'openai/writer', roles: { character: 'openai/actor', dramaturge: 'openai/critic' } },
      provider: { openai: { models: { actor: { temperature: 0.4, limit: { output: 3000 } } } } },
    }),
  );
  written = await there(...WRITE);
  expect(written.stderr).toContain('model: openai/writer');
  bytes = bytesOf(written);
  expect((await there('cache', 'export', cassette, '--run', 'last')).code).toBe(0);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

interface Report {
  readonly script: { readonly slug: string };
  readonly model: string;
  readonly files: readonly { readonly path: string }[];
  readonly tally: { readonly asked: number; readonly journal: number; readonly cost: number };
}

function reportOf({ stdout, stderr }: Finished): Report {
  const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
  expect(last, stderr).toMatchObject({ type: 'report' });
  return last as Report;
}

/** The files of a report, as they are on the disk: what tells every byte. */
function bytesOf(finished: Finished): readonly string[] {
  return reportOf(finished).files.map(({ path }) => createHash('sha256').update(readFileSync(path)).digest('hex'));
}

test('a recording writes the same bytes in an empty folder, without a key, a network or a request', async () => {
  const before = server.requests.length;
  const replayed = await here('empty', ...WRITE, '--replay', cassette);
  expect(replayed).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('model: openai/writer (from a recording'),
  });
  expect(bytesOf(replayed)).toEqual(bytes);
  expect(server.requests.length).toBe(before);
  const { tally, model } = reportOf(replayed);
  expect(model).toBe('openai/writer');
  expect(tally).toMatchObject({ asked: 0, journal: reportOf(written).tally.asked, cost: 0 });
  const stats = await here('empty', 'stats', 'cost', '--json');
  expect(JSON.parse(stats.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ calls: 0, cost: 0 });
  const plan = await here('empty', 'plan', '--replay', cassette);
  expect(plan.stdout).toContain('Nothing to do: 3 scenes fresh.');
});

test('its header says who was asked and how, and no more than that', () => {
  const [header = ''] = readFileSync(cassette, 'utf8').split('\n');
  const { roles, answers } = JSON.parse(header);
  expect(answers).toBe(reportOf(written).tally.asked);
  expect(roles.director).toEqual({ model: 'openai/writer', params: {}, isLanguageModel: true });
  expect(roles.character).toEqual({
    ...{ model: 'openai/actor', isLanguageModel: true },
    params: { temperature: 0.4, maxOutputTokens: 3000 },
  });
  expect(roles.dramaturge.model).toBe('openai/critic');
});

test('a recording made elsewhere than it was configured still knows its models', async () => {
  const file = join(folder.dir, 'flag.jsonl');
  const env = { OPENAI_BASE_URL: server.baseUrls.openai, OPENAI_API_KEY: 'k' };
  const cwd = place('flag');
  const first = await scriptgen([...WRITE, '--model', 'openai/named'], { cwd, env });
  expect((await scriptgen(['cache', 'export', file], { cwd })).code).toBe(0); // here the offline writer would be asked
  const second = await here('flag-replayed', ...WRITE, '--replay', file);
  expect(bytesOf(second)).toEqual(bytesOf(first));
});

test('a recording that does not say who was asked tells by its answers', async () => {
  const old = join(folder.dir, 'old.jsonl');
  const [, ...rows] = readFileSync(cassette, 'utf8').split('\n');
  writeFileSync(old, ['{"format":"scriptgen-cassette","version":1}', ...rows].join('\n'));
  const replayed = await here('old', ...WRITE, '--replay', old);
  expect(bytesOf(replayed)).toEqual(bytes);
});

test('what was recorded after an edit is replayed after the same edit', async () => {
  const { script } = reportOf(written);
  const listed = await there('bible', 'list', '--json');
  const hero = listed.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .find((entry) => entry.kind === 'character');
  const edit = ['bible', 'set', hero.name, 'voice.sentences', 'Clipped. Answers with questions.'];
  expect((await there(...edit)).code).toBe(0);
  const built = await there('build', '--json');
  expect(reportOf(built).tally.asked).toBeGreaterThan(0);
  const after = join(folder.dir, 'after.jsonl');
  await there('cache', 'export', after, '--script', script.slug);
  const delta = join(folder.dir, 'delta.jsonl');
  await there('cache', 'export', delta, '--run', 'last');

  const before = server.requests.length;
  await here('edited', ...WRITE, '--replay', cassette);
  expect((await here('edited', ...edit)).code).toBe(0);
  const plan = await here('edited', 'plan', '--json', '--replay', cassette);
  expect(JSON.parse(plan.stdout).scenes.length).toBeGreaterThan(0);
  const rebuilt = await here('edited', 'build', '--json', '--replay', delta);
  expect(bytesOf(rebuilt)).toEqual(bytesOf(built));
  expect(reportOf(rebuilt).tally.asked).toBe(0);

  // One recording of all that the script was made from does for both, also when it is itself a copy of a copy.
  const copy = join(folder.dir, 'copy.jsonl');
  await here('edited', 'cache', 'export', copy, '--script', script.slug);
  for (const [name, file] of [
    ['whole', after],
    ['copied', copy],
  ] as const) {
    expect((await here(name, ...WRITE, '--replay', file)).code).not.toBe(3);
    await here(name, ...edit);
    expect(bytesOf(await here(name, 'build', '--json', '--replay', file))).toEqual(bytesOf(built));
  }
  expect(server.requests.length).toBe(before);
});

test('what is not recorded is said by name, asked of nobody, and what there is stands', async () => {
  const other = await here('missed', 'write', 'Another story altogether.', '--replay', cassette);
  expect(other.code).toBe(4);
  expect(other.stderr).toMatch(/error: The question bible\.premise of planner is not in .*answers\.jsonl/);
  expect(other.stderr).toMatch(/hint: .*without --replay.*scriptgen cache export/);
  expect(other.stderr).toContain('(code model/not-recorded, exit 4)');

  // One answer of one scene is missing.
  const [header = '', ...rows] = readFileSync(cassette, 'utf8').trim().split('\n');
  const gone = rows.findIndex((row) => JSON.parse(row).task === 'scene.direct');
  const file = join(folder.dir, 'gap.jsonl');
  const less = { ...JSON.parse(header), answers: rows.length - 1 };
  writeFileSync(file, [JSON.stringify(less), ...rows.filter((_, at) => at !== gone)].join('\n'));
  const gap = await here('gap', 'write', LOGLINE, '--scenes', '3', '--replay', file);
  expect(gap.code).toBe(4);
  expect(gap.stdout).toMatch(/scenes\s+3: 2 written, 1 failed|scenes\s+3: 0 written, 2 fresh, 1 failed/);
  expect(gap.stdout).toMatch(/failed\s+sc \d .*scene\.direct of director for the scene sc_\w+ is not in/);
  expect(gap.stderr).toContain('not all is in the recording: 1 scene of 3 not written.');
  const filled = await here('gap', 'build', '--json', '--replay', cassette);
  expect(bytesOf(filled)).toEqual(bytes);
});

test('a question that another process died over is answered by the recording', async () => {
  const cwd = place('died');
  const started = Date.now();
  // The first question is never answered, and the one who asks it is killed.
  const hanging = await startFaultServer({ scenario: 'hang' });
  const died = await scriptgen([...WRITE, '--model', 'openai/writer'], {
    cwd,
    env: { OPENAI_BASE_URL: hanging.baseUrls.openai, OPENAI_API_KEY: 'k' },
    onStart: (child) => {
      const look = setInterval(() => {
        if (hanging.questions.length === 0 && Date.now() - started < 60_000) return;
        clearInterval(look);
        child.kill('SIGKILL');
      }, 20);
    },
  });
  await hanging.close();
  expect(died.signal).toBe('SIGKILL');
  expect(bytesOf(await here('died', ...WRITE, '--replay', cassette))).toEqual(bytes);
});

test('a file that is cut short, changed, strange or newer is refused with its line, and nothing is made of it', async () => {
  const text = readFileSync(cassette, 'utf8');
  const lines = text.trim().split('\n');
  const [header = ''] = lines;
  const swapped = (at: number, change: (line: string) => string): string =>
    lines.map((line, index) => (index === at ? change(line) : line)).join('\n');
  const cases: Readonly<Record<string, readonly [content: string, told: RegExp]>> = {
    cut: [text.slice(0, -100), new RegExp(`Line ${lines.length} of .*cut\\.jsonl is no answer: it is not JSON`)],
    short: [lines.slice(0, 5).join('\n'), /ends after line 5, with 4 of its \d+ answers: it is cut short/],
    changed: [
      swapped(3, (line) => line.replace('"temperature":0.4', '"temperature":0.5').replace('"take":0', '"take":1')),
      /Line 4 of .* is no answer: its key is not that of its request/,
    ],
    newer: [text.replace('"version":1', '"version":9'), /is a recording of version 9; this ScriptGen knows version 1/],
    header: [header.replace('openai/writer', ''), /Line 1 of .* is no header: roles/],
    foreign: ['<html>answers</html>', /foreign\.jsonl is no recording of answers/],
    bytes: [Buffer.from([0, 255, 254, 13, 10, 200]).toString('latin1'), /is no recording of answers/],
    empty: ['', /is no recording of answers/],
    nothing: ['{"format":"scriptgen-cassette","version":1}\n', /nothing\.jsonl has no answer in it/],
  };
  for (const [name, [content, told]] of Object.entries(cases)) {
    writeFileSync(join(folder.dir, `${name}.jsonl`), content);
    const refused = await here(`refused-${name}`, ...WRITE, '--replay', `../${name}.jsonl`);
    expect({ name, code: refused.code }).toEqual({ name, code: 2 });
    expect(refused.stderr).toMatch(told);
    expect(refused.stderr).toContain('hint:');
    expect(readdirSync(place(`refused-${name}`)).filter((file) => file !== '.scriptgen')).toEqual([]);
  }
  const missing = await here('refused-missing', ...WRITE, '--replay', 'none.jsonl');
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/none\.jsonl cannot be read \(ENOENT\)/) });
  const both = await here('refused-both', ...WRITE, '--replay', cassette, '--model', 'openai/x');
  expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('a model is named too') });
});

test('what the offline writer wrote is replayed as such', async () => {
  const file = join(folder.dir, 'offline.jsonl');
  const first = await here('offline', ...WRITE);
  await here('offline', 'cache', 'export', file);
  const second = await here('offline-replayed', ...WRITE, '--replay', file);
  expect(bytesOf(second)).toEqual(bytesOf(first));
  const required = await here('offline-required', ...WRITE, '--replay', file, '--require-llm');
  expect(required).toMatchObject({ code: 3, stderr: expect.stringContaining('a language model is required') });
});
