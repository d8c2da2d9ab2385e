import { basename, relative, resolve } from 'node:path';
import { ERRORS, type ErrorCode } from '../core/index.ts';
import type { RunReport } from '../project.ts';
import { shellWord } from './cli.ts';
import { counted, formatCount, formatDuration, formatMoney, paintFor } from './format.ts';
import type { CliProject } from './io.ts';
import { sceneNumber } from './scene-number.ts';
import { fill, oneLine } from './text.ts';

/** What a summary is told with. */
export interface SummaryOptions {
  /** Files are named from here. */
  readonly cwd: string;
  /** As `--project`, so that the commands named can be copied. */
  readonly project?: string | undefined;
  /** The name of a character, for an example. */
  readonly lead: string;
  readonly color: boolean;
}

/** What a run came to, as lines: title, counts, files, failures, and what to do next. */
export function summaryLines(report: RunReport, options: SummaryOptions): readonly string[] {
  const paint = paintFor(options.color);
  const { script, scenes, pages, tally } = report;
  const count = (state: string): number => scenes.filter((scene) => scene.state === state).length;
  const states = ['written', 'fresh', 'left', 'kept', 'failed'].filter(
    (state) => state === 'written' || count(state) > 0,
  );
  const rows: readonly (readonly [string, string])[] = [
    [
      'scenes',
      `${formatCount(scenes.length)}: ${states.map((state) => `${formatCount(count(state))} ${state}`).join(', ')}`,
    ],
    ['pages', formatCount(pages)],
    ['calls', callsLine(tally)],
    ['tokens', `${formatCount(tally.inputTokens)} in, ${formatCount(tally.outputTokens)} out`],
    ['money', moneyLine(report)],
    ['time', formatDuration(report.ms)],
    ...takenRows(report),
    ...fileRows(report, options.cwd),
    ...noteRows(report, options.project),
  ];
  return [
    `${paint('bold', oneLine(script.title))}  (${script.format}, ${oneLine(report.model)})`,
    ...rows.map(([name, text]) => `  ${paint('dim', fill(name, 7))} ${text}`),
    ...leftLines(report),
    ...failedLines(report).map((line) => paint('bad', line)),
    '',
    'Next',
    ...nextLines(report, options),
  ];
}

/** Errors of single scenes that concern the whole run, and how that is told. */
const WHOLE: Readonly<Partial<Record<ErrorCode, string>>> = {
  'run/over-budget': 'stopped at the budget',
  'model/not-recorded': 'not all is in the recording',
};

/** What stderr says after an incomplete run; `undefined` when the run is done. */
export function failureOf({ status, scenes, script }: RunReport, project: string | undefined) {
  if (status === 'done') return undefined;
  const failed = scenes.filter(({ state }) => state === 'failed' || state === 'kept');
  const named = failed.find(({ error }) => error !== undefined && Object.hasOwn(WHOLE, error.code))?.error;
  if (named !== undefined) {
    const message = `${WHOLE[named.code]}: ${counted(failed.length, 'scene')} of ${scenes.length} not written. ${named.message}`;
    return { code: named.code, message, hint: named.hint, exit: ERRORS[named.code].exit };
  }
  const { exit } = ERRORS['run/incomplete'];
  const which = failed.length === 0 ? '' : `: ${failed.map(sceneNumber).join(', ')}`;
  return {
    code: 'run/incomplete',
    message: `${failed.length} of ${counted(scenes.length, 'scene')} failed${which}`,
    hint: `run ${command('build', project)} --script ${script.slug} to ask again for them; the others cost nothing`,
    exit,
  };
}

/** A character to name in an example: the protagonist, or the first, or `NAME` when there is none. */
export async function leadName(project: CliProject, script: string): Promise<string> {
  const entries = await project
    .bible(script)
    .then((bible) => bible.list())
    .catch(() => []);
  const lead =
    entries.find((entry) => entry.kind === 'character' && entry.document['role'] === 'protagonist') ??
    entries.find((entry) => entry.kind === 'character');
  return lead === undefined ? 'NAME' : oneLine(lead.name);
}

function callsLine({ asked, journal, shared }: RunReport['tally']): string {
  const joined = shared === 0 ? '' : `, ${formatCount(shared)} shared`;
  return `${formatCount(asked)} asked, ${formatCount(journal)} from the journal${joined}`;
}

