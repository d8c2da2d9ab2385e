import type { Command } from 'commander';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { entryLines, entryTable, versionLines } from '../entries.ts';
import { invalid } from '../failure.ts';
import { someText } from '../options.ts';
import { oneLine } from '../text.ts';

interface EditFlags extends ScriptFlags {
  readonly reason?: string;
  readonly as?: string;
}

const SCRIPT = ['-s, --script <name>', 'script whose bible it is (default: the newest)', someText('--script')] as const;
const AS = ['--as <name>', 'who edits', someText('--as')] as const;
const ENTRY = 'name or id of an entry: MAYA, ch_4f…';

/** `scriptgen bible …`: read and edit what is true in a story. Nothing is ever overwritten: an edit is a new version. */
export function addBible(program: Command, cli: Cli): void {
  const bible = program
    .command('bible')
    .summary('read and edit the bible: list, show, set, log, revert')
    .description('Read and edit the bible: people, places, plot threads, themes. Every edit is a new version.');
  addReaders(bible, cli);
  addEdits(bible, cli);
}

function addReaders(bible: Command, cli: Cli): void {
  bible
    .command('list')
    .description('List the entries.')
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const entries = await withProject(cli, flags, (project) => project.listEntries(flags.script));
      if (flags.json) printJson(cli, 'entry', entries);
      else print(cli, entryTable(entries, dataWidth(cli.io)));
    });
  bible
    .command('show')
    .description('Show an entry: every field, and the version it last changed in.')
    .argument('<entry>', ENTRY)
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const entry = await withProject(cli, flags, (project) => project.getEntry(name, flags.script));
      if (flags.json) printJson(cli, 'entry', [entry]);
      else print(cli, entryLines(entry, dataWidth(cli.io)));
    });
  bible
    .command('log')
    .description('List the versions of an entry, newest first.')
    .argument('<entry>', ENTRY)
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const versions = await withProject(cli, flags, (project) => project.listVersions(name, flags.script));
      if (flags.json) printJson(cli, 'version', versions);
      else print(cli, versionLines(versions));
    });
}

function addEdits(bible: Command, cli: Cli): void {
  bible
    .command('set')
    .description('Set a field of an entry. A field may be a path: voice.sentences.')
    .argument('<entry>', ENTRY)
    .argument('<field>', 'field to set: want, voice, voice.sentences')
    .argument('<value>', 'its new text')
    .option('-r, --reason <text>', 'why, for the log', someText('--reason'))
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, field: string, value: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<EditFlags>();
      const { script, reason } = flags;
      const about = { ...scriptOf(script), ...authorOf(flags.as), ...(reason === undefined ? {} : { reason }) };
      await withProject(cli, flags, async (project) => {
        const before = await project.getEntry(entry, script);
        const after = await project.setField({ entry, field, value, ...about });
        if (flags.json) return printJson(cli, 'entry', [after]);
        print(cli, editLines(`${oneLine(after.name)}.${field}`, before.version, after.version));
      });
    });
  bible
    .command('revert')
    .description('Bring back an old version of an entry, as a new version.')
    .argument('<entry>', ENTRY)
    .argument('<version>', 'version to bring back: 2 or v2')
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, version: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<EditFlags>();
      const edit = { entry, version: readVersion(version), ...scriptOf(flags.script), ...authorOf(flags.as) };
      await withProject(cli, flags, async (project) => {
        const before = await project.getEntry(entry, flags.script);
        const after = await project.revertEntry(edit);
        if (flags.json) return printJson(cli, 'entry', [after]);
        print(cli, editLines(`${oneLine(after.name)} as in v${edit.version}`, before.version, after.version));
      });
    });
}

function editLines(what: string, before: number, after: number): readonly string[] {
  if (before === after) return [`${what}: nothing changed, still v${after}`];
  return [`${what}: v${before} → v${after}`, 'See what that reaches: scriptgen plan'];
}

function scriptOf(script: string | undefined): { readonly script?: string } {
  return script === undefined ? {} : { script };
}

function authorOf(author: string | undefined): { readonly author?: string } {
  return author === undefined ? {} : { author };
}

function readVersion(text: string): number {
  const version = /^v?([1-9]\d{0,8})$/.exec(text)?.[1];
  if (version !== undefined) return Number(version);
  throw invalid(
    `a version is a whole number from 1 on, not '${text}'`,
    'scriptgen bible log <entry> lists the versions',
  );
}
