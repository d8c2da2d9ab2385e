import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Note } from '../../core/note.ts';
import { checkWritable, type DocumentFormat, FORMATS, printDocument, stemOf } from '../../document/index.ts';
import type { Screenplay } from '../../screenplay/tree.ts';
import { type Cli, print, printJson, withProject } from '../cli.ts';
import { INPUT, makeFolder, putOut, readScript, tellNotes, type WrittenFile, writtenLine } from '../documents.ts';
import { invalid } from '../failure.ts';
import { addFlags } from '../flags.ts';
import { listOf, oneOf, someText } from '../options.ts';
import { checkPrintFlags, PRINT_FLAGS, type PrintFlags, preparedScript, printOptions } from '../print-flags.ts';

interface ExportFlags extends PrintFlags {
  readonly format?: readonly DocumentFormat[];
  readonly out?: string;
  readonly script?: string;
}

const EXAMPLES = `
Examples:
  scriptgen export script.fountain --format pdf,fdx,html
  scriptgen export script.fdx --format pdf --out drafts --paper a4
  scriptgen export --script the-light --format fdx`;

/** `scriptgen export`: one script in several forms at once, a file's or the project's. */
export function addExport(program: Command, cli: Cli): void {
  const command = program
    .command('export')
    .summary('write a file, or a script of the project, in several forms')
    .description(`Write a script in several forms at once: ${FORMATS.join(', ')}.`)
    .argument('[file]', `${INPUT} (default: the script of the project)`)
    .option('--format <names>', 'forms to write, with commas (default: pdf)', listOf(oneOf('--format', FORMATS)))
    .option('-o, --out <folder>', 'folder for the files (default: beside <file>)', someText('--out'))
    .option('-s, --script <name>', 'script of the project (default: the newest)', someText('--script'));
  addFlags(command, PRINT_FLAGS)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, _own: object, self: Command) => {
      const flags = self.optsWithGlobals<ExportFlags>();
      const formats = [...new Set(flags.format ?? (['pdf'] as const))];
      checkPrintFlags(flags, formats);
      if (file !== undefined && flags.script !== undefined)
        throw invalid('--script names a script of the project, and a file is given', 'leave one of them away');
      await exportScript(cli, {
        source: file === undefined ? projectScript(cli, flags) : fileScript(cli, file, flags),
        formats,
        flags,
      });
    });
}

/** Where a script comes from: its name without an ending, its folder, and how it is read. */
interface Source {
  readonly input: string;
  readonly folder: string;
  readonly read: () => Promise<{
    readonly name: string;
    readonly screenplay: Screenplay;
    readonly notes: readonly Note[];
  }>;
}

interface Export {
  readonly source: Source;
  readonly formats: readonly DocumentFormat[];
  readonly flags: ExportFlags;
}

async function exportScript(cli: Cli, { source, formats, flags }: Export): Promise<void> {
  const { name, screenplay, notes } = await source.read();
  const folder = flags.out ?? source.folder;
  const force = flags.force ?? false;
  if (flags.out !== undefined) makeFolder(resolve(cli.io.cwd, folder), folder);
  const files = formats.map((format) => ({ format, out: join(folder, `${name}.${format}`) }));
  for (const { out } of files)
    await checkWritable(resolve(cli.io.cwd, out), { force, input: resolve(cli.io.cwd, source.input), name: out });
  const script = await preparedScript(screenplay, flags);
  const written: { readonly file: WrittenFile; readonly notes: readonly Note[] }[] = [];
  for (const { format, out } of files) {
    const printed = await printDocument(script, format, printOptions(flags));
    written.push({
      file: await putOut(cli, { printed, out, input: source.input, format, force }),
      notes: printed.notes,
    });
    tellNotes(cli, printed.notes, { flags });
  }
  if (flags.json)
    printJson(
      cli,
      'written',
      written.map(({ file, notes: own }) => ({ ...file, notes: [...notes, ...own] })),
    );
  else
    print(
      cli,
      written.map(({ file }) => writtenLine(file)),
    );
}

function fileScript(cli: Cli, file: string, flags: ExportFlags): Source {
  const name = file === '-' ? 'script' : basename(stemOf(file));
  return {
    input: file,
    folder: file === '-' ? '.' : dirname(file),
    read: async () => {
      const { screenplay, notes } = await readScript(cli, file);
      tellNotes(cli, notes, { name: file, flags });
      return { name, screenplay, notes };
    },
  };
}

function projectScript(cli: Cli, flags: ExportFlags): Source {
  return {
    input: '-',
    folder: flags.project ?? '.',
    read: () =>
      withProject(cli, flags, async (project) => ({
        // Loaded by now; a file needs no project.
        name: (await import('../../project.ts')).fileName(await project.getScript(flags.script)),
        screenplay: await project.getScreenplay(flags.script),
        notes: [],
      })),
  };
}
