import type { Command } from 'commander';
import { type Cli, dataWidth, print, printJson } from '../cli.ts';
import { counted } from '../format.ts';
import { readPair } from '../pairs.ts';
import { oneLine } from '../text.ts';
import { changeOne } from './change-one.ts';
import { entryTable } from './entry-lines.ts';
import { addFacts } from './fact.ts';
import { AS, type ChangeFlags, changeOptions, ENTRY, REASON, readVersion, SCRIPT, withBible } from './flags.ts';

interface AddFlags extends ChangeFlags {
  readonly alias?: readonly string[];
}

/** The commands that change a bible in one step. */
export function addChanges(bible: Command, cli: Cli): void {
  addAdd(bible, cli);
  addSet(bible, cli);
  addFacts(bible, cli);
  addRemove(bible, cli);
  addAccept(bible, cli);
}

function addAdd(bible: Command, cli: Cli): void {
  bible
    .command('add')
    .description('Add an entry. Fields that are not given are empty: scriptgen bible edit fills them in.')
    .argument('<kind>', "character, setting, plot, theme, or a kind of the project's own")
    .argument('<name>', 'its name')
    .argument('[fields...]', 'fields as field=text: want="to be left alone"')
    .option('--alias <name...>', 'other names it goes by')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (kind: string, name: string, fields: readonly string[], _own: object, command: Command) => {
      const flags = command.optsWithGlobals<AddFlags>();
      const entry = await withBible(cli, flags, (open) => {
        const given = fields.map(readPair('want="to be left alone"'));
        return open.create({ kind, name, aliases: flags.alias ?? [], texts: given }, changeOptions(flags));
      });
      if (flags.json) return printJson(cli, 'entry', [entry]);
      print(cli, [`${oneLine(entry.name)}  ${entry.kind}  v${entry.version}  ${entry.id}`]);
    });
}

function addSet(bible: Command, cli: Cli): void {
  bible
    .command('set')
    .description('Set a field of an entry. A field may be a path: voice.sentences.')
    .argument('<entry>', ENTRY)
    .argument('<field>', 'field to set: want, voice, voice.sentences, name, aliases, locked')
    .argument('<value>', 'its new text; commas part names, lists are YAML')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, field: string, value: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      await changeOne(
        cli,
        flags,
        entry,
        (open) => open.setField(entry, field, value, changeOptions(flags)),
        (after) => `${after}.${field}`,
      );
    });
}

function addRemove(bible: Command, cli: Cli): void {
  bible
    .command('rm')
    .description('Take an entry away. It stays in the history: scriptgen bible restore brings it back.')
    .argument('<entry>', ENTRY)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      await changeOne(
        cli,
        flags,
        entry,
        (open) => open.remove(entry, changeOptions(flags)),
        (name) => `${name} removed`,
      );
    });
  bible
    .command('restore')
    .description('Bring back an entry that was removed, or an old version of one, as a new version.')
    .argument('<entry>', ENTRY)
    .argument('[version]', 'version to bring back: 2 or v2')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, text: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const version = text === undefined ? undefined : readVersion(text);
      await changeOne(
        cli,
        flags,
        entry,
        (open) => open.restore(entry, version, changeOptions(flags)),
        (name) => (version === undefined ? `${name} restored` : `${name} as in v${version}`),
      );
    });
}

function addAccept(bible: Command, cli: Cli): void {
  bible
    .command('accept')
    .description('Make drafts count: those named, or all.')
    .argument('[entries...]', ENTRY)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entries: readonly string[], _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const named = entries.length === 0 ? undefined : entries;
      const accepted = await withBible(cli, flags, (open) => open.accept(named, changeOptions(flags)));
      if (flags.json) return printJson(cli, 'entry', accepted);
      if (accepted.length === 0) return print(cli, ['No drafts are waiting.']);
      print(cli, [...entryTable(accepted, dataWidth(cli.io)), `${counted(accepted.length, 'draft')} accepted.`]);
    });
}
