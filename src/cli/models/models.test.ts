import { expect, test } from 'vitest';
import { ScriptGenError } from '../../core/index.ts';
import type { ModelsDesk, ModelTestReport } from '../../project.ts';
import { runCli } from '../fakes/io.ts';

const REPORT: ModelTestReport = {
  model: 'acme/large',
  ms: 812,
  firstTokenMs: 240,
  attempts: 2,
  usage: { inputTokens: 120, outputTokens: 9, cachedTokens: 0 },
  cost: 0.0004,
  structuredOutput: 'json_schema',
  isUsable: true,
};

function desk(
  own: Partial<ModelsDesk> = {},
  report: Partial<ModelTestReport> = {},
  mostCost: number | null = 0.02,
): ModelsDesk {
  return {
    list: async () => ({
      models: [
        {
          model: 'acme/small',
          info: { deployment: 'acme', limits: {} },
          structuredOutput: 'none',
          price: null,
          key: 'none',
          roles: [],
        },
        {
          model: 'acme/large',
          info: { deployment: 'acme', limits: {}, context: 128_000 },
          structuredOutput: 'json_schema',
          price: { input: 3, output: 15 },
          key: 'missing',
          keySource: 'ACME_KEY',
          roles: ['main', 'judge'],
        },
      ],
      main: 'acme/large',
      source: 'config',
      notes: ['models.json:2:3: modle is not known'],
    }),
    test: async (model = 'acme/large') => ({ model, mostCost, ask: async () => ({ ...REPORT, ...report, model }) }),
    detect: async () => ({ servers: [], files: [] }),
    import: async (file, { write }) => ({
      file,
      text: '{\n  "version": 1\n}\n',
      written: write,
      remarks: ['a key was not copied'],
    }),
    ...own,
  };
}

test('models list: those that are asked stand first, with price and key', async () => {
  const { exit, stdout, stderr } = await runCli(['models', 'list'], { models: desk() });
  expect(exit).toBe(0);
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'model       $/M in  $/M out  context  key               asked by',
    'acme/large       3       15  128,000  ACME_KEY not set  main, judge',
    'acme/small       ?        ?        -  needs none',
  ]);
  expect(stderr).toBe('note: models.json:2:3: modle is not known\n');
});

test('models list --json: a line a model', async () => {
  const { stdout } = await runCli(['models', 'list', '--json'], { models: desk() });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; model: string });
  expect(lines.map(({ type, model }) => [type, model])).toEqual([
    ['model', 'acme/small'],
    ['model', 'acme/large'],
  ]);
});

test('models test: the price is told before, the rest after', async () => {
  const { exit, stdout, stderr } = await runCli(['models', 'test', 'acme/large'], { models: desk() });
  expect(exit).toBe(0);
  expect(stderr).toBe('asking acme/large: $0.02 at most\n');
  expect(stdout).toBe(
    [
      'model   acme/large',
      'time    812 ms, first token after 240 ms, 2 requests',
      'tokens  120 in, 9 out, 0 cached',
      'cost    $0.0004',
      'shape   json_schema: as asked\n',
    ].join('\n'),
  );
});

test('models test: without a price nothing is asked, unless it is said so', async () => {
  let asked = 0;
  const models = desk({
    test: async (model = 'x/y') => ({
      model,
      mostCost: null,
      ask: async () => {
        asked += 1;
        return { ...REPORT, cost: null };
      },
    }),
  });
  const refused = await runCli(['models', 'test'], { models });
  expect([refused.exit, asked]).toEqual([2, 0]);
  expect(refused.stderr).toMatch(/price of x\/y is not known[\s\S]*--yes/);
  const allowed = await runCli(['models', 'test', '--yes'], { models });
  expect([allowed.exit, asked]).toEqual([0, 1]);
  expect(allowed.stderr).toContain('price unknown');
});

test('models test: another shape, and no answer, have exit codes of their own', async () => {
  const odd = await runCli(['models', 'test'], {
    models: desk({}, { isUsable: false, remark: 'The answer is not JSON.' }),
  });
  expect(odd.exit).toBe(4);
  expect(odd.stdout).toContain('json_schema: not as asked: The answer is not JSON.');
  const test = async (): Promise<never> => {
    throw new ScriptGenError({ code: 'model/unauthorized', message: 'no key', hint: 'set it' });
  };
  const none = await runCli(['models', 'test'], { models: desk({ test }) });
  expect([none.exit, none.stderr]).toEqual([3, expect.stringContaining('model/unauthorized')]);
});

test('models detect: a line a model, or what to do when there is none', async () => {
  expect((await runCli(['models', 'detect'], { models: desk() })).stdout).toMatch(/^No model server/);
  const detect: ModelsDesk['detect'] = async () => ({
    servers: [
      {
        provider: 'ollama',
        baseURL: 'http://127.0.0.1:11434',
        version: '0.12.6',
        models: [{ id: 'qwen3:8b', context: 8192 }],
      },
      { provider: 'lmstudio', baseURL: 'http://127.0.0.1:1234/v1', models: [] },
    ],
    files: ['/m/a.gguf'],
  });
  const { stdout } = await runCli(['models', 'detect'], { models: desk({ detect }) });
  expect(stdout).toBe(
    [
      'model                 context  where                     version',
      'ollama/qwen3:8b         8,192  http://127.0.0.1:11434    0.12.6',
      'lmstudio/(no models)        -  http://127.0.0.1:1234/v1',
      'GGUF                        -  /m/a.gguf\n',
    ].join('\n'),
  );
});

test('models import: shows what it would write, and says how to', async () => {
  const shown = await runCli(['models', 'import', 'x.json', '--from', 'zed'], { models: desk() });
  expect(shown.stdout).toBe('{\n  "version": 1\n}\n');
  expect(shown.stderr).toBe('note: a key was not copied\nNothing is written: --write lays it under /home/ann/x.json\n');
  const written = await runCli(['models', 'import', 'x.json', '--from', 'zed', '--write'], { models: desk() });
  expect(written.stdout).toBe('Written to /home/ann/x.json\n');
});

test.each([
  [['models', 'import', 'x.json'], /--from opencode/],
  [['models', 'import', 'x.json', '--from', 'zedd'], /did you mean: --from zed/],
  [['models', 'import', 'x.json', '--from', 'zed', '--to', 'me'], /user, project/],
  [['models', 'lits'], /did you mean list/],
])('%j is one clear error', async (argv, says) => {
  const { exit, stderr } = await runCli(argv, { models: desk() });
  expect([exit, stderr]).toEqual([2, expect.stringMatching(says)]);
});

test('doctor: a line a check, what to do under it, and an exit code when something fails', async () => {
  const checks = [
    { name: 'node', state: 'ok', message: 'Node 24' },
    { name: 'database', state: 'fail', message: 'It is damaged.', fix: 'Restore it.' },
  ] as const;
  const { exit, stdout } = await runCli(['doctor'], { checks });
  expect(exit).toBe(8);
  expect(stdout).toBe('ok    node      Node 24\nfail  database  It is damaged.\n                Restore it.\n');
  expect((await runCli(['doctor'], { checks: checks.slice(0, 1) })).exit).toBe(0);
  const json = await runCli(['doctor', '--json'], { checks });
  expect(JSON.parse(json.stdout.split('\n')[1] ?? '')).toEqual({ type: 'check', ...checks[1] });
});
