import type { Command } from 'commander';
import type { CritiqueOptions, RunEvent } from '../../project.ts';
import { type Cli, colored, noteLines, type OpenFlags, type ScriptFlags, withProject } from '../cli.ts';
import { banner } from '../follow-run.ts';
import { counted, formatMoney } from '../format.ts';
import type { CliProject } from '../io.ts';
import { dollars, listOf, REPLAY_FLAG, someText, wholeNumber } from '../options.ts';
import { trapSignals } from '../signals.ts';
import { oneLine } from '../text.ts';

/** The flags of the commands that have scenes read. */
export interface AskingFlags extends OpenFlags, ScriptFlags {
  readonly lens?: readonly string[];
  readonly maxCost?: number;
  readonly batch?: boolean;
  readonly quiet?: boolean;
}

/** Give a command the flags of those that have scenes read. */
export function addAskingFlags(command: Command): Command {
  return command
    .option('-s, --script <name>', 'script of the project (default: the newest)', someText('--script'))
    .option(
      '--lens <list>',
      'read for these, a question each: premise, pacing, tension, subtext, dialogue, voice, character, continuity, action, repetition',
      listOf(someText('--lens')),
    )
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option('-c, --concurrency <calls>', 'model calls at a time', wholeNumber('--concurrency', 1))
    .option('--max-cost <dollars>', 'stop before this costs more; what is paid for is kept', dollars('--max-cost'))
    .option('--batch', 'ask by batches at half the price, where the provider has them; takes up to a day')
    .option(...REPLAY_FLAG, someText('--replay'))
    .option('-q, --quiet', 'show no progress');
}

/** What these flags and the scenes that were named ask for. */
export function askingOptions(
  scenes: readonly string[],
  { script, lens, maxCost, batch }: AskingFlags,
): CritiqueOptions {
  const named = scenes.flatMap((word) => word.split(','));
  return {
    ...(script === undefined ? {} : { script }),
    ...(named.length === 0 ? {} : { scenes: named }),
    ...(lens === undefined ? {} : { lenses: lens }),
    ...(maxCost === undefined ? {} : { maxCost }),
    ...(batch === undefined ? {} : { batch }),
  };
}

/** Have scenes read, with a line on standard error for each that is done. The first Ctrl-C stops asking, the second drops what is in flight. */
export async function withAsking<
  T extends { readonly tally: { readonly asked: number; readonly journal: number; readonly cost: number | null } },
>(
  cli: Cli,
  flags: AskingFlags,
  ask: (project: CliProject, how: Required<Pick<CritiqueOptions, 'onEvent' | 'stop' | 'kill'>>) => Promise<T>,
): Promise<T> {
  const { io } = cli;
  const tell = (line: string): void => void (flags.quiet || io.stderr.write(`${line}\n`));
  return withProject(cli, flags, async (project) => {
    for (const line of noteLines(project.notes, colored(io, io.stderr, flags))) tell(line);
    tell(banner(project.model));
    const signals = trapSignals(io.signals, {
      onStop: () => tell('Stopping: waiting for what is paid for; press Ctrl-C again to drop it.'),
      onKill: () => undefined,
    });
    const onEvent = (event: RunEvent): void => {
      if (event.type === 'step-error') tell(`${event.task}: ${oneLine(event.message)}`);
      if (event.type === 'scene-end' && event.error === undefined) tell(`sc ${event.number} done`);
    };
    try {
      const report = await ask(project, { ...signals, onEvent });
      const { asked, journal, cost } = report.tally;
      tell(`${counted(asked, 'call')} asked, ${journal} from the journal; ${formatMoney(cost)}`);
      return report;
    } finally {
      signals.release();
    }
  });
}
