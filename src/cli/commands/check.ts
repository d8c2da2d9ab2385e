import type { Command } from 'commander';
import { isScriptGenError } from '../../core/error.ts';
import { nearest } from '../../core/nearest.ts';
import type { Note, Severity } from '../../core/note.ts';
import type { NoteFilter } from '../../screenplay/check/check.ts';
import { type Cli, type CommonFlags, colored, dataWidth, EXIT_FINDINGS, print, printJson } from '../cli.ts';
import { readScript } from '../documents.ts';
import { invalid, tellFailure } from '../failure.ts';
import { counted, table } from '../format.ts';
import { listOf, oneOf } from '../options.ts';
import { type CheckedFile, mergedSarif } from '../sarif.ts';
import { cut, oneLine, safeLines } from '../text.ts';

interface CheckFlags extends CommonFlags {
  readonly format?: 'text' | 'json' | 'sarif';
  readonly rule?: readonly string[];
  readonly ignore?: readonly string[];
  readonly severity?: Severity;
  readonly failOn: Severity;
  readonly listRules?: true;
}

const SEVERITIES: readonly Severity[] = ['blocker', 'major', 'minor', 'info'];
/** Rules of readers, which are not in the list of what is looked for. */
const READERS = ['document', 'fountain', 'fdx', 'json'];

const EXAMPLES = `
Exits 8 when something is found that matters as much as --fail-on says, and 0 otherwise.
A note in the script leaves rules out: [[check: ignore cue/unknown]].

Examples:
  scriptgen check script.fountain
  scriptgen check scripts/*.fountain --severity minor --ignore cue/introduction
  scriptgen check script.fountain --format sarif > check.sarif`;

/** `scriptgen check`: faults of form and consistency in any number of scripts. */
export function addCheck(program: Command, cli: Cli): void {
  program
    .command('check')
    .summary('find faults of form and consistency in scripts')
    .description('Find faults of form and consistency: names spelled two ways, cues without speech, numbers twice.')
    .argument('[files...]', 'scripts to check: Fountain, Final Draft or JSON; - reads standard input')
    .option(
      '--format <name>',
      'text, json (JSON Lines, a line for each file) or sarif',
      oneOf('--format', ['text', 'json', 'sarif']),
    )
    .option('--rule <ids>', 'these rules or areas only, with commas: cue,heading/no-time', listOf(oneLine))
    .option('--ignore <ids>', 'leave these rules or areas out', listOf(oneLine))
    .option(
      '--severity <level>',
      'show what matters as much or more: blocker, major, minor or info',
      oneOf('--severity', SEVERITIES),
    )
    .option('--fail-on <level>', 'exit 8 for what matters as much or more', oneOf('--fail-on', SEVERITIES), 'major')
    .option('--list-rules', 'list the rules')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], _own: object, command: Command) => {
      const flags = command.optsWithGlobals<CheckFlags>();
      if (flags.listRules) return listRules(cli, flags);
      if (files.length === 0) throw invalid('no file given', 'for example: scriptgen check script.fountain');
      if (files.filter((file) => file === '-').length > 1)
        throw invalid('standard input is named twice', 'name - once');
      await checkFiles(cli, files, flags);
    });
}

async function checkFiles(cli: Cli, files: readonly string[], flags: CheckFlags): Promise<void> {
  const { checkScreenplay, filterNotes } = await import('../../screenplay/check/check.ts');
  const filter = await readFilter(flags);
  const checked: CheckedFile[] = [];
  let failed: number | undefined;
  for (const file of files) {
    try {
      const { screenplay, notes } = await readScript(cli, file);
      const path = file === '-' ? 'stdin' : file;
      checked.push({ path, notes: [...filterNotes(notes, filter), ...checkScreenplay(screenplay, filter)] });
    } catch (error) {
      // The other files are checked all the same; the exit code is that of the error.
      if (!isScriptGenError(error) || files.length === 1) throw error;
      const style = { json: flags.json ?? false, color: colored(cli.io, cli.io.stderr, flags) };
      failed = tellFailure(cli.io, error, style);
    }
  }
  await showChecked(cli, checked, flags);
  const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(flags.failOn) + 1);
  const found = checked.some(({ notes }) => notes.some(({ severity }) => worst.includes(severity)));
  cli.exit(failed ?? (found ? EXIT_FINDINGS : 0));
}

async function showChecked(cli: Cli, checked: readonly CheckedFile[], flags: CheckFlags): Promise<void> {
  const { printNotes } = await import('../../screenplay/check/print-notes.ts');
  switch (flags.format ?? (flags.json ? 'json' : 'text')) {
    case 'json':
      return printJson(cli, 'check', checked);
    case 'sarif':
      return void cli.io.stdout.write(`${JSON.stringify(mergedSarif(checked), null, 2)}\n`);
    case 'text': {
      for (const { path, notes } of checked) cli.io.stdout.write(safeLines(printNotes(notes, { path })));
      return void cli.io.stderr.write(`${summary(checked)}\n`);
    }
  }
}

function summary(checked: readonly CheckedFile[]): string {
  const notes = checked.flatMap((file): readonly Note[] => file.notes);
  const files = counted(checked.length, 'file');
  if (notes.length === 0) return `${files}: nothing found`;
  const counts = SEVERITIES.flatMap((severity) => {
    const count = notes.filter((note) => note.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return `${files}, ${counted(notes.length, 'note')}: ${counts.join(', ')}`;
}

/** The filter of the flags. @throws ScriptGenError `input/invalid` for a rule that is not known. */
async function readFilter({ rule, ignore, severity }: CheckFlags): Promise<NoteFilter> {
  const { RULES } = await import('../../screenplay/check/rules.ts');
  const ids = RULES.map(({ id }) => id);
  const areas = [...new Set([...ids.map((id) => id.split('/')[0] ?? id), ...READERS])];
  for (const name of [...(rule ?? []), ...(ignore ?? [])]) {
    if (ids.includes(name) || areas.includes(name) || READERS.includes(name.split('/')[0] ?? '')) continue;
    const near = nearest(name.toLowerCase(), [...ids, ...areas]);
    const hint = near === undefined ? 'scriptgen check --list-rules lists them' : `did you mean ${near}?`;
    throw invalid(`no rule is called '${name}'`, hint);
  }
  return {
    ...(rule === undefined ? {} : { only: rule }),
    ...(ignore === undefined ? {} : { ignore }),
    ...(severity === undefined ? {} : { severity }),
  };
}

async function listRules(cli: Cli, flags: CheckFlags): Promise<void> {
  const { RULES } = await import('../../screenplay/check/rules.ts');
  const rows = RULES.map(({ id, severity, title, why, source }) => ({ id, severity, title, why, source }));
  if (flags.json || flags.format === 'json') return printJson(cli, 'rule', rows);
  const lines = table([
    ['rule', 'severity', 'what is wrong'],
    ...rows.map(({ id, severity, title }) => [id, severity, title]),
  ]);
  print(
    cli,
    lines.map((line) => cut(line, dataWidth(cli.io))),
  );
}
