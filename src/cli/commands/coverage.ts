import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ERRORS } from '../../core/error.ts';
import { printCoverage } from '../../coverage/index.ts';
import { checkWritable, writeDocument } from '../../document/index.ts';
import type { CoverageReport, Format, RunEvent } from '../../project.ts';
import { type Cli, colored, dataWidth, noteLines, type OpenFlags, print, printJson, withProject } from '../cli.ts';
import { coveragePlanLines } from '../coverage/plan-lines.ts';
import { reportLines } from '../coverage/report-lines.ts';
import { coverageSource } from '../coverage/source.ts';
import { checkStdout } from '../documents.ts';
import { errorBlock } from '../failure.ts';
import { banner } from '../follow-run.ts';
import { counted, formatCount, formatMoney, paintFor } from '../format.ts';
import { dollars, FORMAT_NAMES, oneOf, REPLAY_FLAG, readFormat, someText, wholeNumber } from '../options.ts';
import { trapSignals } from '../signals.ts';
import { oneLine, safeLines } from '../text.ts';

const FORMATS = ['text', 'md', 'json', 'pdf'] as const;

interface CoverageFlags extends OpenFlags {
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
  readonly force?: boolean;
  readonly analyst?: string;
  readonly form?: Format;
  readonly setting?: boolean;
  readonly dryRun?: boolean;
  readonly maxCost?: number;
  readonly batch?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  scriptgen coverage
  scriptgen coverage script.fdx --dry-run
  scriptgen coverage script.fountain --format md --out coverage.md --analyst "R. Lund"`;

/** Text that goes to a file or a pipe has lines of so many cells. */
const PAGE_CELLS = 80;

/** `scriptgen coverage`: a reader's report on a script. */
export function addCoverage(program: Command, cli: Cli): void {
  program
    .command('coverage')
    .summary("write a reader's report on a script")
    .description(
      'Read a script and report as a reader does: logline, synopsis, comments, grid, verdict. Every quote is held against the script, and scores are computed from graded quotes.',
    )
    .argument('[script]', 'a file, - for standard input, or a script of the project (default: the newest)')
    .option('--format <name>', FORMATS.join(', '), oneOf('--format', FORMATS), 'text')
    .option('-o, --out <file>', 'file to write', someText('--out'))
    .option('-f, --force', 'write over a file that is there')
    .option('--analyst <name>', 'who signs (default: the model that reads)', someText('--analyst'))
    .option('--form <name>', `what it is meant to be: ${Object.keys(FORMAT_NAMES).join(', ')}`, readFormat)
    .option('--setting', 'judge setting and production values too')
    .option('--dry-run', 'say what would be asked and what that costs; asks nothing')
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option('-c, --concurrency <calls>', 'model calls at a time', wholeNumber('--concurrency', 1))
    .option('--max-cost <dollars>', 'stop before this costs more; what is paid for is kept', dollars('--max-cost'))
    .option('--batch', 'ask by batches at half the price, where the provider has them; takes up to a day')
    .option(...REPLAY_FLAG, someText('--replay'))
    .option('--require-llm', 'fail where no language model would read')
    .option('-q, --quiet', 'show no progress')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string | undefined, _own: object, command: Command) =>
      cover(cli, argument, command.optsWithGlobals<CoverageFlags>()),
    );
}

async function cover(cli: Cli, argument: string | undefined, flags: CoverageFlags): Promise<void> {
  const { io } = cli;
  const { out, force = false, quiet = false, analyst, form, setting, maxCost, batch } = flags;
  if (out === undefined && flags.format === 'pdf') checkStdout(cli, 'pdf', flags);
  if (out !== undefined) await checkWritable(resolve(io.cwd, out), { force, name: out });
  const asked = {
    ...(await coverageSource(cli, argument, flags)),
    ...(analyst === undefined ? {} : { analyst }),
    ...(form === undefined ? {} : { form }),
    ...(setting === undefined ? {} : { setting }),
    ...(batch === undefined ? {} : { batch }),
    ...(maxCost === undefined ? {} : { maxCost }),
  };
  await withProject(cli, flags, async (project) => {
    if (flags.dryRun) {
      const plan = await project.planCoverage(asked);
      return flags.json ? printJson(cli, 'plan', [plan]) : print(cli, coveragePlanLines(plan));
    }
    const tell = (line: string): void => void (quiet || io.stderr.write(`${line}\n`));
    for (const line of noteLines(project.notes, colored(io, io.stderr, flags))) tell(line);
    tell(banner(project.model));
    const signals = trapSignals(io.signals, {
      onStop: () => tell('Stopping: waiting for what is paid for; press Ctrl-C again to drop it.'),
      onKill: () => undefined,
    });
    try {
      const report = await project.cover({ ...asked, ...signals, onEvent: progress(tell) });
      await deliver(cli, report, flags);
      tell(spent(report));
      if (report.unread.length > 0) unfinished(cli, report, flags);
    } finally {
      signals.release();
    }
  });
}

/** A line for each part that was asked for, and for the report. */
function progress(tell: (line: string) => void): (event: RunEvent) => void {
  let read = 0;
  return (event) => {
    if (event.type === 'step-error') tell(`${event.task}: ${oneLine(event.message)}`);
    if (event.type !== 'step-end' || event.source !== 'asked') return;
    if (event.task === 'coverage.read') read += 1;
    tell(event.task === 'coverage.read' ? `${counted(read, 'part')} read` : 'report written');
  };
}

async function deliver(cli: Cli, report: CoverageReport, flags: CoverageFlags): Promise<void> {
  const { io } = cli;
  const { out, force = false } = flags;
  const data = flags.format === 'pdf' ? await pdfOf(report) : textOf(cli, report, flags);
  if (out === undefined) return void io.stdout.write(data);
  await writeDocument(resolve(io.cwd, out), Buffer.from(data), { force, name: out });
  if (flags.json) printJson(cli, 'written', [{ path: out, format: flags.format }]);
  else print(cli, [`${oneLine(out)}  coverage, verdict ${report.verdict ?? 'none'}`]);
}

/** Fonts and layout are loaded only here. */
async function pdfOf(report: CoverageReport): Promise<Uint8Array> {
  return (await import('../coverage/report-pdf.ts')).reportPdf(report);
}

function textOf({ io }: Cli, report: CoverageReport, flags: CoverageFlags): string {
  const { format, out, json } = flags;
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  if (json && out === undefined) return `${JSON.stringify({ type: 'coverage', ...report })}\n`;
  if (format === 'md') return safeLines(printCoverage(report));
  const shown = out === undefined ? dataWidth(io) : PAGE_CELLS;
  const width = Number.isFinite(shown) ? shown : PAGE_CELLS;
  return `${reportLines(report, width, paintFor(out === undefined && colored(io, io.stdout, flags))).join('\n')}\n`;
}

function spent({ tally: { asked, journal, inputTokens, outputTokens, cost } }: CoverageReport): string {
  return `${formatCount(asked)} asked, ${formatCount(journal)} from the journal; ${formatCount(inputTokens)} tokens in, ${formatCount(outputTokens)} out; ${formatMoney(cost)}`;
}

function unfinished(cli: Cli, { unread, parts }: CoverageReport, flags: CoverageFlags): void {
  // What stops every part alike (a spent budget) is told as what it is.
  const whole = unread.find(({ code }) => code.startsWith('run/'));
  const code = whole?.code ?? 'run/incomplete';
  const count = `${counted(unread.length, 'part')} of ${parts} could not be read`;
  const message = whole === undefined ? count : `${count}: ${whole.message}`;
  const hint = whole?.hint ?? 'run the same command again: only what is missing is asked';
  const { exit } = ERRORS[code];
  cli.io.stderr.write(errorBlock({ code, message, hint, exit }, colored(cli.io, cli.io.stderr, flags)));
  cli.exit(exit);
}
