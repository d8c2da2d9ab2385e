import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Check } from '../../project.ts';
import { type Cli, type CommonFlags, colored, EXIT_FINDINGS, print, printJson } from '../cli.ts';
import { paintFor } from '../format.ts';
import { fill, oneLine } from '../text.ts';

/** `scriptgen doctor`: is everything there that a script needs. */
export function addDoctor(program: Command, cli: Cli): void {
  program
    .command('doctor')
    .summary('check what a script needs: Node, database, models, keys, disk')
    .description(
      `Check Node, the package, the folder, the database, models and their keys, local servers, disk and clock. Changes nothing and asks no model. Exits ${EXIT_FINDINGS} when something fails.`,
    )
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const checks = await cli.io.diagnose({ dir: resolve(cli.io.cwd, flags.project ?? '.'), env: cli.io.env });
      if (flags.json) printJson(cli, 'check', checks);
      else print(cli, checkLines(checks, colored(cli.io, cli.io.stdout, flags)));
      if (checks.some(({ state }) => state === 'fail')) cli.exit(EXIT_FINDINGS);
    });
}

/** Checks as lines: the state first, and under what is wrong what to do about it. */
export function checkLines(checks: readonly Check[], color: boolean): readonly string[] {
  const paint = paintFor(color);
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.flatMap(({ name, state, message, fix }) => {
    const mark = fill(state, 4);
    const style = { ok: 'dim', warn: 'accent', fail: 'bad' } as const;
    const line = `${paint(style[state], mark)}  ${fill(name, width)}  ${oneLine(message)}`;
    return fix === undefined ? [line] : [line, `${' '.repeat(width + 8)}${oneLine(fix)}`];
  });
}
