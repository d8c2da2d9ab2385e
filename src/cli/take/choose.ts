import type { Command } from 'commander';
import type { ChangeOptions, TakeLines } from '../../project.ts';
import { type Cli, colored, print, printJson, type ScriptFlags } from '../cli.ts';
import { invalid } from '../failure.ts';
import { paintFor } from '../format.ts';
import { someText, wholeNumber } from '../options.ts';
import { changeLines } from '../review/diff-lines.ts';
import { oneLine } from '../text.ts';
import { SCENE, SCRIPT, withTakes } from './flags.ts';
import { readTake } from './read.ts';

interface ChooseFlags extends ScriptFlags {
  readonly as?: string;
  readonly reason?: string;
  readonly from?: readonly TakeLines[];
  readonly after?: number;
}

const AS = ['--as <name>', 'who chooses (default: writer)', someText('--as')] as const;
const REASON = ['-r, --reason <text>', 'why, for the log', someText('--reason')] as const;

/** The commands that bring takes into the scene. */
export function addChoosing(take: Command, cli: Cli): void {
  take
    .command('use')
    .description('Have a scene generated from a take from now on; 0 is the first draft. What you wrote stays over it.')
    .argument('<scene>', SCENE)
    .argument('<take>', 'number of the take', readTake)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (scene: string, number: number, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChooseFlags>();
      const used = await withTakes(cli, flags, (takes) => takes.use(scene, number, howOf(flags)));
      if (flags.json) return printJson(cli, 'use', [used]);
      const next = used.inPlace
        ? 'it reads so now'
        : `what it reads has changed since: scriptgen build --only ${used.scene.number} writes it`;
      print(cli, [`sc ${used.scene.number} is generated from take ${number}; ${next}`]);
    });
  take
    .command('mix')
    .description(
      'Put lines of takes into the scene; or, with a take and no lines, propose all of it for scriptgen review.',
    )
    .argument('<scene>', SCENE)
    .argument('[take]', 'take to propose for review', readTake)
    .option(
      '--from <take:lines>',
      'lines of a take, as scriptgen take show numbers them: 2:3-8; may be given again',
      listed,
    )
    .option(
      '--after <line>',
      'behind this line of the scene as it reads, 0 for its start (default: where they belong)',
      wholeNumber('--after', 0),
    )
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (scene: string, number: number | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChooseFlags>();
      const { from, after } = flags;
      if ((from === undefined) === (number === undefined))
        throw invalid(
          'name lines of takes, or one take to propose',
          'for example: scriptgen take mix 9 --from 2:3-8, or scriptgen take mix 9 2',
        );
      if (from === undefined) {
        const id = await withTakes(cli, flags, (takes) => takes.propose(scene, number ?? 0, howOf(flags)));
        if (flags.json) return printJson(cli, 'proposed', [{ id }]);
        return print(cli, [`${id}  take ${number} proposed; decide about it: scriptgen review`]);
      }
      const how = { ...howOf(flags), ...(after === undefined ? {} : { after }) };
      const mixed = await withTakes(cli, flags, (takes) => takes.mix(scene, from, how));
      if (flags.json) return printJson(cli, 'mixed', [mixed]);
      if (mixed.changeSet === undefined) return print(cli, ['All of that stands there already.']);
      const color = colored(cli.io, cli.io.stdout, flags);
      const lines = changeLines(mixed.diff.changes, { paint: paintFor(color), color });
      print(cli, [...lines, `Take it back: scriptgen undo ${mixed.changeSet}`]);
    });
}

function listed(text: string, before: readonly TakeLines[] = []): readonly TakeLines[] {
  const [, take, from, to = from] = /^(\d{1,6}):(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(text.trim()) ?? [];
  const lines = { take: Number(take), from: Number(from), to: Number(to) };
  if (take !== undefined && lines.from >= 1 && lines.from <= lines.to) return [...before, lines];
  throw invalid(
    `'${oneLine(text)}' names no lines of a take`,
    'take and lines, as scriptgen take show numbers them: --from 2:3-8',
  );
}

function howOf({ as: author, reason }: ChooseFlags): ChangeOptions {
  return { ...(author === undefined ? {} : { author }), ...(reason === undefined ? {} : { reason }) };
}
