import { type Cli, colored } from './cli.ts';
import { runConvert } from './commands/convert.ts';
import { tellFailure } from './failure.ts';
import type { Io } from './io.ts';

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
    const isRun = argv[0] === 'convert' && (await runConvert(argv.slice(1), cli));
    if (!isRun) await (await import('./program.ts')).runProgram(argv, cli);
    return exit;
  } catch (error) {
    const flags = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
    const style = {
      json: flags.includes('--json'),
      color: colored(io, io.stderr, { color: !flags.includes('--no-color') }),
    };
    return tellFailure(io, error, style);
  }
}
