import type { Command } from 'commander';
import { type Cli, dataWidth, print, printJson, type ScriptFlags } from '../cli.ts';
import { SCENE, SCRIPT, withOutline } from './flags.ts';
import { cardLines, listLines } from './lines.ts';

/** The commands that read cards. */
export function addReading(card: Command, cli: Cli): void {
  card
    .command('list')
    .description('List the scenes of an outline, a line each.')
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const cards = await withOutline(cli, flags, (outline) => outline.list());
      if (flags.json) printJson(cli, 'card', cards);
      else print(cli, listLines(cards, dataWidth(cli.io)));
    });
  card
    .command('show')
    .description('Show the whole card of a scene, each field as scriptgen card set takes it.')
    .argument('<scene>', SCENE)
    .option(...SCRIPT)
    .action(async (scene: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const shown = await withOutline(cli, flags, (outline) => outline.get(scene));
      if (flags.json) printJson(cli, 'card', [shown]);
      else print(cli, cardLines(shown, dataWidth(cli.io)));
    });
}
