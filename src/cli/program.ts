import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { ScriptGenError } from '../core/error.ts';
import { packageRoot } from '../project/package-root.ts';
import type { Cli } from './cli.ts';
import { loadCommands } from './commands.ts';
import { invalid } from './failure.ts';
import { addFlags, COMMON_FLAGS } from './flags.ts';
import { helpTail } from './help.ts';

/**
 * Run the command that a command line names, or print its help.
 *
 * @param argv The arguments after the program's name.
 * @throws ScriptGenError `input/invalid` for a command line that is wrong, and what the command throws.
 */
export async function runProgram(argv: readonly string[], cli: Cli): Promise<void> {
  try {
    const program = createProgram(cli);
    for (const add of await loadCommands(argv[0])) add(program, cli);
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw fromCommander(error);
  }
}

/** The program with the flags that every command takes, and no command yet. */
export function createProgram(cli: Cli): Command {
  const program = new Command('scriptgen')
    .description('Write screenplays from bibles, and pay for nothing twice.')
    .version(readVersion(), '-V, --version', 'print the version');
  return addFlags(program, COMMON_FLAGS)
    .helpOption('-h, --help', 'show help')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void cli.io.stdout.write(text),
      writeErr: () => {}, // errors are told by main
      getOutHelpWidth: () => cli.io.stdout.columns ?? 100,
      getOutHasColors: () => false,
    })
    .exitOverride()
    .addHelpText('after', helpTail);
}

/** An error of the parser in our shape; its suggestion becomes the hint. */
function fromCommander({ code, message }: CommanderError): ScriptGenError {
  if (code === 'commander.help') return invalid('no command given', 'scriptgen --help lists the commands');
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const suggestion = /\(Did you mean (.+)\?\)/.exec(rest.join(' '))?.[1];
  if (suggestion !== undefined) return invalid(first, `did you mean ${suggestion}?`);
  if (code === 'commander.excessArguments') return invalid(first, 'put a text of several words in quotes');
  return invalid(first, 'scriptgen --help shows commands and options');
}

function readVersion(): string {
  const file = join(packageRoot(), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
