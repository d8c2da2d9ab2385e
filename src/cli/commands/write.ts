import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Format, RunReport, Source, WriteOptions } from '../../project.ts';
import { type Cli, withProject } from '../cli.ts';
import { tellNotes } from '../documents.ts';
import { invalid } from '../failure.ts';
import { followRun, type RunHooks } from '../follow-run.ts';
import type { CliProject } from '../io.ts';
import {
  FORMAT_NAMES,
  MOST_CANDIDATES,
  MOST_SCENES,
  readFormat,
  readLogline,
  someText,
  wholeNumber,
} from '../options.ts';
import { type AskFlags, addAskFlags, askOptions } from '../run-flags.ts';
import { sourceLine } from '../source-line.ts';

interface WriteFlags extends AskFlags {
  readonly format?: Format;
  readonly scenes?: number;
  readonly title?: string;
  readonly in?: string;
  readonly from?: string;
  readonly structure?: string;
  readonly candidates?: number;
  readonly continue?: string;
  readonly fromScene?: number;
}

/** `scriptgen write`: a logline, or a source, becomes a bible, an outline and a screenplay. */
export function addWrite(program: Command, cli: Cli): void {
  const write = program
    .command('write')
    .summary('write a screenplay from a logline, a treatment or an outline')
    .description('Write a screenplay from a logline or a source: bible, outline, every scene, and the files to read.')
    .argument('[logline]', 'who wants what against what, in a sentence; - reads standard input')
    .option('--from <file>', 'treatment, outline or story to write from; - reads standard input', someText('--from'))
    .option('--continue <script>', 'screenplay, or script of the project, to go on with', someText('--continue'))
    .option('--from-scene <number>', 'with --continue: the first scene that is new', wholeNumber('--from-scene', 2))
    .option('-f, --format <name>', `size of the script: ${Object.keys(FORMAT_NAMES).join(', ')}`, readFormat)
    .option(
      '-n, --scenes <count>',
      'number of scenes; with --continue, of new ones',
      wholeNumber('--scenes', 1, MOST_SCENES),
    )
    .option('-t, --title <title>', 'title of the script', someText('--title'))
    .option('--in <series>', 'series or season that it is an episode of', someText('--in'))
    .option('--structure <id>', "structure to plan it by (default: the format's own)", someText('--structure'))
    .option(
      '--candidates <count>',
      'plans of every sequence to choose the best of; all are paid for',
      wholeNumber('--candidates', 1, MOST_CANDIDATES),
    );
  addAskFlags(write).action(async (argument: string | undefined, _own: object, command: Command) => {
    const flags = command.optsWithGlobals<WriteFlags>();
    const start = await startOf(cli, argument, flags);
    await withProject(cli, flags, (project) =>
      followRun(cli, { project, flags, start: (hooks) => start(project, hooks) }),
    );
  });
}

type Start = (project: CliProject, hooks: RunHooks) => Promise<RunReport>;

/** What these flags write: from a logline or a source, or on from a script. */
async function startOf(cli: Cli, argument: string | undefined, flags: WriteFlags): Promise<Start> {
  const { from, continue: script, fromScene, format, scenes, title, in: series, structure, candidates } = flags;
  const given = [argument === undefined ? [] : ['a logline'], from === undefined ? [] : ['--from']].flat();
  if (given.length + (script === undefined ? 0 : 1) > 1)
    throw invalid(
      `${[...given, ...(script === undefined ? [] : ['--continue'])].join(' and ')} are given`,
      'write from one of them',
    );
  const size = {
    ...(format === undefined ? {} : { format }),
    ...(scenes === undefined ? {} : { scenes }),
    ...(title === undefined ? {} : { title }),
    ...askOptions(cli, flags),
  };
  if (script !== undefined) {
    if (series !== undefined)
      throw invalid('--in and --continue are given', 'a script that is gone on with stays where it is');
    const on = {
      ...(isFile(cli, script) ? { source: await takeSource(cli, script, flags) } : { script }),
      ...(fromScene === undefined ? {} : { fromScene }),
      ...size,
    };
    return (project, hooks) => project.continue({ ...on, ...hooks });
  }
  if (fromScene !== undefined)
    throw invalid('--from-scene is given without --continue', 'name the script: --continue FILE');
  const story: WriteOptions = {
    ...(from === undefined
      ? { logline: await readLogline(argument, cli.io) }
      : { source: await takeSource(cli, from, flags) }),
    ...(series === undefined ? {} : { series }),
    ...(structure === undefined ? {} : { structure }),
    ...(candidates === undefined ? {} : { candidates }),
    ...size,
  };
  return (project, hooks) => project.write({ ...story, ...hooks });
}

/** Whether a name is that of a file: it is there, or can be nothing else. A script's name has no dots and slashes. */
function isFile({ io }: Cli, name: string): boolean {
  return name === '-' || /[./\\]/.test(name) || existsSync(resolve(io.cwd, name));
}

/** Read a source and say what it is taken for. */
async function takeSource(cli: Cli, file: string, flags: WriteFlags): Promise<Source> {
  const { readSource } = await import('../../adapt/index.ts');
  const source = await readSource(file === '-' ? file : resolve(cli.io.cwd, file), { name: file, stdin: cli.io.stdin });
  if (!(flags.quiet || flags.json)) cli.io.stderr.write(`${sourceLine(source)}\n`);
  tellNotes(cli, source.notes, { name: file, flags });
  return source;
}
