import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Format } from '../../project.ts';
import { type Cli, withProject } from '../cli.ts';
import { followRun } from '../follow-run.ts';
import { FORMAT_NAMES, MOST_SCENES, readFormat, readLogline, someText, wholeNumber } from '../options.ts';

interface WriteFlags {
  readonly project?: string;
  readonly json?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly model?: string;
  readonly concurrency?: number;
  readonly requireLlm?: boolean;
  readonly out?: string;
  readonly format?: Format;
  readonly scenes?: number;
  readonly title?: string;
  readonly in?: string;
}

/** `scriptgen write`: a logline becomes a bible, an outline and a screenplay. */
export function addWrite(program: Command, cli: Cli): void {
  program
    .command('write')
    .summary('write a screenplay from a logline')
    .description('Write a screenplay from a logline: bible, outline, every scene, and the files to read.')
    .argument('[logline]', 'who wants what against what, in a sentence; - reads standard input')
    .option('-f, --format <name>', `size of the script: ${Object.keys(FORMAT_NAMES).join(', ')}`, readFormat)
    .option('-n, --scenes <count>', 'number of scenes', wholeNumber('--scenes', 1, MOST_SCENES))
    .option('-t, --title <title>', 'title of the script', someText('--title'))
    .option('--in <series>', 'series or season that it is an episode of', someText('--in'))
    .option('-o, --out <folder>', 'folder for the files', someText('--out'))
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option('-c, --concurrency <calls>', 'model calls at a time', wholeNumber('--concurrency', 1))
    .option('--require-llm', 'fail where the offline writer would write')
    .option('-q, --quiet', 'show no progress')
    .action(async (argument: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<WriteFlags>();
      const { out, format, scenes, title, in: series } = flags;
      const logline = await readLogline(argument, cli.io);
      const story = {
        logline,
        ...(format === undefined ? {} : { format }),
        ...(scenes === undefined ? {} : { scenes }),
        ...(title === undefined ? {} : { title }),
        ...(series === undefined ? {} : { series }),
        ...(out === undefined ? {} : { out: resolve(cli.io.cwd, out) }),
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
