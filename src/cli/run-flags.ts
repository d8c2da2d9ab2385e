import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Continuity, RunOptions } from '../project.ts';
import type { Cli, OpenFlags } from './cli.ts';
import {
  DIALOGUE_FLAG,
  dollars,
  ORDER_FLAG,
  oneOf,
  REPLAY_FLAG,
  readDialogue,
  readOrder,
  SURFACE_FLAGS,
  someText,
  wholeNumber,
} from './options.ts';

const CONTINUITY: readonly Continuity[] = ['rules', 'full', 'off'];

/** The flags of the commands that ask for scenes. */
export interface AskFlags extends OpenFlags {
  readonly out?: string;
  readonly quiet?: boolean;
  readonly batch?: boolean;
  readonly maxCost?: number;
  readonly force?: boolean;
  /** False after `--no-wait`. */
  readonly wait?: boolean;
  readonly continuity?: Continuity;
}

/** Give a command the flags of those that ask for scenes. */
export function addAskFlags(command: Command): Command {
  return command
    .option('-o, --out <folder>', 'folder for the files', someText('--out'))
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option(...DIALOGUE_FLAG, readDialogue)
    .option(...ORDER_FLAG, readOrder)
    .option(...SURFACE_FLAGS[0])
    .option(...SURFACE_FLAGS[1])
    .option('-c, --concurrency <calls>', 'model calls at a time', wholeNumber('--concurrency', 1))
    .option('--max-cost <dollars>', 'stop before this run costs more; what is paid for is kept', dollars('--max-cost'))
    .option('--batch', 'ask by batches at half the price, where the provider has them; takes up to a day')
    .option(...REPLAY_FLAG, someText('--replay'))
    .option(
      '--continuity <how>',
      'look over the whole when it is written: rules (costs nothing, the default), full (a model reads too), off',
      oneOf('--continuity', CONTINUITY),
    )
    .option('--require-llm', 'fail where the offline writer would write')
    .option('--force', 'write from a bible with faults as it is')
    .option('--no-wait', 'fail at once where another run works on the script, in the place of waiting for its end')
    .option('-q, --quiet', 'show no progress');
}

/** How these flags go through a script. */
export function askOptions({ io }: Cli, { out, batch, maxCost, force, continuity, wait }: AskFlags): RunOptions {
  return {
    ...(out === undefined ? {} : { out: resolve(io.cwd, out) }),
    ...(batch === undefined ? {} : { batch }),
    ...(maxCost === undefined ? {} : { maxCost }),
    ...(force === undefined ? {} : { force }),
    ...(wait === false ? { wait } : {}),
    ...(continuity === undefined ? {} : { continuity }),
  };
}
