import type { Command } from 'commander';
import { AS, type ChangeFlags, changeOptions, REASON } from '../bible/flags.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { logLines, undoneLines } from '../history-lines.ts';
import { someText, wholeNumber } from '../options.ts';
import { cut } from '../text.ts';

interface LogFlags extends ScriptFlags {
  readonly limit: number;
}

const SCRIPT = ['-s, --script <name>', 'which script (default: the newest)', someText('--script')] as const;

/** `scriptgen log`: what was changed in a script. */
export function addLog(program: Command, cli: Cli): void {
  program
    .command('log')
    .summary('list what was changed in a script, and by whom')
    .description(
      'List what was changed together in a script, newest first: entries of the bible, scene cards, edits, locks, notes.',
    )
    .option('-n, --limit <count>', 'at most so many', wholeNumber('--limit', 1, 100_000), 20)
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<LogFlags>();
      const { limit, script } = flags;
      const changes = await withProject(cli, { ...flags, detect: false }, (project) =>
        project.listChanges(script, { limit }),
      );
      if (flags.json) return printJson(cli, 'change', changes);
      if (changes.length === 0) return print(cli, ['Nothing was changed yet.']);
      const width = dataWidth(cli.io);
      print(
        cli,
        logLines(changes).map((line) => cut(line, width)),
      );
    });
}

/** `scriptgen undo`: take a change back. */
export function addUndo(program: Command, cli: Cli): void {
  program
    .command('undo')
    .summary('take back what was changed together')
    .description(
      'Take back what was changed together last, or a change by its id. What came after it in other fields stays.',
    )
    .argument('[change]', 'id of a change: cs_… (scriptgen log lists them)')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (change: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const undone = await withProject(cli, { ...flags, detect: false }, (project) =>
        project.undo(change, changeOptions(flags), flags.script),
      );
      if (flags.json) printJson(cli, 'undo', [undone]);
      else print(cli, undoneLines(undone));
    });
}
