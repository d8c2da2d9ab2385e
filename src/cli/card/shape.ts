import type { Command } from 'commander';
import { type Cli, print, printJson } from '../cli.ts';
import { invalid } from '../failure.ts';
import { wholeNumber } from '../options.ts';
import { readPair } from '../pairs.ts';
import { sceneNumber } from '../scene-number.ts';
import {
  AS,
  type ChangeFlags,
  changeOptions,
  FIELDS,
  PLACE,
  type PlaceFlags,
  placeIn,
  REASON,
  SCENE,
  SCRIPT,
  withOutline,
} from './flags.ts';
import { changedLines } from './lines.ts';

/** The commands that change which scenes there are, and in which order. */
export function addShaping(card: Command, cli: Cli): void {
  addMove(card, cli);
  addSplit(card, cli);
  addMerge(card, cli);
  addRemove(card, cli);
}

function addMove(card: Command, cli: Cli): void {
  card
    .command('move')
    .description('Let a scene stand somewhere else. It keeps its text, unless it reads what comes before it.')
    .argument('<scene>', SCENE)
    .option(...PLACE[0])
    .option(...PLACE[1])
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (scene: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags & PlaceFlags>();
      const after = placeIn(flags);
      if (after === undefined)
        throw invalid('no place is named', `for example: scriptgen card move ${scene} --after 4`);
      const changed = await withOutline(cli, flags, (outline) => outline.move(scene, after, changeOptions(flags)));
      if (flags.json) printJson(cli, 'outline', [changed]);
      else print(cli, changedLines(changed));
    });
}

function addSplit(card: Command, cli: Cli): void {
  card
    .command('split')
    .description('Make two scenes of one. The first keeps the id and what links to it; more can be said of the second.')
    .argument('<scene>', SCENE)
    .argument('[fields...]', FIELDS)
    .requiredOption('--at-beat <beat>', 'the beat that the second scene begins with', wholeNumber('--at-beat', 2))
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (scene: string, fields: readonly string[], _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags & { readonly atBeat: number }>();
      const texts = fields.map(readPair('turn.to="doubt"'));
      const changed = await withOutline(cli, flags, (outline) =>
        outline.split(scene, flags.atBeat, { ...changeOptions(flags), texts }),
      );
      if (flags.json) printJson(cli, 'outline', [changed]);
      else print(cli, changedLines(changed));
    });
}

function addMerge(card: Command, cli: Cli): void {
  card
    .command('merge')
    .description('Make one scene of two neighbours. It has the id of the first; what links to the second goes to it.')
    .argument('<first>', SCENE)
    .argument('<second>', 'the scene right after it')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (first: string, second: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const changed = await withOutline(cli, flags, (outline) => outline.merge(first, second, changeOptions(flags)));
      if (flags.json) printJson(cli, 'outline', [changed]);
      else print(cli, changedLines(changed));
    });
}

function addRemove(card: Command, cli: Cli): void {
  card
    .command('rm')
    .description('Take a scene out. It stays in the history: scriptgen card restore brings it back, text and all.')
    .argument('<scene>', SCENE)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (scene: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      await withOutline(cli, flags, async (outline) => {
        const { id, heading, ...at } = await outline.get(scene);
        const changed = await outline.remove(scene, changeOptions(flags));
        if (flags.json) return printJson(cli, 'outline', [changed]);
        const back = `to bring it back: scriptgen card restore ${id}`;
        print(cli, changedLines(changed, `sc ${sceneNumber(at)}  ${heading}  taken out; ${back}`));
      });
    });
}