function moneyLine({ tally, isLanguageModel }: RunReport): string {
  return isLanguageModel
    ? formatMoney(tally.cost)
    : `${formatMoney(tally.cost ?? 0)} (no model was paid: offline writer)`;
}

/** What was taken from a file that a person had changed, or why nothing was. */
function takenRows({ taken }: RunReport): readonly (readonly [string, string])[] {
  if (taken === undefined) return [];
  const { file, scenes, refused, changeSet } = taken;
  const back = changeSet === undefined ? '' : `; scriptgen undo ${changeSet} takes it back`;
  return [['edits', oneLine(refused ?? `taken from ${basename(file)}: ${counted(scenes, 'scene')}${back}`)]];
}

function fileRows({ files }: RunReport, cwd: string): readonly (readonly [string, string])[] {
  return files.flatMap(({ path, state, keptEdited, notes = [] }, at): readonly (readonly [string, string])[] => {
    const unchanged = state === 'unchanged' ? '  (unchanged)' : '';
    const beside = keptEdited === undefined ? '' : `  (yours is edited and was left alone: ${basename(keptEdited)})`;
    return [
      [at === 0 ? 'files' : '', `${shortPath(path, cwd)}${beside || unchanged}`],
      ...notes.map(({ message, fix = '' }) => ['', `  ${oneLine(`${message} ${fix}`)}`] as const),
    ];
  });
}

/** Scenes that were not asked for though they are stale. */
function leftLines({ scenes }: RunReport): readonly string[] {
  const stale = scenes.filter(({ stale: isStale }) => isStale === true).map(sceneNumber);
  return stale.length === 0 ? [] : [`  left as they are, and stale: ${stale.join(', ')}`];
}

/** How much is wrong with what it was written from and with the whole, and which command tells it. */
function noteRows(
  { notes = [], findings = 0, script }: RunReport,
  project: string | undefined,
): readonly (readonly [string, string])[] {
  const ofBible = notes.filter(({ rule }) => rule.startsWith('bible/')).length;
  const counts = [
    ['plan', notes.length - ofBible, 'note', 'structures check'],
    ['bible', ofBible, 'note', 'bible validate'],
    ['lint', findings, 'note on continuity', 'lint'],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([what, count, note, name]) => [
      what,
      `${counted(count, 'note')}${note.slice('note'.length)}: ${command(name, project)} --script ${shellWord(script.slug)}`,
    ]);
}

function failedLines({ scenes }: RunReport): readonly string[] {
  return scenes
    .filter(({ state }) => state === 'failed' || state === 'kept')
    .flatMap(({ heading, state, error, ...scene }) => {
      const stands = state === 'kept' ? ' (its last draft stands)' : '';
      const why = error === undefined ? 'failed' : `${oneLine(error.message)} (${error.code})`;
      const hint = error?.hint === undefined ? [] : [`          ${oneLine(error.hint)}`];
      return [`  failed  sc ${sceneNumber(scene)} ${oneLine(heading)}: ${why}${stands}`, ...hint];
    });
}

function nextLines({ status, files }: RunReport, { cwd, project, lead }: SummaryOptions): readonly string[] {
  const pdf = files.find(({ path }) => path.endsWith('.pdf'));
  const again = [`  try the failed again  ${command('build', project)}`];
  const edit = `${command('bible set', project)} ${shellWord(lead)} voice.sentences "Clipped. Answers with questions."`;
  return [
    ...(status === 'done' ? [] : again),
    ...(pdf === undefined ? [] : [`  read it               ${shortPath(pdf.path, cwd)}`]),
    `  change a voice        ${edit}`,
    `  see what that costs   ${command('plan', project)}`,
    `  take it elsewhere     ${command('export', project)} --format fdx,html`,
  ];
}

function command(name: string, project: string | undefined): string {
  return `scriptgen ${name}${project === undefined ? '' : ` --project ${shellWord(project)}`}`;
}

/** A path from the working folder when that is shorter. */
function shortPath(path: string, cwd: string): string {
  const near = relative(cwd, resolve(cwd, path));
  return near !== '' && near.length < path.length ? near : path;
}
