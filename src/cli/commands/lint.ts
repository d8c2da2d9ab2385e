import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Severity } from '../../core/note.ts';
import type { LintFinding, LintReport } from '../../project.ts';
import { type Cli, EXIT_FINDINGS, type OpenFlags, print, printJson, withProject } from '../cli.ts';
import { readScript, tellNotes } from '../documents.ts';
import { banner } from '../follow-run.ts';
import { counted, formatMoney } from '../format.ts';
import { dollars, oneOf, someText } from '../options.ts';
import { mergedSarif } from '../sarif.ts';
import { oneLine, safeLines } from '../text.ts';

interface LintFlags extends OpenFlags {
  readonly script?: string;
  readonly format?: 'text' | 'json' | 'sarif';
  readonly failOn: Severity;
  readonly all?: boolean;
  readonly sarif?: boolean;
  readonly full?: boolean;
  readonly maxCost?: number;
}

interface SuppressFlags extends OpenFlags {
  readonly script?: string;
  readonly reason?: string;
}

const SEVERITIES: readonly Severity[] = ['blocker', 'major', 'minor', 'info'];

const EXAMPLES = `
Exits 8 when something is found that matters as much as --fail-on says, and 0 otherwise.
In a file a note leaves rules out: [[check: ignore continuity/dead-speaker]].

Examples:
  scriptgen lint
  scriptgen lint script.fountain --format sarif > lint.sarif
  scriptgen lint edited.fountain --script the-light
  scriptgen lint --full --max-cost 0.50
  scriptgen lint suppress cn_1a2b --reason "She lies."`;

/** `scriptgen lint`: what cannot be in a story: who is where, who has what, who knows what, in which order. */
export function addLint(program: Command, cli: Cli): void {
  const lint = program
    .command('lint')
    .summary('find what cannot be in a story: who is where, has what, knows what')
    .description('Find what cannot be in a story: who is where, who has what, who knows what, in which order.')
    .argument('[script]', 'script of the project (default: the newest), or a file: Fountain, Final Draft or JSON')
    .option(
      '-s, --script <name>',
      'script of the project; with a file, whose bible and cards it is held against',
      someText('--script'),
    )
    .option(
      '--format <name>',
      'text, json (JSON Lines, a line for each finding) or sarif',
      oneOf('--format', ['text', 'json', 'sarif']),
    )
    .option('--sarif', 'the same as --format sarif')
    .option('--continuity', 'look for faults of continuity, which is all that is looked for so far')
    .option('--full', 'let the model look too, for what takes a reader; it is asked once for the same words')
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option('--max-cost <dollars>', 'stop asking before it costs more', dollars('--max-cost'))
    .option('--fail-on <level>', 'exit 8 for what matters as much or more', oneOf('--fail-on', SEVERITIES), 'major')
    .option('--all', 'show what is suppressed, too')
    .addHelpText('after', EXAMPLES)
    .action(async (script: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<LintFlags>();
      await lintOne(cli, script, flags);
    });
  lint
    .command('suppress')
    .description('Let a finding stand. It holds for just the words that were found, and not after they change.')
    .argument('<finding>', 'its id, or the beginning of it')
    .requiredOption('--reason <text>', 'why it is right as it is', someText('--reason'))
    .option('-s, --script <name>', 'script of the project (default: the newest)', someText('--script'))
    .action((id: string, _own: object, command: Command) =>
      suppress(cli, id, command.optsWithGlobals<SuppressFlags>()),
    );
  lint
    .command('restore')
    .description('Tell a finding again that was suppressed.')
    .argument('<finding>', 'its id, or the beginning of it')
    .option('-s, --script <name>', 'script of the project (default: the newest)', someText('--script'))
    .action((id: string, _own: object, command: Command) =>
      suppress(cli, id, command.optsWithGlobals<SuppressFlags>()),
    );
}

async function suppress(cli: Cli, id: string, flags: SuppressFlags): Promise<void> {
  const { reason, script } = flags;
  const what = { id, ...(reason === undefined ? {} : { reason }) };
  const finding = await withProject(cli, flags, (project) => project.suppress(what, script));
  if (flags.json) return printJson(cli, 'finding', [finding]);
  const said = finding.suppressed === undefined ? 'is told again' : `stands: ${oneLine(finding.suppressed)}`;
  print(cli, [`${finding.id} ${said}`]);
}

