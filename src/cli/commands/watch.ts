import { basename } from 'node:path';
import type { Command } from 'commander';
import type { WatchEvent } from '../../project.ts';
import { AS } from '../bible/flags.ts';
import { type Cli, type OpenFlags, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { counted, formatMoney } from '../format.ts';
import { dollars, someText } from '../options.ts';
import { trapSignals } from '../signals.ts';
import { planLine, totalLine } from '../sync-lines.ts';
import { oneLine } from '../text.ts';

interface WatchFlags extends OpenFlags, ScriptFlags {
  readonly as?: string;
  readonly build?: boolean;
  readonly maxCost?: number;
}

/** `scriptgen watch`: take in what is saved, as it is saved. */
export function addWatch(program: Command, cli: Cli): void {
  program
    .command('watch')
    .summary('take in edits as they are saved, and say what they touch')
    .description(
      'Watch the exported file and the project: what is saved is taken in, and what a build would do is told. Ctrl-C ends it.',
    )
    .option('-s, --script <name>', 'script to watch (default: the newest)', someText('--script'))
    .option(...AS)
    .option('-m, --model <id>', 'model to plan and build with, as provider/model', someText('--model'))
    .option('--build', 'build after every change')
    .option('--max-cost <dollars>', 'stop building before all of it costs more', dollars('--max-cost'))
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<WatchFlags>();
      const { script, as, build, maxCost } = flags;
      const signals = trapSignals(cli.io.signals, { onStop: () => undefined, onKill: () => undefined });
      try {
        await withProject(cli, flags, (project) =>
          project.watch({
            ...{ stop: signals.stop, kill: signals.kill },
            ...(script === undefined ? {} : { script }),
            ...(as === undefined ? {} : { author: as }),
            ...(build === undefined ? {} : { build }),
            ...(maxCost === undefined ? {} : { maxCost }),
            onEvent: ({ type, ...event }) =>
              flags.json ? printJson(cli, type, [event]) : print(cli, [lineOf({ type, ...event } as WatchEvent)]),
          }),
        );
      } finally {
        signals.release();
      }
    });
}

/** One event in one line. */
function lineOf(event: WatchEvent): string {
  switch (event.type) {
    case 'watch-start':
      return `watching ${basename(event.file)}; Ctrl-C ends it`;
    case 'watch-sync':
      return `edited   ${totalLine(event.report)}`;
    case 'watch-refused':
      return `refused  ${oneLine([event.message, event.hint].join(' '))}`;
    case 'watch-change':
      return `changed  ${oneLine(`${event.reason} (${event.by})`)}`;
    case 'watch-plan':
      return `plan     ${planLine(event.plan)}`;
    case 'watch-build': {
      const { scenes, tally } = event.report;
      const written = scenes.filter(({ state }) => state === 'written').length;
      return `built    ${counted(written, 'scene')} written, ${formatMoney(tally.cost)}`;
    }
  }
}
