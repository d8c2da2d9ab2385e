import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ImportPlan } from '../../project.ts';
import { type Cli, print, printJson, type ScriptFlags } from '../cli.ts';
import { counted } from '../format.ts';
import { oneOf } from '../options.ts';
import { oneLine } from '../text.ts';
import { AS, type ChangeFlags, changeOptions, REASON, SCRIPT, withBible } from './flags.ts';

interface ImportFlags extends ChangeFlags {
  readonly prune?: boolean;
  readonly dryRun?: boolean;
}

interface ExportFlags extends ScriptFlags {
  readonly form?: 'yaml' | 'md' | 'json';
  readonly force?: boolean;
}

/** A bible as files, for git and for other tools. */
export function addFiles(bible: Command, cli: Cli): void {
  addExport(bible, cli);
  addImport(bible, cli);
}

function addExport(bible: Command, cli: Cli): void {
  bible
    .command('export')
    .description('Write the bible as a folder of text files, an entry each. Equal bibles give equal files.')
    .argument('[folder]', 'where they go', 'bible')
    .option(
      '--form <form>',
      'yaml, md (Markdown with front matter), or json (one file)',
      oneOf('--form', ['yaml', 'md', 'json']),
    )
    .option('-f, --force', 'overwrite files that hold what was not imported')
    .option(...SCRIPT)
    .action(async (folder: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ExportFlags>();
      const { form = 'yaml', force = false } = flags;
      const paths = await withBible(cli, flags, (open) => open.exportTo(resolve(cli.io.cwd, folder), { form, force }));
      if (flags.json)
        printJson(
          cli,
          'file',
          paths.map((path) => ({ path })),
        );
      else print(cli, [`${counted(paths.length, 'file')} in ${oneLine(folder)}`]);
    });
}

function addImport(bible: Command, cli: Cli): void {
  bible
    .command('import')
    .description(
      'Read a folder of files into the bible: all of it or nothing. What both sides changed is shown, and stops it.',
    )
    .argument('[folder]', 'a folder that export wrote, or a bible.json', 'bible')
    .option('--prune', 'remove entries that have no file')
    .option('--dry-run', 'only say what would be done')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (folder: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ImportFlags>();
      const { prune = false, dryRun = false } = flags;
      const { plan } = await withBible(cli, flags, (open) =>
        open.importFrom(resolve(cli.io.cwd, folder), { prune, dryRun, ...changeOptions(flags) }),
      );
      if (flags.json) printJson(cli, 'import', plan.items);
      else print(cli, planLines(plan, dryRun));
    });
}

/** What an import does, a line for each entry that it touches. */
function planLines({ items }: ImportPlan, dryRun: boolean): readonly string[] {
  const lines = items.flatMap(itemLines);
  if (lines.length === 0) return ['Nothing to do: the files say what the bible says.'];
  return [...lines, dryRun ? 'Nothing was written.' : 'See what that reaches: scriptgen plan'];
}

function itemLines(item: ImportPlan['items'][number]): readonly string[] {
  switch (item.type) {
    case 'new':
      return [`new       ${oneLine(item.path)}`];
    case 'changed':
    case 'merged':
    case 'conflict':
      return [`${item.type.padEnd(9)} ${oneLine(item.path)}: ${item.fields.map(oneLine).join(', ')}`];
    case 'missing':
      return item.removes === undefined ? [] : [`removed   ${oneLine(item.name)}`];
    case 'unchanged':
      return [];
  }
}
