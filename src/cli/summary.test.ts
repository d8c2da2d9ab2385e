import { expect, test } from 'vitest';
import { runCli } from './fakes/io.ts';
import { fakeProject, INCOMPLETE, REPORT } from './fakes/project.ts';
import { leadName, summaryLines } from './summary.ts';

const OPTIONS = { cwd: '/home/ann', lead: 'Maya', color: false };

test('a run of a language model is told with its counts, files and next commands', () => {
  expect(summaryLines(REPORT, OPTIONS)).toEqual([
    'THE LIGHT  (short, acme/large)',
    '  scenes  3: 2 written, 1 fresh',
    '  pages   4',
    '  calls   11 asked, 4 from the journal',
    '  tokens  12,345 in, 6,789 out',
    '  money   $0.42',
    '  time    1 min 12 s',
    '  files   the-light.pdf',
    '          the-light.fdx  (unchanged)',
    '          the-light.new.fountain  (yours is edited and was left alone: the-light.fountain)',
    '',
    'Next',
    '  read it               the-light.pdf',
    '  change a voice        scriptgen bible set Maya voice.sentences "Clipped. Answers with questions."',
    '  see what that costs   scriptgen plan',
    '  take it elsewhere     scriptgen export --format fdx,html',
  ]);
});

test('the offline writer costs nothing, and the summary says why', () => {
  const report = { ...REPORT, isLanguageModel: false, tally: { ...REPORT.tally, cost: 0 } };
  expect(summaryLines(report, OPTIONS)).toContain('  money   $0.00 (no model was paid: offline writer)');
});

test('what was found on continuity is told with the command that shows it, and nothing when nothing was', () => {
  const [told] = summaryLines({ ...REPORT, findings: 2 }, OPTIONS).filter((line) => line.includes('notes'));
  expect(told).toBe('  lint    2 notes on continuity: scriptgen lint --script the-light');
  expect(summaryLines({ ...REPORT, findings: 0 }, OPTIONS)).toEqual(summaryLines(REPORT, OPTIONS));
});

test('an unknown price is not zero', () => {
  const report = { ...REPORT, tally: { ...REPORT.tally, cost: null } };
  expect(summaryLines(report, OPTIONS)).toContain('  money   price unknown');
});

test('failed scenes are named with their reasons, and trying again comes first', () => {
  const lines = summaryLines(INCOMPLETE, OPTIONS);
  expect(lines).toContain('  scenes  3: 1 written, 1 fresh, 1 failed');
  expect(lines).toContain('  failed  sc 2 EXT. PIER - DAWN: no answer in 60 s (model/timeout)');
  expect(lines).toContain('          Try later.');
  expect(lines[lines.indexOf('Next') + 1]).toBe('  try the failed again  scriptgen build');
});

test('the commands can be copied: folder and name are quoted for a shell', () => {
  const lines = summaryLines(REPORT, { ...OPTIONS, project: "Ann's play", lead: 'Old Tom' }).join('\n');
  expect(lines).toContain("scriptgen bible set --project 'Ann'\\''s play' 'Old Tom' voice.sentences");
});

test('a title cannot steer the terminal', () => {
  const script = { ...REPORT.script, title: 'THE\u001b[2J\u001b]0;x\u0007 LIGHT\u202e\n' };
  expect(summaryLines({ ...REPORT, script }, OPTIONS)[0]).toBe('THE LIGHT  (short, acme/large)');
});

test('the example names the protagonist, and still stands when the bible cannot be read', async () => {
  expect(await leadName(fakeProject(), 'the-light')).toBe('Maya');
  const broken = fakeProject({ bible: () => Promise.reject(new Error('no')) });
  expect(await leadName(broken, 'the-light')).toBe('NAME');
});

test('an incomplete run prints its summary, then exits 7', async () => {
  const { exit, stdout, stderr } = await runCli(['build'], { project: fakeProject({ build: async () => INCOMPLETE }) });
  expect(exit).toBe(7);
  expect(stdout).toContain('1 failed');
  expect(stderr).toContain('(code run/incomplete, exit 7)');
});
