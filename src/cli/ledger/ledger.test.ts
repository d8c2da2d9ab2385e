import { expect, test } from 'vitest';
import { runCli } from '../fakes/io.ts';
import { CALL, fakeLedger, LOG, SUM } from '../fakes/ledger.ts';
import { fakeProject } from '../fakes/project.ts';
import { statsLines } from './stats-lines.ts';

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

test('stats sums by a group, with the sum of all below', async () => {
  const project = fakeProject();
  const { stdout } = await runCli(
    ['stats', 'cost', '--by', 'model', '--run', 'last', '--since', '2026-11-01T00:00:00Z'],
    {
      project,
    },
  );
  expect(project.calls[0]).toEqual([
    'stats',
    { run: 'last', from: '2026-11-01T00:00:00.000Z', by: 'model', times: false },
  ]);
  expect(linesOf(stdout)).toEqual([
    'model       calls  failed   cost  saved: journal  merging  batch  prefix cache',
    'acme/large     12       1  $0.42           $1.20    $0.04  $0.00         $0.05',
    'all            12       1  $0.42           $1.20    $0.04  $0.00         $0.05',
  ]);
});

test('stats without a group tells one thing a line', async () => {
  const { stdout } = await runCli(['stats', 'cache']);
  expect(linesOf(stdout)).toEqual([
    'calls                      12',
    'from journal               30',
    'tokens                 36,000',
    'saved by journal        $1.20',
    'merged                      1',
    'saved by merging        $0.04',
    'prefix cache              50%',
    'saved by prefix cache   $0.05',
    'saved by batch          $0.00',
  ]);
  expect(linesOf((await runCli(['stats', 'latency'])).stdout)).toContain('median         4.2 s');
  expect(linesOf((await runCli(['stats', 'tokens'])).stdout)).toContain('of it cached       6,000');
});

test('a price that is not known is never nothing', () => {
  const told = (own: Partial<typeof SUM>): string => {
    const options = { kind: 'cost', by: undefined, width: 80 } as const;
    return statsLines({ rows: [], total: { ...SUM, ...own } }, options)[2] ?? '';
  };
  expect(told({ unpriced: 12, cost: 0 })).toMatch(/^cost +price unknown$/);
  expect(told({ unpriced: 2 })).toMatch(/^cost +\$0\.42 \+ 2 unpriced$/);
  expect(told({ calls: 0, unpriced: 0, cost: 0 })).toMatch(/^cost +\$0\.00$/);
});

test('step means task, and a slip of the pen is told the nearest', async () => {
  const project = fakeProject();
  await runCli(['stats', '--by', 'step'], { project });
  expect(project.calls[0]).toEqual(['stats', { by: 'task', times: false }]);
  expect((await runCli(['stats', '--by', 'sceen'])).stderr).toContain('did you mean: --by scene');
  expect((await runCli(['stats', 'costs'])).stderr).toContain('cost');
  expect((await runCli(['stats', '--since', 'tuesday'])).exit).toBe(2);
});

test('stats as JSON is a line a row and one for all', async () => {
  const { stdout } = await runCli(['stats', '--by', 'model', '--json']);
  const rows = linesOf(stdout).map((line) => JSON.parse(line));
  expect(rows).toEqual([
    { type: 'stats', ...SUM },
    { type: 'total', ...SUM, group: '', label: 'all' },
  ]);
});

test('logs lists calls without a word of a prompt, cut to the terminal', async () => {
  const project = fakeProject();
  const { stdout } = await runCli(['logs', '--failed', '--text', 'Now', '-n', '5', '--model', 'acme/large'], {
    project,
  });
  expect(project.calls[0]).toEqual(['logs', { model: 'acme/large', outcome: 'failed', text: 'Now', most: 5 }]);
  expect(linesOf(stdout)).toEqual([
    'id              time (UTC)           task         agent  model                        in  out           cost   took',
    'call_1a2b3c4d5  2026-11-26 12:00:00  scene.lines  MAYA   acme/large                1,000  234          $0.02  4.2 s',
    'call_2          2026-11-26 12:00:00  scene.lines  MAYA   acme/large -> acme/small  1,000  234  price unknown  4.2 s  model/timeout',
  ]);
  const narrow = await runCli(['logs'], { terminal: { columns: 40, rows: 20 } });
  for (const line of linesOf(narrow.stdout)) expect(line.length).toBeLessThanOrEqual(40);
  expect(stdout + narrow.stdout).not.toContain('You are Maya');
});

