import type { Command } from 'commander';
import type { RewriteOptions, RewriteReport } from '../../project.ts';
import { type Cli, print, printJson } from '../cli.ts';
import { counted } from '../format.ts';
import { listOf, someText, wholeNumber } from '../options.ts';
import { type AskingFlags, addAskingFlags, askingOptions } from '../rewriting/asking.ts';
import { tellFailed } from '../rewriting/failed.ts';
import { rewriteLines } from '../rewriting/rewrite-lines.ts';
import { withAsking } from '../with-asking.ts';

interface RewriteFlags extends AskingFlags {
  readonly notes?: readonly string[];
  readonly instruction?: string;
  readonly iterations?: number;
  readonly apply?: boolean;
  readonly by?: string;
}

const EXAMPLES = `
Without --notes and --instruction it settles the open notes and what the dramaturge finds; with them, just that.
What it proposes waits to be reviewed; --apply takes it at once, and undo takes it back.

Examples:
  scriptgen rewrite 9
  scriptgen rewrite 9 --instruction "make her crueller here" --apply
  scriptgen rewrite --notes nt_1a2b --max-cost 0.50`;

/** `scriptgen rewrite`: have scenes rewritten until nothing grave is left, and propose the result. */
export function addRewrite(program: Command, cli: Cli): void {
  const command = program
    .command('rewrite')
    .summary('have scenes rewritten, and propose the result')
    .description(
      'Rewrite scenes in at most three rounds. A change is proposed only where no rule finds more than before, what is locked and what people wrote stands, and a judge prefers the scene with it in both orders.',
    )
    .argument('[scenes...]', 'numbers, ranges and ids: 3-7 12 (default: all that are neither locked nor pinned)')
    .option('--notes <ids>', 'only these notes', listOf(someText('--notes')))
    .option('-i, --instruction <text>', 'what is asked for, in your words', someText('--instruction'))
    .option('--iterations <rounds>', '1 to 3', wholeNumber('--iterations', 1, 3))
    .option('--apply', 'apply what is proposed at once')
    .option('--by <name>', 'who asks (default: writer)', someText('--by'))
    .addHelpText('after', EXAMPLES);
  addAskingFlags(command).action(async (scenes: readonly string[], _own: object, self: Command) => {
    const flags = self.optsWithGlobals<RewriteFlags>();
    const asked: RewriteOptions = { ...askingOptions(scenes, flags), ...ownOptions(flags) };
    const report = await withAsking(cli, flags, (project, how) => project.rewrite({ ...asked, ...how }));
    if (flags.json) printJson(cli, 'rewrite', [report]);
    else print(cli, [...rewriteLines(report), summary(report)]);
    tellFailed(cli, report.scenes, flags);
  });
}

function ownOptions({ notes, instruction, iterations, apply, by }: RewriteFlags): RewriteOptions {
  return {
    ...(notes === undefined ? {} : { notes }),
    ...(instruction === undefined ? {} : { instruction }),
    ...(iterations === undefined ? {} : { iterations }),
    ...(apply === undefined ? {} : { apply }),
    ...(by === undefined ? {} : { author: by }),
  };
}

function summary({ scenes }: RewriteReport): string {
  const states = ['applied', 'proposed', 'unchanged', 'left', 'failed'] as const;
  const counts = states.flatMap((state) => {
    const count = scenes.filter((scene) => scene.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  return `${counted(scenes.length, 'scene')}: ${counts.join(', ') || 'nothing to do'}`;
}
