import { expect, test } from 'vitest';
import type { Note } from '../../core/index.ts';
import type { OutlineReport, ProjectStructures } from '../../project.ts';
import { runCli } from '../fakes/io.ts';
import { fakeProject, LIGHT, TURN } from '../fakes/project.ts';

const STRUCTURES: ProjectStructures = { list: () => [TURN], get: () => TURN, warnings: [] };
const NOTES: readonly Note[] = [
  { rule: 'outline/length-run', severity: 'minor', message: 'Scenes 3 to 6 are all short.', scene: 'sc_5' },
  { rule: 'outline/no-turn', severity: 'major', message: 'Scene 2 turns nothing.', scene: 'sc_2', fix: 'Cut it.' },
];
const row = { beat: { ...TURN.beats[0], name: 'Turn' }, page: 2, lastPage: 2, scene: 'sc_2', number: 2, scenePage: 3 };
const REPORT = {
  script: LIGHT,
  structure: TURN,
  pages: { expected: 4.2, budget: 5 },
  tensionFit: 0.456,
  beats: [
    { ...row, state: 'late', event: 'She lights it.' },
    { ...row, state: 'untold', event: 'She waits.' },
  ],
  notes: NOTES,
} as OutlineReport;
const reporting = (report: OutlineReport) => fakeProject({ checkOutline: async () => report });

test('structures list and show say where beats are expected and what must happen', async () => {
  const list = await runCli(['structures', 'list'], { structures: STRUCTURES });
  expect(list.stdout.trimEnd().split('\n')).toEqual([
    'structure  beats  name      where it is from',
    'turn           1  One turn  Nowhere.',
  ]);
  const show = await runCli(['structures', 'show', 'turn'], { structures: STRUCTURES });
  expect(show.stdout).toContain('turn  50%    ± 10  change  It turns.');
  const json = await runCli(['structures', 'show', 'turn', '--json'], { structures: STRUCTURES });
  expect(JSON.parse(json.stdout)).toEqual({ type: 'structure', ...TURN });
});

test('what is odd about a structures file goes to standard error', async () => {
  const warnings = ['structures.json: structures.x.actz is not known. Did you mean "acts"?'];
  const { stderr, exit } = await runCli(['structures', 'list'], { structures: { ...STRUCTURES, warnings } });
  expect(stderr).toBe(`note: ${warnings[0]}\n`);
  expect(exit).toBe(0);
});

test('structures check says how long it is, where beats fall, and what was found, worst first', async () => {
  const { stdout, exit } = await runCli(['structures', 'check'], { project: reporting(REPORT) });
  expect(stdout.trimEnd().split('\n')).toEqual([
    'THE LIGHT  (the-light, short, about 4 of 5 pages; turn, tension follows it by 0.46)'.replace(
      'THE LIGHT',
      LIGHT.title,
    ),
    '',
    'beat  expected  page  scene                    what happens there',
    'Turn         2     3      2  late              She lights it.',
    'Turn         2     -    (2)  no scene says so  She waits.',
    '',
    'major Scene 2 turns nothing. (outline/no-turn)',
    '  Cut it.',
    'minor Scenes 3 to 6 are all short. (outline/length-run)',
    '2 notes: 1 major, 1 minor',
  ]);
  expect(exit).toBe(0);
});

test('structures check fails on what it is told to fail on, on blockers unless told', async () => {
  const exitOf = async (flags: readonly string[], notes: readonly Note[]) =>
    (await runCli(['structures', 'check', ...flags], { project: reporting({ ...REPORT, notes }) })).exit;
  expect(await exitOf(['--fail-on', 'major'], NOTES)).toBe(8);
  expect(await exitOf(['--fail-on', 'minor'], [])).toBe(0);
  expect(await exitOf([], [{ rule: 'outline/cause-later', severity: 'blocker', message: 'x' }])).toBe(8);
});

test('structures check names the script and the structure, and has a form for programs', async () => {
  const project = fakeProject();
  const { stdout } = await runCli(['structures', 'check', '-s', 'the-light', '--structure', 'turn', '--json'], {
    project,
  });
  expect(project.calls[0]).toEqual(['checkOutline', 'the-light', 'turn']);
  expect(JSON.parse(stdout)).toMatchObject({ type: 'outline', structure: TURN, notes: [] });
});
