import { describe, expect, test } from 'vitest';
import { type Coverage, coveredScript, headerOf, scoreAreas } from '../../coverage/index.ts';
import type { CoverageReport } from '../../project.ts';
import { parseFountain } from '../../screenplay/index.ts';
import { runCli } from '../fakes/io.ts';
import { fakeProject } from '../fakes/project.ts';
import { cellsOf } from '../text.ts';
import { reportLines } from './report-lines.ts';
import { reportPdf } from './report-pdf.ts';

const { screenplay } = parseFountain('Title: The Light\n\nINT. LAMP ROOM - NIGHT\n\nRain on the glass.\n');
const { pages } = coveredScript(screenplay);
const AREAS = ['premise', 'story line', 'structure', 'characterization', 'dialogue'] as const;
const EVIDENCE = AREAS.flatMap((area, at) =>
  [1, 1, 0, 2].map((grade, scene) => ({
    ...{ id: `E${4 * at + scene + 1}`, criterion: 'dialogue/voice', area, grade, scene, number: `${scene + 1}` },
    ...{ page: 1, line: 5, quote: 'Rain on the glass.', why: 'We lean in.' },
  })),
);

const COVERAGE: CoverageReport = {
  header: headerOf(screenplay, {
    ...{ name: 'light', pages, scenes: 4, date: '2026-11-26', analyst: 'R. Lund' },
  }),
  reader: { model: 'acme/large', isLanguageModel: true },
  logline: 'A keeper lets the lamp go out, and somebody sees it.',
  synopsis: [{ heading: 'Act one', text: 'MARA lets the lamp go out.\nTOM sees it.' }],
  comments: [{ area: 'overall', text: 'It asks a question and keeps it.', cites: ['E1'] }],
  grid: scoreAreas({ evidence: EVIDENCE, measures: [], scenes: 4 }),
  verdict: 'consider',
  evidence: EVIDENCE,
  dropped: { claims: [], comments: 0 },
  norms: { english: true, distance: null, farthest: [] },
  parts: 1,
  unread: [],
  remarks: [],
  tally: { asked: 2, journal: 0, shared: 0, inputTokens: 100, outputTokens: 50, cost: 0.01 },
};
const plainly = (coverage: Coverage, width: number) => reportLines(coverage, width, (_, text) => text);
const covering = (report: CoverageReport = COVERAGE) => fakeProject({ cover: () => Promise.resolve(report) });

