import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { dollars, REPLAY_FLAG, someText, wholeNumber } from '../options.ts';
import { addChoosing } from './choose.ts';
import { SCENE, SCRIPT, type WriteFlags } from './flags.ts';
import { addReading } from './read.ts';
import { writeTakes } from './write.ts';

const EXAMPLES = `
Takes change nothing of the scene. They are kept for good, and their numbers are never used again.

Examples:
  scriptgen take 9 -n 3 --instruction "Let her leave before he does."
  scriptgen take list 9
  scriptgen take diff 9 2
  scriptgen take use 9 2
  scriptgen take mix 9 --from 2:3-8 --from 1:12-14
  scriptgen take mix 9 2 && scriptgen review`;

/** `scriptgen take`: alternatives of a scene, written beside each other. */
export function addTake(program: Command, cli: Cli): void {
  const take = program
    .command('take')
    .summary('write a scene several times, and choose: list, show, diff, use, mix')
    .description('Write takes of a scene beside each other: deliberate new samples, of which one can be chosen.')
    .argument('<scene>', SCENE)
    .option('-n, --count <takes>', 'how many (default: 3)', wholeNumber('--count', 1, 20))
    .option('-i, --instruction <text>', 'what the director is told beside the card', someText('--instruction'))
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option('-c, --concurrency <calls>', 'model calls at a time', wholeNumber('--concurrency', 1))
    .option('--max-cost <dollars>', 'stop before this costs more; what is paid for is kept', dollars('--max-cost'))
    .option(...REPLAY_FLAG, someText('--replay'))
    .option('--require-llm', 'fail where the offline writer would write')
    .option('-q, --quiet', 'show no progress')
    .option(...SCRIPT)
    .addHelpText('after', EXAMPLES)
    .action((scene: string, _own: object, command: Command) =>
      writeTakes(cli, scene, command.optsWithGlobals<WriteFlags>()),
    );
  addReading(take, cli);
  addChoosing(take, cli);
}
