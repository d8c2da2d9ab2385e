import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ERRORS, type ErrorCode, ScriptGenError } from '../core/index.ts';
import { runCli } from './fakes/io.ts';
import { EVENTS, failingProject, fakeProject, INCOMPLETE } from './fakes/project.ts';

describe('a command line that is wrong', () => {
  const wrong: readonly (readonly [argv: readonly string[], message: string, hint: string])[] = [
    [['write'], 'no logline given', 'for example: scriptgen write "'],
    [['write', '  '], 'the logline is empty', 'scriptgen write "'],
    [['write', 'x'.repeat(2001)], 'the logline has 2,001 characters; the limit is 2,000', 'first sentence'],
    [['write', 'a', 'keeper'], "too many arguments for 'write'", 'in quotes'],
    [
      ['write', 'x', '--format', 'featur'],
      "unknown format 'featur': the formats are short, feature, tv-hour, sitcom",
      'did you mean --format feature?',
    ],
    [['write', 'x', '--format', 'novel'], "unknown format 'novel'", 'leave --format away'],
    [
      ['write', 'x', '--scenes', '0'],
      "--scenes must be a whole number from 1 to 200, not '0'",
      'for example: --scenes 8',
    ],
    [['write', 'x', '--scenes', '201'], 'from 1 to 200', ''],
    [['write', 'x', '--scenes', '2.5'], "not '2.5'", ''],
    [['write', 'x', '--scenes', '-3'], "not '-3'", ''],
    [['write', 'x', '--scenes', 'many'], "not 'many'", ''],
    [['write', 'x', '--concurrency', '0'], '--concurrency must be a whole number of 1 or more', ''],
    [['write', 'x', '--title', ' '], '--title is empty', 'leave it away'],
    [['write', 'x', '--model', ''], '--model is empty', ''],
    [['write', 'x', '--scenes'], "option '-n, --scenes <count>' argument missing", '--help'],
    [['write', 'x', '--fomrat', 'short'], "unknown option '--fomrat'", 'did you mean --format?'],
    [['wirte', 'x'], "unknown command 'wirte'", 'did you mean write?'],
    [['bible'], 'no command given', '--help'],
    [['bible', 'set', 'MAYA', 'want'], "missing required argument 'value'", ''],
    [['bible', 'restore', 'MAYA', 'first'], "not 'first'", 'scriptgen bible log'],
    [['why'], "missing required argument 'scene'", ''],
  ];

  test.each(wrong)('%j exits 2 with one block on stderr, before a project is opened', async (argv, message, hint) => {
    const { exit, stdout, stderr, opened } = await runCli(argv);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(opened).toEqual([]);
    const [first, second, third] = stderr.split('\n');
    expect(first).toMatch(/^error: /);
    expect(first).toContain(message);
    expect(second).toMatch(/^hint: /);
    expect(second).toContain(hint);
    expect(third).toBe('(code input/invalid, exit 2)');
  });

  test('a pasted treatment of 100,000 characters is counted, not echoed', async () => {
    const { stderr } = await runCli(['write', 'é'.repeat(100_000)]);
    expect(stderr).toContain('the logline has 100,000 characters');
    expect(stderr.length).toBeLessThan(400);
  });

  test('with --json the error is a line on stdout too', async () => {
    const { exit, stdout, stderr } = await runCli(['write', 'x', '--scenes', 'many', '--json']);
    expect(exit).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'error', code: 'input/invalid', hint: 'for example: --scenes 8' });
    expect(stderr).toContain('error: --scenes');
  });
});

test.each(Object.keys(ERRORS) as ErrorCode[])('%s exits as the error table says', async (code) => {
  const { exit, stderr } = await runCli(['build'], { project: failingProject(code, 'mend it') });
  expect(exit).toBe(ERRORS[code].exit);
  expect(stderr).toContain(
    `error: it went wrong\nhint: ${code === 'run/aborted' ? 'run the same command again' : 'mend it'}`,
  );
  expect(stderr).toContain(`(code ${code}, exit ${exit})`);
});