async function lintOne(cli: Cli, script: string | undefined, flags: LintFlags): Promise<void> {
  const isFile =
    script !== undefined && (script === '-' || existsSync(resolve(cli.io.cwd, script)) || /\.\w+$/.test(script));
  const read = isFile ? await readScript(cli, script) : undefined;
  if (read !== undefined) tellNotes(cli, read.notes, { name: script ?? '', flags });
  const named = isFile ? flags.script : (script ?? flags.script);
  const what = {
    ...(read === undefined ? {} : { screenplay: read.screenplay }),
    ...(named === undefined ? {} : { script: named }),
  };
  const { full = false, maxCost } = flags;
  const how = { ...what, full, ...(maxCost === undefined ? {} : { maxCost }) };
  // Without a model nothing need be looked for on this machine.
  const report = await withProject(cli, full ? flags : { ...flags, detect: false }, async (project) => {
    if (full) cli.io.stderr.write(`${banner(project.model)}\n`);
    return project.lint(how);
  });
  const shown = report.findings.filter(({ suppressed }) => flags.all || suppressed === undefined);
  const path = isFile ? (script === '-' ? 'stdin' : script) : undefined;
  const format = flags.format ?? (flags.sarif ? 'sarif' : flags.json ? 'json' : 'text');
  show(cli, { ...report, findings: shown }, path, format);
  const told = report.findings.filter(({ suppressed }) => suppressed === undefined);
  cli.io.stderr.write(format !== 'text' ? '' : `${summary(report, told)}\n`);
  const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(flags.failOn) + 1);
  cli.exit(told.some(({ severity }) => worst.includes(severity)) ? EXIT_FINDINGS : 0);
}

function show(cli: Cli, report: LintReport, path: string | undefined, format: LintFlags['format']): void {
  switch (format) {
    case 'json':
      printJson(
        cli,
        'finding',
        report.findings.map((finding) => ({ ...(path === undefined ? {} : { path }), ...finding })),
      );
      break;
    case 'sarif': {
      const name = path ?? `${report.script?.slug ?? 'script'}.fountain`;
      const log = mergedSarif([{ path: name, notes: report.findings }], report.rules);
      cli.io.stdout.write(`${JSON.stringify(log, null, 2)}\n`);
      break;
    }
    default:
      cli.io.stdout.write(safeLines(report.findings.map((finding) => findingText(finding, path)).join('')));
  }
}

/** A finding with its two quotes, and what can be done. */
function findingText(finding: LintFinding, path: string | undefined): string {
  const { id, rule, severity, message, line, column, fix, confidence, evidence, state, suppressed } = finding;
  const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  const marks = [state === 'stale' ? 'stale' : '', suppressed === undefined ? '' : `suppressed: ${suppressed}`];
  const told = marks.filter((mark) => mark !== '').map((mark) => `, ${mark}`);
  return [
    `${place === '' ? '' : `${place} `}${severity} ${message} (${rule}, ${Math.round(confidence * 100)}%${told.join('')})`,
    ...evidence.map(({ from, quote }) => `  ${from === 'script' ? '' : `${from}: `}“${oneLine(quote)}”`),
    `  ${fix === undefined ? '' : `${fix} `}[${id}]`,
    '',
  ].join('\n');
}

function summary({ scenes, findings, tally, unanswered = 0 }: LintReport, told: readonly LintFinding[]): string {
  const suppressed = findings.length - told.length;
  const stale = told.filter(({ state }) => state === 'stale').length;
  const counts = SEVERITIES.flatMap((severity) => {
    const count = told.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const found = told.length === 0 ? 'nothing found' : `${counted(told.length, 'finding')}: ${counts.join(', ')}`;
  const asked = tally === undefined ? '' : `${counted(tally.asked, 'call')} asked, ${formatMoney(tally.cost)}`;
  const more = [
    asked,
    unanswered === 0 ? '' : `${counted(unanswered, 'question')} without an answer`,
    stale === 0 ? '' : `${stale} stale`,
    suppressed === 0 ? '' : `${suppressed} suppressed`,
  ];
  return [`${counted(scenes, 'scene')}, ${found}`, ...more.filter((part) => part !== '')].join('; ');
}
