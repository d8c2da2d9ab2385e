import type { Command } from 'commander';
import { type Cli, type CommonFlags, print, printJson } from '../cli.ts';
import { formatCount } from '../format.ts';
import { wholeNumber } from '../options.ts';
import { trapSignals } from '../signals.ts';
import { oneLine } from '../text.ts';

interface PullFlags extends CommonFlags {
  readonly sha256?: string;
  readonly name?: string;
  readonly most?: number;
}

const EXAMPLES = `
A model is fetched only by this command, and only with the SHA-256 of its file: it stands on the file's page, where the
model comes from. Stopped or cut off, it goes on where it was when it is run again.

Example:
  scriptgen models pull https://example.org/model-q4_0.gguf --sha256 9f86d08…`;

const GIGABYTE = 1024 ** 3;

/** `scriptgen models pull`: fetch a GGUF file and check it. */
export function addModelsPull(models: Command, cli: Cli): void {
  models
    .command('pull')
    .summary('fetch a model file and check its SHA-256')
    .description('Fetch a model (a GGUF file) into ~/.local/share/scriptgen/models, for llama.cpp on this machine.')
    .argument('<url>', 'where the file is: https')
    .option('--sha256 <hex>', 'the SHA-256 of the file (required)')
    .option('--name <file>', 'what to call the file; as the address ends by default')
    .option('--most <gigabytes>', 'refuse a larger file; 64 by default', wholeNumber('--most', 1))
    .addHelpText('after', EXAMPLES)
    .action(async (url: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<PullFlags>();
      const { pullModel } = await import('../../project/pull-model.ts');
      const meter = meterOn(cli);
      const trap = trapSignals(cli.io.signals, { onStop: () => undefined, onKill: () => undefined });
      try {
        const pulled = await pullModel({
          ...{ url, sha256: flags.sha256, name: flags.name, env: cli.io.env, signal: trap.stop },
          ...(flags.most === undefined ? {} : { mostBytes: flags.most * GIGABYTE }),
          onProgress: meter.show,
        });
        meter.clear();
        if (flags.json) return printJson(cli, 'model', [pulled]);
        const what = pulled.isNew ? 'is there' : 'was there already';
        print(cli, [
          `${oneLine(pulled.file)} ${what}: ${megabytes(pulled.bytes)}, SHA-256 as asked`,
          'Name it in models.json as the "file" of a model: see docs/local-models.md',
        ]);
      } finally {
        meter.clear();
        trap.release();
      }
    });
}

interface Meter {
  readonly show: (progress: { readonly bytes: number; readonly total?: number }) => void;
  readonly clear: () => void;
}

/** Ten times a second is as often as a line is read. */
const REDRAW_MS = 100;

/** A line on the terminal that tells how far it is; none elsewhere. */
function meterOn({ io }: Cli): Meter {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show({ bytes, total }) {
      if (io.stderr.isTTY !== true || io.now() - shownAt < REDRAW_MS) return;
      shownAt = io.now();
      const share = total === undefined ? '' : ` of ${megabytes(total)} (${Math.floor((100 * bytes) / total)} %)`;
      io.stderr.write(`\r\u001b[K${megabytes(bytes)}${share}`);
    },
    clear() {
      if (shownAt === Number.NEGATIVE_INFINITY) return;
      shownAt = Number.NEGATIVE_INFINITY;
      io.stderr.write('\r\u001b[K');
    },
  };
}

function megabytes(bytes: number): string {
  return `${formatCount(bytes / 1024 ** 2)} MB`;
}
