import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Format, Source, WriteOptions } from '../../project.ts';
import { type Cli, withProject } from '../cli.ts';
import { tellNotes } from '../documents.ts';
import { invalid } from '../failure.ts';
import { followRun } from '../follow-run.ts';
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
}

/** `scriptgen write`: a logline, or a source, becomes a bible, an outline and a screenplay. */
export function addWrite(program: Command, cli: Cli): void {
  const write = program
    .command('write')
    .summary('write a screenplay from a logline, a treatment or an outline')
    .description('Write a screenplay from a logline or a source: bible, outline, every scene, and the files to read.')
    .argument('[logline]', 'who wants what against what, in a sentence; - reads standard input')
    .option('--from <file>', 'treatment, outline or story to write from; - reads standard input', someText('--from'))
    .option('-f, --format <name>', `size of the script: ${Object.keys(FORMAT_NAMES).join(', ')}`, readFormat)
    .option('-n, --scenes <count>', 'number of scenes', wholeNumber('--scenes', 1, MOST_SCENES))
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
    const { format, scenes, title, in: series, structure, candidates } = flags;
    const story: WriteOptions = {
      ...(flags.from === undefined
        ? { logline: await readLogline(argument, cli.io) }
        : { source: await takeSource(cli, flags.from, { argument, flags }) }),
      ...(format === undefined ? {} : { format }),
      ...(scenes === undefined ? {} : { scenes }),
      ...(title === undefined ? {} : { title }),
      ...(series === undefined ? {} : { series }),
      ...(structure === undefined ? {} : { structure }),
      ...(candidates === undefined ? {} : { candidates }),
      ...askOptions(cli, flags),
    };
    await withProject(cli, flags, (open) =>
      followRun(cli, {
        project: open,
        flags,
        start: (hooks) => open.write({ ...story, ...hooks }),
      }),
    );
  });
}

/** Read a source and say what it is taken for. */
async function takeSource(
  cli: Cli,
  file: string,
  { argument, flags }: { readonly argument: string | undefined; readonly flags: WriteFlags },
): Promise<Source> {
  if (argument !== undefined)
    throw invalid('a logline and --from are given', 'write from one of them: the source has its own logline');
  const { readSource } = await import('../../adapt/index.ts');
  const source = await readSource(resolve(cli.io.cwd, file), { name: file, stdin: cli.io.stdin });
  if (!(flags.quiet || flags.json)) cli.io.stderr.write(`${sourceLine(source)}\n`);
  tellNotes(cli, source.notes, { name: file, flags });
  return source;
}
