import type { Command } from 'commander';
import type { CritiqueOptions } from '../../project.ts';
import type { OpenFlags, ScriptFlags } from '../cli.ts';
import { dollars, listOf, REPLAY_FLAG, someText, wholeNumber } from '../options.ts';

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
