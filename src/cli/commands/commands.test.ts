import { expect, test } from 'vitest';
import { fakeBible } from '../fakes/bible.ts';
import { runCli } from '../fakes/io.ts';
import { MAYA } from '../fakes/maya.ts';
import { fakeProject, LIGHT, PLACES } from '../fakes/project.ts';
import { planLines, stepLines } from './plan.ts';

const CHAPEL = {
  id: 'sc_3',
  number: 14,
  heading: 'INT. CHAPEL - DAY',
  calls: { least: 3, most: 5 },
  steps: [],
  tokens: 4200,
  cost: 0.03,
};
const CALLS = { script: LIGHT, fresh: 38, calls: { least: 3, most: 5 }, tokens: 4200, cost: 0.03, model: 'acme/large' };

test('plan gives a scene a row: what changed, calls, tokens, price', () => {
  const reason = [{ label: 'MAYA.voice', from: 'v3', to: 'v4' }];
  expect(planLines({ ...CALLS, scenes: [{ ...CHAPEL, reason }] }, Number.POSITIVE_INFINITY)).toEqual([
    'sc 14  INT. CHAPEL - DAY  ← MAYA.voice v3 → v4  3-5 calls  ~4,200 tokens  ~$0.03',
    '1 scene to write, 38 fresh: 3-5 calls, ~4,200 tokens, ~$0.03, acme/large',
  ]);
});

test('plan tells each step: how often, of which model, for how much', () => {
  const step = { task: 'scene.lines', model: 'a/m', isCertain: true, inputTokens: 1000, outputTokens: 300, cost: 0.01 };
  const other = { ...step, task: 'scene.direct', model: 'b/n', cost: null };
  const scenes = [{ ...CHAPEL, reason: 'new' as const, steps: [step, step, other] }];
  expect(stepLines({ ...CALLS, scenes })).toEqual([
    '',
    'scene.lines   a/m  2 calls  ~2,000 in  ~600 out          $0.02',
    'scene.direct  b/n   1 call  ~1,000 in  ~300 out  price unknown',
  ]);
  expect(stepLines({ ...CALLS, scenes: [] })).toEqual([]);
});

test('plan says that a price is not known, and never $0 for that', () => {
  const scenes = [{ ...CHAPEL, cost: null, reason: 'new' as const }];
  expect(planLines({ ...CALLS, cost: null, scenes }, 200).at(-1)).toContain('~4,200 tokens, price unknown, acme/large');
});

test('plan says when a scene is not written yet, and cuts a long list of changes', () => {
  const reason = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ label: `MAYA.${name}`, from: 'v1', to: 'v2' }));
  const scenes = [
    { ...CHAPEL, number: 2, reason: 'new' as const },
    { ...CHAPEL, reason },
  ];
  const lines = planLines({ ...CALLS, scenes }, Number.POSITIVE_INFINITY);
  expect(lines[0]).toMatch(/^sc {2}2 {2}INT\. CHAPEL - DAY {2}not written yet /);
  expect(lines[1]).toContain('← MAYA.a v1 → v2, MAYA.b v1 → v2, MAYA.c v1 → v2, +2 more  3-5 calls');
});

test('plan on a terminal of 60 columns gives the reason a line of its own', () => {
  const reason = [{ label: 'MAYA.voice', from: 'v3', to: 'v4' }];
  const heading = 'INT. A CHAPEL WITH A VERY LONG NAME - CONTINUOUS';
  expect(planLines({ ...CALLS, scenes: [{ ...CHAPEL, heading, reason }] }, 60).slice(0, 2)).toEqual([
    'sc 14  INT. A CHAP…  3-5 calls  ~4,200 tokens  ~$0.03',
    '  ← MAYA.voice v3 → v4',
  ]);
});

test('plan says when there is nothing to do', () => {
  const plan = { ...CALLS, scenes: [], fresh: 40, calls: { least: 0, most: 0 }, tokens: 0 };
  expect(planLines(plan, 80)).toEqual(['Nothing to do: 40 scenes fresh.']);
});

