import type { Command } from 'commander';
import { type Cli, type OpenFlags, optionsFor, print, printJson } from '../cli.ts';
import { someText, wholeNumber } from '../options.ts';
import { trapSignals } from '../signals.ts';

interface ServeFlags extends OpenFlags {
  readonly port: number;
}

/** `scriptgen serve`: the project over HTTP, on this machine's loopback address, until it is stopped. */
export function addServe(program: Command, cli: Cli): void {
  program
    .command('serve')
    .summary('serve the project over HTTP on this machine')
    .description('Serve the project as JSON over HTTP, for this machine only, until Ctrl-C.')
    .option('--port <number>', 'port to listen on; 0 takes a free one', wholeNumber('--port', 0, 65_535), 4747)
    .option('--model <id>', 'model of every role, as provider/model', someText('--model'))
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ServeFlags>();
      const server = await cli.io.serve(optionsFor(cli, flags), flags.port);
      if (flags.json) printJson(cli, 'serving', [{ url: server.url }]);
      else print(cli, [server.url]);
      const trap = trapSignals(cli.io.signals, { onStop: () => undefined, onKill: () => undefined });
      await new Promise<void>((stopped) => trap.stop.addEventListener('abort', () => stopped()));
      trap.release();
      await server.close();
    });
}

/** `scriptgen mcp`: the project as tools for an assistant, over standard input and output. */
export function addMcp(program: Command, cli: Cli): void {
  program
    .command('mcp')
    .summary('serve the project to an assistant (MCP over stdio)')
    .description('Serve the project as MCP tools over standard input and output, until the input ends.')
    .option('--model <id>', 'model of every role, as provider/model', someText('--model'))
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<OpenFlags>();
      await cli.io.serveMcp(optionsFor(cli, flags), program.version() ?? '0');
    });
}
