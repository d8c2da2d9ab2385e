import type { Command } from 'commander';
import { readVersion } from '../bible/flags.ts';
import { type Cli, print, printJson, type ScriptFlags } from '../cli.ts';
import { AS, type ChangeFlags, changeOptions, REASON, SCENE, SCRIPT, withOutline } from './flags.ts';
import { changedLines, versionLines } from './lines.ts';

/** The commands about what was. */
export function addHistory(card: Command, cli: Cli): void {
  card
    .command('restore')
    .description('Bring back a scene that was taken out, by its id, or what a scene said in an old version.')
    .argument('<scene>', SCENE)
    .argument('[version]', 'version to bring back: 2 or v2')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (scene: string, text: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const version = text === undefined ? undefined : readVersion(text);
      const changed = await withOutline(cli, flags, (outline) => outline.restore(scene, version, changeOptions(flags)));
      if (flags.json) printJson(cli, 'outline', [changed]);
      else print(cli, changedLines(changed));
    });
  card
    .command('log')
    .description('List the versions of a card, newest first; without one, of all cards that were ever changed.')
    .argument('[scene]', SCENE)
    .option(...SCRIPT)
    .action(async (scene: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const versions = await withOutline(cli, flags, (outline) => outline.history(scene));
      if (flags.json) printJson(cli, 'version', versions);
      else print(cli, versionLines(versions));
    });
}
