import type { Command } from 'commander';
import type { CallLog } from '../../project.ts';
import { type Cli, type CommonFlags, dataWidth, print, printJson, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { answerLines, callLines, callLogLines, type Part, requestLines } from '../ledger/call-lines.ts';
import { addCallFlags, type CallFlags, callOptions } from '../ledger/flags.ts';
import { diffLines, unified } from '../ledger/line-diff.ts';
import { someText, wholeNumber } from '../options.ts';
import { withoutModel } from './stats.ts';

interface ListFlags extends CallFlags {
  readonly failed?: boolean;
  readonly text?: string;
  readonly number?: number;
}

interface ShowFlags extends CommonFlags {
  readonly request?: boolean;
  readonly answer?: boolean;
  readonly raw?: boolean;
}

const ID = 'id of a call, or the first letters of it (scriptgen logs lists them)';

/** `scriptgen logs`: every call that a model was asked by. */
export function addLogs(program: Command, cli: Cli): void {
  const logs = program
    .command('logs')
    .summary('list the calls to models, and show what was asked and came')
    .description(
      'List the calls to models, the newest first. What was asked and what came is only shown by show and diff.',
    );
  addList(logs, cli);
  addShow(logs, cli);
  addDiff(logs, cli);
}

function addList(logs: Command, cli: Cli): void {
  addCallFlags(logs)
    .option('--failed', 'those that brought no answer')
    .option('--text <words>', 'those whose request or answer has these words', someText('--text'))
    .option('-n, --number <count>', 'at most so many (default: 20)', wholeNumber('--number', 1, 100_000))
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ListFlags>();
      const { failed, text, number } = flags;
      const options = {
        ...callOptions(flags),
        ...(failed ? { outcome: 'failed' as const } : {}),
        ...(text === undefined ? {} : { text }),
        ...(number === undefined ? {} : { most: number }),
      };
      const calls = await withProject(cli, withoutModel(flags), (project) => project.logs(options));
      if (flags.json) printJson(cli, 'call', calls);
      else print(cli, callLines(calls, dataWidth(cli.io)));
    });
}

function addShow(logs: Command, cli: Cli): void {
  logs
    .command('show')
    .description('Show a call: what was asked, and what came.')
    .argument('<call>', ID)
    .option('--request', 'only what was asked')
    .option('--answer', 'only what came, laid out')
    .option('--raw', 'only what came, as it came')
    .action(async (id: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ShowFlags>();
      const part = partOf(flags);
      const log = await withProject(cli, flags, (project) => project.log(id));
      if (flags.json) printJson(cli, 'call', [{ ...log.call, request: log.request, text: log.text }]);
      else if (part === 'raw') cli.io.stdout.write(log.text);
      else print(cli, callLogLines(log, part));
    });
}

function partOf({ request, answer, raw }: ShowFlags): Part | 'raw' {
  const asked = [...(request ? ['request' as const] : []), ...(answer ? ['answer' as const] : [])];
  const parts = [...asked, ...(raw ? ['raw' as const] : [])];
  if (parts.length > 1) throw invalid('only one part can be shown at a time', 'without a flag all of a call is shown');
  return parts[0] ?? 'all';
}

function addDiff(logs: Command, cli: Cli): void {
  logs
    .command('diff')
    .description('Compare two calls line by line: what was asked, and what came.')
    .argument('<call>', ID)
    .argument('<other>', ID)
    .action(async (first: string, second: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const [a, b] = await withProject(
        cli,
        flags,
        async (project) => [await project.log(first), await project.log(second)] as const,
      );
      const parts = [
        { name: 'request', lines: diffLines(requestLines(a), requestLines(b)) },
        { name: 'answer', lines: diffLines(answerLines(a), answerLines(b)) },
      ];
      if (flags.json) return printJson(cli, 'diff', parts);
      const heads = [`--- ${headOf(a)}`, `+++ ${headOf(b)}`];
      const told = parts.flatMap(({ name, lines }) => {
        const changed = unified(lines);
        return changed.length === 0 ? [`${name}: the same`] : [`${name}:`, ...changed];
      });
      print(cli, [...heads, ...told]);
    });
}

function headOf({ call: { id, task, model, time } }: CallLog): string {
  return `${id} ${task} ${model} ${time}`;
}
