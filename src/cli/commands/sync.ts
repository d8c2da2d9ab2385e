import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AS } from '../bible/flags.ts';
import { type Cli, type OpenFlags, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { dollars, someText } from '../options.ts';
import { syncLines } from '../sync-lines.ts';

interface SyncFlags extends ScriptFlags, OpenFlags {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly ask?: boolean;
  readonly maxCost?: number;
}

/** `scriptgen sync`: read an edited file back. */
export function addSync(program: Command, cli: Cli): void {
  program
    .command('sync')
    .summary('take in what was edited in an exported file')
    .description(
      'Take in what was edited in the exported Fountain file: scenes that were moved, added, cut in two, joined, retitled ' +
        'or taken out, and every line that was changed. One change: scriptgen undo takes it back.',
    )
    .argument('[file]', 'the edited file (default: where the script was written last)')
    .option('-s, --script <name>', "script it belongs to (default: the file's, or the newest)", someText('--script'))
    .option(...AS)
    .option('--dry-run', 'say what would be taken, and write nothing')
    .option('--force', 'take it though many scenes are gone')
    .option('--ask', 'have the model read what was changed, and propose what the bible should say')
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option(
      '--max-cost <dollars>',
      'stop asking before it costs more; edits are taken in all the same',
      dollars('--max-cost'),
    )
    .action(async (named: string | undefined, _own: object, command: Command) => {
      const { script, as, dryRun, force, ask, maxCost, ...flags } = command.optsWithGlobals<SyncFlags>();
      const report = await withProject(cli, ask === true ? flags : { ...flags, detect: false }, (project) =>
        project.sync({
          ...(script === undefined ? {} : { script }),
          ...(named === undefined ? {} : { file: resolve(cli.io.cwd, named) }),
          ...(as === undefined ? {} : { author: as }),
          ...(dryRun === undefined ? {} : { dryRun }),
          ...(force === undefined ? {} : { force }),
          ...(ask === undefined ? {} : { ask }),
          ...(maxCost === undefined ? {} : { maxCost }),
        }),
      );
      if (flags.json) printJson(cli, 'sync', [report]);
      else print(cli, syncLines(report));
    });
}
