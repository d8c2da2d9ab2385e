import type { Command } from 'commander';
import { type Cli, print, printJson } from '../cli.ts';
import { readPair } from '../pairs.ts';
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

const readField = readPair('goal="to be left alone"');

/** The commands that say what a scene is. */
export function addChanges(card: Command, cli: Cli): void {
  card
    .command('set')
    .description(
      'Set fields of a card. People and places by name; names parted by commas, sentences by |; turn.to and beats.2 are parts.',
    )
    .argument('<scene>', SCENE)
    .argument('<fields...>', FIELDS)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (scene: string, fields: readonly string[], _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const texts = fields.map(readField);
      const changed = await withOutline(cli, flags, (outline) => outline.set(scene, { texts }, changeOptions(flags)));
      if (flags.json) printJson(cli, 'outline', [changed]);
      else print(cli, changedLines(changed));
    });
  card
    .command('add')
    .description('Add a scene. What is not said is taken from what is there: the place of the scene before, the lead.')
    .argument('<fields...>', FIELDS)
    .option(...PLACE[0])
    .option(...PLACE[1])
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (fields: readonly string[], _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags & PlaceFlags>();
      const [texts, after] = [fields.map(readField), placeIn(flags)];
      const how = { ...changeOptions(flags), ...(after === undefined ? {} : { after }) };
      const changed = await withOutline(cli, flags, (outline) => outline.add({ texts }, how));
      if (flags.json) printJson(cli, 'outline', [changed]);
      else print(cli, changedLines(changed));
    });
}