test('why tells state, changes, and what was read, by source', async () => {
  const project = fakeProject();
  const { stdout } = await runCli(['why', '14', '--script', 'the-light'], { project });
  expect(project.calls[0]).toEqual(['why', '14', 'the-light']);
  expect(stdout.trimEnd().split('\n')).toEqual([
    'sc 3  INT. CHAPEL - DAY  stale',
    'changed since it was written',
    '  ← MAYA.voice v3 → v4',
    'read when it was written',
    '  MAYA    voice v3, age v1',
    '  card    goal v1',
    '  prompt  scene.direct ab12',
  ]);
});

test('status tells scenes, last run, and what was spent', async () => {
  const { stdout } = await runCli(['status']);
  expect(stdout.trimEnd().split('\n')).toEqual([
    'THE LIGHT  (the-light, short)',
    'A keeper lets the lamp go out.',
    '3 scenes: 3 fresh, 0 stale, 0 missing',
    ...PLACES.map(({ number, heading }) => `  ${number}  ${heading.padEnd(22)}  fresh  She waits.`),
    'last run  done, started 2026-11-22T18:00:00Z',
    'project   1,200 calls, 1,000,000 tokens in, 5 out, price unknown',
  ]);
});

test('scripts lists them, or says how to begin', async () => {
  expect((await runCli(['scripts'])).stdout).toContain('the-light  short        3  THE LIGHT\n');
  const { stdout } = await runCli(['scripts'], { project: fakeProject({ listScripts: async () => [] }) });
  expect(stdout).toBe('No scripts yet. Begin with: scriptgen write "<logline>"\n');
});

test('a terminal that says it has no columns gets 80', async () => {
  const { stdout } = await runCli(['scripts'], { terminal: { columns: 0, rows: 0 } });
  expect(stdout).toContain('THE LIGHT\n');
});

test('bible list and show tell entries, fields and versions', async () => {
  expect((await runCli(['bible', 'list'])).stdout).toContain('character  Maya       v3  ch_maya\n');
  const { stdout } = await runCli(['bible', 'show', 'Maya']);
  expect(stdout).toContain('Maya  character  v3  ch_maya\n');
  expect(stdout).toContain('  want              v2   To keep the lamp lit.\n');
  expect(stdout).toContain('  voice.sentences   v3   Clipped.\n');
});

test('bible set hands over field, reason and author, and tells the new version', async () => {
  const project = fakeProject();
  const argv = ['bible', 'set', 'Maya', 'voice.sentences', 'Long.', '--reason', 'too curt', '--as', 'Ann'];
  const { exit, stdout } = await runCli(argv, { project });
  expect(exit).toBe(0);
  const how = { reason: 'too curt', author: 'Ann' };
  expect(project.calls[0]).toEqual(['setField', 'Maya', 'voice.sentences', 'Long.', how]);
  expect(stdout).toBe('Maya.voice.sentences: v3 → v4\nSee what that reaches: scriptgen plan\n');
});

test('bible set says when nothing changed', async () => {
  const same = fakeBible(() => undefined, { setField: async () => MAYA });
  const project = fakeProject({ bible: async () => same });
  const { stdout } = await runCli(['bible', 'set', 'Maya', 'want', 'x'], { project });
  expect(stdout).toBe('Maya.want: nothing changed, still v3\n');
});

test('bible log tells who, when, what and why; restore takes v2 as well as 2', async () => {
  const project = fakeProject();
  const { stdout } = await runCli(['bible', 'log', 'Maya']);
  expect(stdout).toBe('v3  2026-11-22T18:00:00Z  person Ann  voice  too chatty\n');
  await runCli(['bible', 'restore', 'Maya', 'v2'], { project });
  expect(project.calls[0]).toEqual(['restore', 'Maya', 2, {}]);
});

test.each([
  [['plan'], 'plan'],
  [['why', '1'], 'reasons'],
  [['status'], 'status'],
  [['scripts'], 'script'],
  [['bible', 'list'], 'entry'],
  [['bible', 'show', 'Maya'], 'entry'],
  [['bible', 'log', 'Maya'], 'version'],
  [['bible', 'set', 'Maya', 'want', 'x'], 'entry'],
  [['bible', 'restore', 'Maya', '2'], 'entry'],
])('%j --json is one JSON value a line, typed %s', async (argv, type) => {
  const { stdout } = await runCli([...argv, '--json']);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual([expect.objectContaining({ type })]);
});
