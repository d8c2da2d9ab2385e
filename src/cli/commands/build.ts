import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Cli, type OpenFlags, type ScriptFlags, withProject } from '../cli.ts';
import { followRun } from '../follow-run.ts';
import { someText, wholeNumber } from '../options.ts';

interface BuildFlags extends OpenFlags, ScriptFlags {
  readonly quiet?: boolean;
  readonly out?: string;
}

/** `scriptgen build`: bring a script up to date, asking only for what changed. */
export function addBuild(program: Command, cli: Cli): void {
  program
    .command('build')
    .summary('bring a script up to date after edits')
    .description('Bring a script up to date: only what an edit reaches is asked for again.')
    .option('-s, --script <name>', 'script to build (default: the newest)', someText('--script'))
    .option('-o, --out <folder>', 'folder for the files', someText('--out'))
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option('-c, --concurrency <calls>', 'model calls at a time', wholeNumber('--concurrency', 1))
    .option('--require-llm', 'fail where the offline writer would write')
    .option('-q, --quiet', 'show no progress')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<BuildFlags>();
      const { script, out } = flags;
      const what = {
        ...(script === undefined ? {} : { script }),
        ...(out === undefined ? {} : { out: resolve(cli.io.cwd, out) }),
      };
      await withProject(cli, flags, (project) =>
        followRun(cli, { project, flags, start: (hooks) => project.build({ ...what, ...hooks }) }),
      );
    });
}
