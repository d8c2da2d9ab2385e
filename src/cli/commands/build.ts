import type { Command } from 'commander';
import { type Cli, type ScriptFlags, withProject } from '../cli.ts';
import { followRun } from '../follow-run.ts';
import { someText } from '../options.ts';
import { type AskFlags, addAskFlags, askOptions } from '../run-flags.ts';

type BuildFlags = AskFlags & ScriptFlags;

/** `scriptgen build`: bring a script up to date, asking only for what changed. */
export function addBuild(program: Command, cli: Cli): void {
  const build = program
    .command('build')
    .summary('bring a script up to date after edits')
    .description('Bring a script up to date: only what an edit reaches is asked for again.')
    .option('-s, --script <name>', 'script to build (default: the newest)', someText('--script'));
  addAskFlags(build).action(async (_own: object, command: Command) => {
    const flags = command.optsWithGlobals<BuildFlags>();
    const { script } = flags;
    const what = { ...(script === undefined ? {} : { script }), ...askOptions(cli, flags) };
    await withProject(cli, flags, (project) =>
      followRun(cli, { project, flags, start: (hooks) => project.build({ ...what, ...hooks }) }),
    );
  });
}
