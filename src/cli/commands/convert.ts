import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  checkWritable,
  type DocumentFormat,
  endingOf,
  FORMATS,
  printDocument,
  writtenFormat,
} from '../../document/index.ts';
import { type Cli, print, printJson } from '../cli.ts';
import { checkStdout, INPUT, putOut, readScript, tellNotes, writtenLine } from '../documents.ts';
import { invalid } from '../failure.ts';
import { addFlags, COMMON_FLAGS, type Flag } from '../flags.ts';
import { oneOf } from '../options.ts';
import { readPlainLine } from '../plain-line.ts';
import { checkPrintFlags, PRINT_FLAGS, type PrintFlags, preparedScript, printOptions } from '../print-flags.ts';

interface ConvertFlags extends PrintFlags {
  readonly to?: DocumentFormat;
}

const EXAMPLES = `
Examples:
  scriptgen convert script.fdx script.fountain
  scriptgen convert script.fountain script.pdf --paper a4 --number-scenes
  scriptgen convert - - --to html --pages < script.fountain > pages.html`;

/** The flags of the command. */
export const CONVERT_FLAGS: readonly Flag[] = [
  ['--to <format>', 'form to write (default: by the ending of <out>)', oneOf('--to', FORMATS)],
  ...PRINT_FLAGS,
];

/**
 * Run the command with these arguments when they are plain, see {@link readPlainLine}: it is the one that is over sooner
 * than the parser of all command lines is loaded.
 *
 * @returns Whether it was run.
 */
export async function runConvert(args: readonly string[], cli: Cli): Promise<boolean> {
  const line = readPlainLine(args, [...CONVERT_FLAGS, ...COMMON_FLAGS]);
  const [input, out, ...more] = line?.words ?? [];
  if (line === undefined || input === undefined || out === undefined || more.length > 0) return false;
  await convert(cli, { input, out }, line.flags as ConvertFlags);
  return true;
}

/** `scriptgen convert`: one file in another form. */
export function addConvert(program: Command, cli: Cli): void {
  const command = program
    .command('convert')
    .summary('write a script in another form: PDF, Final Draft …')
    .description(`Write a script in another form: ${FORMATS.join(', ')}. Says what that form cannot hold.`)
    .argument('<in>', INPUT)
    .argument('<out>', 'file to write; - writes to standard output');
  addFlags(command, CONVERT_FLAGS)
    .addHelpText('after', EXAMPLES)
    .action(async (input: string, out: string, _own: object, self: Command) => {
      await convert(cli, { input, out }, self.optsWithGlobals<ConvertFlags>());
    });
}

async function convert(
  cli: Cli,
  { input, out }: { readonly input: string; readonly out: string },
  flags: ConvertFlags,
): Promise<void> {
  const format = flags.to ?? formatFor(out);
  checkPrintFlags(flags, [format]);
  const force = flags.force ?? false;
  const from = resolve(cli.io.cwd, input);
  if (out === '-') checkStdout(cli, format, flags);
  else await checkWritable(resolve(cli.io.cwd, out), { force, input: from, name: out });
  const {
    screenplay,
    notes,
    format: read,
  } = await readScript(cli, input, {
    bare: format === 'pdf' || format === 'txt',
  });
  tellNotes(cli, notes, { name: input, flags });
  const printed = await printDocument(await preparedScript(screenplay, flags), format, printOptions(flags));
  const file = await putOut(cli, { printed, out, input, format, force });
  tellNotes(cli, printed.notes, { flags });
  if (out === '-') return;
  if (flags.json) printJson(cli, 'written', [{ ...file, from: read, notes: [...notes, ...printed.notes] }]);
  else print(cli, [writtenLine(file)]);
}

function formatFor(out: string): DocumentFormat {
  const format = writtenFormat(out);
  if (format !== undefined) return format;
  const ending = endingOf(out);
  const message =
    out === '-'
      ? 'standard output has no ending to tell the form by'
      : ending === ''
        ? `${out} has no ending to tell the form by`
        : `no form is known for .${ending}`;
  throw invalid(message, `name one: --to ${FORMATS.join(', --to ')}`);
}
