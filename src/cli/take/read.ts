import type { Command } from 'commander';
import { type Cli, colored, dataWidth, print, printJson, type ScriptFlags } from '../cli.ts';
import { paintFor } from '../format.ts';
import { wholeNumber } from '../options.ts';
import { changeLines } from '../review/diff-lines.ts';
import { SCENE, SCRIPT, withTakes } from './flags.ts';
import { numberedText, takeTable } from './take-lines.ts';

const TAKE = 'number of the take';

/** Reads the number of a take: 0 is the first draft. */
export const readTake = wholeNumber('a take', 0);

/** The commands that look at takes. */
export function addReading(take: Command, cli: Cli): void {
  take
    .command('list')
    .description('List the takes of a scene; * is before the one that it is generated from.')
    .argument('<scene>', SCENE)
    .option(...SCRIPT)
    .action(async (scene: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const listed = await withTakes(cli, flags, (takes) => takes.list(scene));
      if (flags.json) return printJson(cli, 'takes', [listed]);
      const { takes, chosen } = listed;
      const first = `${chosen === 0 ? '*' : ' '} take 0  the first draft`;
      print(cli, [first, ...takeTable(takes, { chosen, width: dataWidth(cli.io) })]);
    });
  take
    .command('show')
    .description('Print a take, or the scene as it reads, with the numbers of its lines.')
    .argument('<scene>', SCENE)
    .argument('[take]', `${TAKE} (default: the scene as it reads)`, readTake)
    .option(...SCRIPT)
    .action(async (scene: string, number: number | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const shown = await withTakes(cli, flags, (takes) => takes.show(scene, number));
      if (flags.json) printJson(cli, 'take', [shown]);
      else print(cli, numberedText(shown));
    });
  take
    .command('diff')
    .description('Show what differs from the scene as it reads to a take, or from that to another take.')
    .argument('<scene>', SCENE)
    .argument('<take>', TAKE, readTake)
    .argument('[other]', `${TAKE} to compare it with`, readTake)
    .option(...SCRIPT)
    .action(async (scene: string, number: number, other: number | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const diff = await withTakes(cli, flags, (takes) => takes.diff(scene, number, other));
      if (flags.json) return printJson(cli, 'diff', [diff]);
      const color = colored(cli.io, cli.io.stdout, flags);
      const lines = changeLines(diff.changes, { paint: paintFor(color), color });
      print(cli, lines.length === 0 ? ['They read the same.'] : lines);
    });
}