describe('an error that nobody threw on purpose', () => {
  const project = fakeProject({
    plan: async () => {
      throw new TypeError('undefined is not a story');
    },
  });

  test('exits 1 without its stack', async () => {
    const { exit, stderr } = await runCli(['plan'], { project });
    expect(exit).toBe(1);
    expect(stderr).toContain('error: undefined is not a story\n');
    expect(stderr).not.toContain('main.test.ts');
  });

  test('shows its stack when asked to', async () => {
    const { stderr } = await runCli(['plan'], { project, env: { SCRIPTGEN_DEBUG: '1' } });
    expect(stderr).toContain('main.test.ts');
  });
});

describe('write', () => {
  test('hands over what was given and nothing that was not', async () => {
    const project = fakeProject();
    const { exit, opened } = await runCli(['write', ' A keeper. '], { project, env: { HOME: '/x' } });
    expect(exit).toBe(0);
    expect(opened).toEqual([{ dir: '/home/ann', env: { HOME: '/x' } }]);
    expect(project.calls).toEqual([['write', { logline: 'A keeper.' }], ['close']]);
  });

  test('hands over every flag, with folders from the working folder', async () => {
    const project = fakeProject();
    const flags = '--format sitcom --scenes 14 --title T --out drafts --model acme/x --concurrency 4 --project play';
    const { opened } = await runCli(['write', 'A keeper.', ...flags.split(' ')], { project });
    expect(opened).toEqual([{ dir: '/home/ann/play', env: {}, model: 'acme/x', concurrency: 4 }]);
    expect(project.calls[0]).toEqual([
      'write',
      { logline: 'A keeper.', format: 'sitcom', scenes: 14, title: 'T', out: '/home/ann/drafts' },
    ]);
  });

  test('reads the logline from standard input, also when a letter is cut in two', async () => {
    const project = fakeProject();
    const bytes = new TextEncoder().encode('\uFEFFA café owner.\n');
    await runCli(['write', '-'], { project, stdin: [bytes.slice(0, 10), bytes.slice(10)] });
    expect(project.calls[0]).toEqual(['write', { logline: 'A café owner.' }]);
  });

  test('closes the project when the run fails', async () => {
    const closed: string[] = [];
    const project = { ...failingProject('model/timeout'), close: async () => void closed.push('closed') };
    expect((await runCli(['write', 'x'], { project })).exit).toBe(4);
    expect(closed).toEqual(['closed']);
  });

  test('prints a line for each event when piped', async () => {
    const { stderr } = await runCli(['write', 'x'], { project: incompleteProject() });
    expect(stderr.split('\n')).toEqual([
      'model: acme/large (from --model)',
      '+0.00s run-start run_1 acme/large',
      '+0.00s stage-start scenes 3 scenes',
      '+0.00s step-start sc 1 scene.lines MAYA',
      '+0.00s step-end sc 1 scene.lines MAYA asked 1,234 tokens $0.02',
      '+0.00s scene-end sc 1 written INT. LAMP ROOM - NIGHT',
      '+0.00s step-start sc 2 scene.direct director',
      '+0.00s step-error sc 2 scene.direct director model/timeout: no answer in 60 s',
      '+0.00s scene-end sc 2 failed EXT. PIER - DAWN model/timeout: no answer in 60 s',
      '+0.00s step-end sc 3 scene.lines TOM journal',
      '+0.00s scene-end sc 3 fresh INT. CHAPEL - DAY',
      '+0.00s run-end run_1 incomplete',
      'error: 1 of 3 scenes failed: 2',
      'hint: run scriptgen build --script the-light to ask again for them; the others cost nothing',
      '(code run/incomplete, exit 7)',
      '',
    ]);
  });

  test('prints JSON Lines with --json, the report last', async () => {
    const { exit, stdout } = await runCli(['--json', 'write', 'x'], { project: incompleteProject() });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(exit).toBe(7);
    expect(lines.slice(0, -1)).toEqual(EVENTS);
    expect(lines.at(-1)).toEqual({ type: 'report', ...INCOMPLETE });
  });

  test('prints nothing but the summary with --quiet', async () => {
    const { stdout, stderr } = await runCli(['write', 'x', '--quiet']);
    expect(stdout).toContain('THE LIGHT');
    expect(stderr).toBe('');
  });

  test('says plainly what the offline writer is', async () => {
    const project = fakeProject({ model: { id: 'offline-writer@1', isLanguageModel: false, source: 'offline' } });
    const { stderr } = await runCli(['write', 'x'], { project });
    expect(stderr).toContain(
      'offline writer: no language model; deterministic table-read draft, in English. Set OPENAI_API_KEY or --model to use one.\n',
    );
  });
});

