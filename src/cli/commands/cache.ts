import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { GcReport, JournalSizes } from '../../project.ts';
import { type Cli, type CommonFlags, EXIT_FINDINGS, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { counted, formatCount, table } from '../format.ts';
import { formatSize } from '../ledger/size.ts';
import { someText } from '../options.ts';
import { pastTime } from '../since.ts';
import { oneLine } from '../text.ts';

interface GcFlags extends CommonFlags {
  readonly unused?: boolean;
  readonly olderThan?: string;
  readonly setAside?: boolean;
  readonly dryRun?: boolean;
}

/** `scriptgen cache …`: the journal, which holds every answer that was paid for. */
export function addCache(program: Command, cli: Cli): void {
  const cache = program
    .command('cache')
    .summary('look after the kept answers: stats, gc, verify, export, import')
    .description('Look after the journal: every answer of a model, kept so that it is never paid for twice.');
  addSizes(cache, cli);
  addGc(cache, cli);
  addVerify(cache, cli);
  addCassettes(cache, cli);
}

function addSizes(cache: Command, cli: Cli): void {
  cache
    .command('stats')
    .description('Tell how many answers there are, how large they are, and how many nothing was made from.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const sizes = await withProject(cli, flags, (project) => project.cache().sizes());
      if (flags.json) printJson(cli, 'cache', [sizes]);
      else print(cli, sizeLines(sizes));
    });
}

/** What a journal holds, as lines. */
export function sizeLines(sizes: JournalSizes): readonly string[] {
  const { answers, bytes, setAside, setAsideBytes, oldest, newest, unused, unusedBytes } = sizes;
  const span = oldest === undefined || newest === undefined ? '' : `  ${oldest.slice(0, 10)} to ${newest.slice(0, 10)}`;
  return table(
    [
      ['answers', formatCount(answers), formatSize(bytes), span],
      ['of them unused', formatCount(unused), formatSize(unusedBytes), ''],
      ['set aside', formatCount(setAside), formatSize(setAsideBytes), ''],
    ],
    [1, 2],
  );
}

function addGc(cache: Command, cli: Cli): void {
  cache
    .command('gc')
    .description(
      'Remove answers that no script is made from. An edit that is taken back would have to be paid for again then. What was spent stays on the bill.',
    )
    .option('--unused', 'answers that no script is made from now')
    .option('--older-than <time>', 'of those only what is older: 90d, or a date', pastTime('--older-than'))
    .option('--set-aside', 'answers that could not be read, and what had come of calls that failed')
    .option('--dry-run', 'only tell how much that is')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<GcFlags>();
      const { unused = false, olderThan, setAside = false, dryRun = false } = flags;
      if (!unused && !setAside && olderThan === undefined)
        throw invalid('nothing is named to be removed', 'for example: scriptgen cache gc --unused --dry-run');
      const options = { unused, setAside, dryRun, ...(olderThan === undefined ? {} : { olderThan }) };
      const report = await withProject(cli, flags, (project) => project.cache().gc(options));
      if (flags.json) printJson(cli, 'gc', [{ ...report, dryRun }]);
      else print(cli, gcLines(report, dryRun));
    });
}

function gcLines({ answers, bytes, setAside, setAsideBytes }: GcReport, dryRun: boolean): readonly string[] {
  const removed = dryRun ? 'Would remove' : 'Removed';
  const aside = setAside === 0 ? '' : `, and ${formatCount(setAside)} set aside (${formatSize(setAsideBytes)})`;
  return [
    `${removed} ${counted(answers, 'answer')} (${formatSize(bytes)})${aside}.`,
    ...(dryRun || answers + setAside === 0 ? [] : ['The database keeps its size, and fills the room again.']),
  ];
}

function addVerify(cache: Command, cli: Cli): void {
  cache
    .command('verify')
    .description('Go through every answer: its key is that of its request, and it is readable and complete.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const { checked, faults } = await withProject(cli, flags, (project) => project.cache().verify());
      if (flags.json) printJson(cli, 'fault', faults);
      else if (faults.length === 0) print(cli, [`${counted(checked, 'answer')} checked: all sound.`]);
      else {
        const told = faults.map(({ key, message }) => `${oneLine(key)} ${message}`);
        print(cli, [...told, `${counted(checked, 'answer')} checked, ${counted(faults.length, 'fault')}.`]);
      }
      if (faults.length > 0) cli.exit(EXIT_FINDINGS);
    });
}

function addCassettes(cache: Command, cli: Cli): void {
  cache
    .command('export')
    .description(
      'Write answers to a file of JSON Lines, to be replayed elsewhere. It holds what was asked, and no keys.',
    )
    .argument('<file>', 'where it goes: answers.jsonl')
    .option('--run <id>', 'only those that a run paid for; last for the last run of the script', someText('--run'))
    .option('-s, --script <name>', 'only those that a script was made from', someText('--script'))
    .action(async (file: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags & { readonly run?: string }>();
      const { run, script } = flags;
      const options = { ...(run === undefined ? {} : { run }), ...(script === undefined ? {} : { script }) };
      const path = resolve(cli.io.cwd, file);
      const { answers } = await withProject(cli, flags, (project) => project.cache().exportTo(path, options));
      if (flags.json) printJson(cli, 'export', [{ file, answers }]);
      else print(cli, [`${counted(answers, 'answer')} in ${oneLine(file)}`]);
    });
  cache
    .command('import')
    .description('Take in what export wrote. Answers that are known already stay as they are.')
    .argument('<file>', 'what scriptgen cache export wrote')
    .action(async (file: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const path = resolve(cli.io.cwd, file);
      const { added, known } = await withProject(cli, flags, (project) => project.cache().importFrom(path));
      if (flags.json) printJson(cli, 'import', [{ file, added, known }]);
      else print(cli, [`${counted(added, 'answer')} taken in, ${formatCount(known)} known already.`]);
    });
}