describe('the report as text', () => {
  test('is the form that readers fill in', () => {
    const lines = plainly(COVERAGE, 96);
    expect(lines).toContain('Title       The Light');
    expect(lines).toContain('Premise                      X                 +0.67  4 in 4 scenes: 3 good, 1 plain');
    expect(lines).toContain('Script  CONSIDER, from a mean of +0.67');
    expect(lines).toContain('Writer  not judged: a script shows a script');
    const headings = lines.filter((line) => /^[A-Z ]{4,}$/.test(line));
    expect(headings).toEqual([
      ...['COVERAGE', 'LOGLINE', 'SYNOPSIS', 'COMMENTS', 'GRID', 'VERDICT'],
      ...['BESIDE PRODUCED FEATURES', 'HOW IT WAS COMPUTED'],
    ]);
  });

  test.each([40, 60, 80, 120])('keeps to %i cells, and to what can be read in one line', (width) => {
    const wide = 'これはとても長い文です。'.repeat(30);
    const long = { ...COVERAGE, logline: wide, remarks: ['word '.repeat(60)] };
    for (const line of plainly(long, width))
      expect(cellsOf(line)).toBeLessThanOrEqual(Math.max(64, Math.min(96, width)));
    expect(plainly(long, width).join('').replace(/\s/g, '')).toContain(wide);
  });

  test('is not steered by what a script or a model says', () => {
    const evil = {
      ...COVERAGE,
      logline: '\u001b[2J\u001b[31mgone\u0007',
      header: { ...COVERAGE.header, title: 'A\u001b]0;B\u0007' },
    };
    expect(plainly(evil, 80).join('\n')).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  test('as PDF says the same', async () => {
    const marked = { ...COVERAGE, logline: 'It is *not* _bold_, [[no note]] and /* nothing lost */.' };
    const bytes = Buffer.from(await reportPdf(marked));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(5000);
  });
});

describe('scriptgen coverage', () => {
  test('prints the report to standard output, and who read and what it took to standard error', async () => {
    const { exit, stdout, stderr } = await runCli(['coverage'], { project: covering() });
    expect(exit).toBe(0);
    expect(stdout.startsWith('COVERAGE\n')).toBe(true);
    expect(stderr).toBe(
      'model: acme/large (from --model)\n2 asked, 0 from the journal; 100 tokens in, 50 out; $0.01\n',
    );
  });

  test('takes names for scripts, and what looks like a file for one', async () => {
    const seen: unknown[] = [];
    const project = fakeProject({
      cover: async (options) => {
        seen.push(options);
        return COVERAGE;
      },
    });
    const about = ['--analyst', 'R. Lund', '--setting', '--max-cost', '2', '--form', 'feature'];
    await runCli(['coverage', 'the-light', ...about], { project });
    expect(seen).toMatchObject([
      { script: 'the-light', analyst: 'R. Lund', setting: true, maxCost: 2, form: 'feature' },
    ]);
    const missing = await runCli(['coverage', 'nowhere.fountain'], { project });
    expect([missing.exit, missing.stderr]).toEqual([2, expect.stringContaining('nowhere.fountain')]);
    await runCli(['coverage', '-'], { project, stdin: ['INT. A - DAY\n\nRain.\n'] });
    expect(seen.at(-1)).toMatchObject({ document: { name: 'script', screenplay: { type: 'screenplay' } } });
  });

  test('--json is one line, --format json the value, --format md Markdown', async () => {
    const line = await runCli(['coverage', '--json', '-q'], { project: covering() });
    expect(JSON.parse(line.stdout)).toMatchObject({ type: 'coverage', verdict: 'consider' });
    const value = await runCli(['coverage', '--format', 'json', '-q'], { project: covering() });
    expect(JSON.parse(value.stdout)).toEqual(JSON.parse(JSON.stringify(COVERAGE)));
    const markdown = await runCli(['coverage', '--format', 'md', '-q'], { project: covering() });
    expect(markdown.stdout).toContain('| Premise |  | X |  |  | +0.67 | 4 in 4 scenes: 3 good, 1 plain |');
  });

  test('a PDF is nothing for a terminal', async () => {
    const told = await runCli(['coverage', '--format', 'pdf'], {
      project: covering(),
      terminal: { columns: 80, rows: 24 },
    });
    expect([told.exit, told.stderr]).toEqual([2, expect.stringContaining('nothing for a terminal')]);
  });

  test('--dry-run says what would be asked, and asks nothing', async () => {
    const call = {
      task: 'coverage.read',
      model: 'acme/large',
      isCertain: true,
      inputTokens: 1,
      outputTokens: 1,
      cost: 1,
    };
    const plan = { parts: 9, fresh: 8, steps: [call, call], tokens: 9000, cost: 0.04, model: 'acme/large' };
    const planned = (steps: typeof plan) => fakeProject({ planCoverage: () => Promise.resolve(steps) });
    expect((await runCli(['coverage', '--dry-run'], { project: planned(plan) })).stdout).toBe(
      '1 part to read, 8 read already: 2 calls, ~9,000 tokens, ~$0.04, acme/large\n',
    );
    const unpriced = await runCli(['coverage', '--dry-run'], { project: planned({ ...plan, cost: Number.NaN }) });
    expect(unpriced.exit).toBe(0);
    expect((await runCli(['coverage', '--dry-run'], { project: planned({ ...plan, steps: [] }) })).stdout).toBe(
      'Nothing to ask: 9 parts read, and the report is written.\n',
    );
  });

  test('a part that was not read is told, and is exit 7', async () => {
    const unread = [{ from: '4', to: '9', code: 'model/timeout', message: 'no answer' } as const];
    const { exit, stdout, stderr } = await runCli(['coverage'], {
      project: covering({ ...COVERAGE, unread, verdict: null }),
    });
    expect([exit, stderr]).toEqual([7, expect.stringContaining('1 part of 1 could not be read')]);
    expect(stdout).toContain('Scenes 4 to 9 were not read: no answer (model/timeout).');
    expect(stdout).toContain('none: a part was not read');
  });

  test('a budget that is spent is told as that, with its own exit code', async () => {
    const spent = { from: '4', to: '9', code: 'run/over-budget', message: 'the cap is $1', hint: 'raise it' } as const;
    const { exit, stderr } = await runCli(['coverage'], { project: covering({ ...COVERAGE, unread: [spent] }) });
    expect(exit).toBe(5);
    expect(stderr).toMatch(/1 part of 1 could not be read: the cap is \$1\nhint: raise it/);
  });
});