test('logs show prints what was asked and what came, and nothing that steers a terminal', async () => {
  const all = await runCli(['logs', 'show', 'call_1']);
  expect(all.stdout).toContain('tokens   1,000 in (600 cached, 0 written to cache), 234 out (0 thinking)');
  expect(all.stdout).toContain(
    '--- system\nYou are Maya.\n--- user\nSpeak.\nNow.\n--- answer\n{\n  "lines": [\n    "No."\n  ]\n}',
  );
  expect((await runCli(['logs', 'show', 'call_1', '--request'])).stdout).toBe(
    '--- system\nYou are Maya.\n--- user\nSpeak.\nNow.\n',
  );
  expect((await runCli(['logs', 'show', 'call_1', '--answer'])).stdout).toMatch(/^--- answer\n\{\n/);
  expect((await runCli(['logs', 'show', 'call_1', '--raw'])).stdout).toBe(LOG.text);
  expect((await runCli(['logs', 'show', 'call_1', '--raw', '--answer'])).exit).toBe(2);
  const [json] = linesOf((await runCli(['logs', 'show', 'call_1', '--json'])).stdout);
  expect(JSON.parse(json ?? '')).toEqual({ type: 'call', ...CALL, request: LOG.request, text: LOG.text });
});

test('logs show says so when an answer is not kept any more', async () => {
  const gone = { ...LOG, request: null, text: '' };
  const project = fakeProject({ ...fakeLedger(() => {}), log: async () => gone });
  const { stdout } = await runCli(['logs', 'show', 'call_1'], { project });
  expect(stdout).toContain('--- request\nnot kept any more\n--- answer\nnothing is kept');
});

test('logs diff shows what differs between two calls', async () => {
  const { stdout } = await runCli(['logs', 'diff', 'call_1', 'call_2']);
  expect(linesOf(stdout).slice(2)).toEqual([
    'request: the same',
    'answer:',
    '  --- answer',
    '  {',
    '    "lines": [',
    '-     "No."',
    '+     "Yes."',
    '    ]',
    '  }',
  ]);
});

test('cache tells sizes, and removes only what is named', async () => {
  expect(linesOf((await runCli(['cache', 'stats'])).stdout)).toEqual([
    'answers         1,200     9.6 MB    2026-11-20 to 2026-11-26',
    'of them unused     40   320.0 kB',
    'set aside           2  812 bytes',
  ]);
  const project = fakeProject();
  const dry = await runCli(['cache', 'gc', '--older-than', '2026-01-01T00:00:00Z', '--dry-run'], { project });
  expect(project.calls[0]).toEqual([
    'gc',
    { unused: false, setAside: false, dryRun: true, olderThan: '2026-01-01T00:00:00.000Z' },
  ]);
  expect(dry.stdout).toBe('Would remove 40 answers (320.0 kB).\n');
  expect((await runCli(['cache', 'gc', '--unused'])).stdout).toContain('Removed 40 answers');
  expect((await runCli(['cache', 'gc'])).exit).toBe(2);
  expect(project.calls).toHaveLength(2); // and closed
});

test('cache verify names faults and exits with 8', async () => {
  const { exit, stdout } = await runCli(['cache', 'verify']);
  expect([exit, linesOf(stdout)]).toEqual([8, ['k1:0 is not readable', '3 answers checked, 1 fault.']]);
});

test('cache export and import take files from where the command is given', async () => {
  const project = fakeProject();
  await runCli(['cache', 'export', 'a.jsonl', '--run', 'last'], { project });
  const { stdout } = await runCli(['cache', 'import', '../b.jsonl'], { project });
  expect(project.calls.filter(([name]) => name !== 'close')).toEqual([
    ['exportTo', '/home/ann/a.jsonl', { run: 'last' }],
    ['importFrom', '/home/b.jsonl'],
  ]);
  expect(stdout).toBe('5 answers taken in, 2 known already.\n');
});
