import type { Command } from 'commander';
import { type Cli, dataWidth, print, printJson, type ScriptFlags } from '../cli.ts';
import { undoneLines } from '../history-lines.ts';
import { versionLines } from './entry-lines.ts';
import {
  AS,
  type ChangeFlags,
  changeOptions,
  ENTRY,
  namesOf,
  REASON,
  readVersion,
  SCRIPT,
  withBible,
} from './flags.ts';
import { blameLines, changeSetLines, diffLines } from './history-lines.ts';

/** The commands about what was, and who changed it. */
export function addHistory(bible: Command, cli: Cli): void {
  addLog(bible, cli);
  addDiff(bible, cli);
  addUndo(bible, cli);
}

function addLog(bible: Command, cli: Cli): void {
  bible
    .command('log')
    .description(
      'List the versions of an entry, newest first; without one, what was changed together in the whole bible.',
    )
    .argument('[entry]', ENTRY)
    .option(...SCRIPT)
    .action(async (name: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      await withBible(cli, flags, async (open) => {
        if (name === undefined) {
          const sets = await open.listChangeSets();
          if (flags.json) return printJson(cli, 'change-set', sets);
          return print(cli, changeSetLines(sets, await namesOf(open)));
        }
        const versions = await open.listVersions(name);
        if (flags.json) printJson(cli, 'version', versions);
        else print(cli, versionLines(versions));
      });
    });
}

function addDiff(bible: Command, cli: Cli): void {
  bible
    .command('diff')
    .description('Show what differs between two versions of an entry.')
    .argument('<entry>', ENTRY)
    .argument('<from>', 'version: 2 or v2')
    .argument('[to]', 'version (default: the newest)')
    .option(...SCRIPT)
    .action(async (name: string, from: string, to: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const second = to === undefined ? undefined : readVersion(to);
      const changes = await withBible(cli, flags, (open) => open.diff(name, readVersion(from), second));
      if (flags.json) printJson(cli, 'change', changes);
      else print(cli, diffLines(changes));
    });
  bible
    .command('blame')
    .description('Tell of each field who last changed it, when and why.')
    .argument('<entry>', ENTRY)
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const blames = await withBible(cli, flags, (open) => open.blame(name));
      if (flags.json) printJson(cli, 'blame', blames);
      else print(cli, blameLines(blames, dataWidth(cli.io)));
    });
}

function addUndo(bible: Command, cli: Cli): void {
  bible
    .command('undo')
    .description(
      'Take back what was changed together last, or a change by its id. What came after it in other fields stays.',
    )
    .argument('[change]', 'id of a change: cs_… (scriptgen bible log lists them)')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (change: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const undone = await withBible(cli, flags, (open) => open.undo(change, changeOptions(flags)));
      if (flags.json) printJson(cli, 'undo', [undone]);
      else print(cli, undoneLines(undone));
    });
}
