import type { Command } from 'commander';
import { type Cli, type ScriptFlags, withProject } from '../cli.ts';
import { followRun } from '../follow-run.ts';
import { someText } from '../options.ts';
import { type AskFlags, addAskFlags, askOptions } from '../run-flags.ts';
import { addScopeFlags, type ScopeFlags, scopeOptions } from '../scope-flags.ts';

type BuildFlags = AskFlags & ScriptFlags & ScopeFlags & { readonly rewrite?: boolean; readonly sync: boolean };

/** `scriptgen build`: bring a script up to date, asking only for what changed. */
export function addBuild(program: Command, cli: Cli): void {
  const build = program
    .command('build')
    .summary('bring a script up to date after edits')
    .description('Bring a script up to date: only what an edit reaches is asked for again.')
    .option('-s, --script <name>', 'script to build (default: the newest)', someText('--script'));
  addScopeFlags(build)
    .option('--rewrite', "write the scenes named anew, also where they are a person's text")
    .option('--no-sync', 'leave an edited file alone: the new text goes beside it');
  addAskFlags(build).action(async (_own: object, command: Command) => {
    const flags = command.optsWithGlobals<BuildFlags>();
    const { script, rewrite, sync } = flags;
    const what = {
      sync,
      ...(script === undefined ? {} : { script }),
      ...(rewrite === undefined ? {} : { rewrite }),
      ...scopeOptions(flags),
      ...askOptions(cli, flags),
    };
    await withProject(cli, flags, (project) =>
      followRun(cli, { project, flags, start: (hooks) => project.build({ ...what, ...hooks }) }),
    );
  });
}
