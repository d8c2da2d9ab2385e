import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { ScriptGenError } from '../core/error.ts';
import { packageRoot } from '../project/package-root.ts';
import { type Cli, colored } from './cli.ts';
import { loadCommands } from './commands.ts';
import { invalid, tellFailure } from './failure.ts';
import { helpTail } from './help.ts';
import type { Io } from './io.ts';
import { someText } from './options.ts';

/**
 * Run the command line.
 *
 * Data goes to stdout; progress, and each error as one block, to stderr. Never throws.
 * @param argv The arguments after the program's name.
 * @returns The exit code: 0, what the error table says, or what the command says of its findings.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exit = 0;
  const cli: Cli = { io, exit: (code) => (exit = code) };
  try {
    const program = createProgram(cli);
    for (const add of await loadCommands(argv[0])) add(program, cli);
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const flags = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
    const style = {
      json: flags.includes('--json'),
      color: colored(io, io.stderr, { color: !flags.includes('--no-color') }),
    };
    return tellFailure(io, error instanceof CommanderError ? fromCommander(error) : error, style);
  }
}

function createProgram(cli: Cli): Command {
  return new Command('scriptgen')
    .description('Write screenplays from bibles, and pay for nothing twice.')
    .version(readVersion(), '-V, --version', 'print the version')
    .option('--project <folder>', 'folder of the project (default: the working folder)', someText('--project'))
    .option('--json', 'print JSON Lines on stdout')
    .option('--no-color', 'print without colours')
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