describe('Ctrl-C', () => {
  test('once stops asking, says for what it waits, and exits 130', async () => {
    const { exit, stderr, aborted } = await interrupted(['SIGINT']);
    expect(aborted).toEqual({ stop: true, kill: false });
    expect(exit).toBe(130);
    expect(stderr).toContain('Stopping: waiting for 1 call already paid for; press Ctrl-C again to drop them.\n');
    expect(stderr).toContain('hint: run the same command again to go on; nothing paid for is asked again\n');
  });

  test('twice drops what is in flight, and leaves a third to the system', async () => {
    const { aborted, listeners } = await interrupted(['SIGINT', 'SIGINT']);
    expect(aborted).toEqual({ stop: true, kill: true });
    expect(listeners).toBe(0);
  });

  test('is what SIGTERM means too, but a second SIGTERM drops nothing', async () => {
    expect((await interrupted(['SIGTERM', 'SIGTERM'])).aborted).toEqual({ stop: true, kill: false });
  });

  test('leaves no listener behind', async () => {
    const signals = new EventEmitter();
    await runCli(['write', 'x'], { signals });
    expect(signals.eventNames()).toEqual([]);
  });
});

describe('on a terminal', () => {
  const terminal = { columns: 80, rows: 24 };

  test('the live view hides the cursor and gives it back, also when the run fails', async () => {
    const { stderr } = await runCli(['build'], { project: failingProject('model/timeout'), terminal });
    expect(stderr.indexOf('\x1b[?25l')).toBeGreaterThan(-1);
    expect(stderr.lastIndexOf('\x1b[?25h')).toBeGreaterThan(stderr.lastIndexOf('\x1b[?25l'));
    expect(stderr).toContain('\x1b[31merror:');
  });

  test.each([
    [[], { CI: 'true' }],
    [['--json'], {}],
    [[], { TERM: 'dumb' }],
  ])('there is no live view with %j and %j', async (flags, env) => {
    const { stderr } = await runCli(['build', ...flags], { terminal, env });
    expect(stderr).not.toContain('\x1b[?25l');
  });

  test.each([
    [['--no-color'], {}],
    [[], { NO_COLOR: '1' }],
  ])('there are no colours with %j and %j', async (flags, env) => {
    const { stdout, stderr } = await runCli(['build', ...flags], {
      terminal,
      env,
      project: failingProject('run/busy'),
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looks for them
    expect(stdout + stderr).not.toMatch(/\x1b\[\d+m/);
  });
});

describe('help', () => {
  test('ends with examples and every exit code', async () => {
    const { exit, stdout, stderr } = await runCli(['--help']);
    expect([exit, stderr]).toEqual([0, '']);
    for (const code of new Set([0, 1, ...Object.values(ERRORS).map(({ exit }) => exit)])) {
      expect(stdout).toMatch(new RegExp(`^ +${code}  \\w`, 'm'));
    }
    expect(stdout).toContain('scriptgen write "');
  });

  test('is what no command at all gives', async () => {
    expect(await runCli([])).toEqual(await runCli(['--help']));
  });

  test('of a command names the flags for every command', async () => {
    const { stdout } = await runCli(['plan', '--help']);
    expect(stdout).toContain('--project <folder>');
  });

  test('tells the version', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

function incompleteProject() {
  return fakeProject({
    write: async ({ onEvent }) => {
      for (const event of EVENTS) onEvent?.(event);
      return INCOMPLETE;
    },
  });
}

/** Run a build that gets signals while one call is under way. */
async function interrupted(sent: readonly string[]) {
  const signals = new EventEmitter();
  let aborted: object = {};
  let listeners = 0;
  const project = fakeProject({
    build: async ({ onEvent, stop, kill } = {}) => {
      onEvent?.({ type: 'step-start', slot: 's', task: 'scene.lines', agent: 'MAYA' });
      for (const signal of sent) signals.emit(signal);
      aborted = { stop: stop?.aborted, kill: kill?.aborted };
      listeners = signals.listenerCount('SIGINT');
      throw new ScriptGenError({ code: 'run/aborted', message: 'the run was stopped' });
    },
  });
  return { ...(await runCli(['build'], { project, signals })), aborted, listeners };
}
