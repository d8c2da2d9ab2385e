import type { Command } from 'commander';
import type { ModelList, ModelRow } from '../../project.ts';
import { type Cli, type CommonFlags, dataWidth, print, printJson } from '../cli.ts';
import { formatCount, table } from '../format.ts';
import { cut, oneLine } from '../text.ts';
import { modelsFor } from './flags.ts';

/** `scriptgen models list`: what can be asked, what it costs, and whether its key is there. */
export function addList(models: Command, cli: Cli): void {
  models
    .command('list')
    .description('List the models that are configured: price, context, key, and which role asks which. Asks none.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const list = await (await modelsFor(cli, flags)).list();
      if (flags.json) printJson(cli, 'model', list.models);
      else print(cli, listLines(list, dataWidth(cli.io)));
      for (const note of list.notes) cli.io.stderr.write(`note: ${oneLine(note)}\n`);
    });
}

/** The models as lines, those that are asked first. */
export function listLines({ models, main, source }: ModelList, width: number): readonly string[] {
  const rows = [...models.filter(({ roles }) => roles.length > 0), ...models.filter(({ roles }) => roles.length === 0)];
  const lines = table(
    [
      ['model', '$/M in', '$/M out', 'context', 'key', 'asked by'],
      ...rows.map((row) => [
        oneLine(row.model),
        ...priceOf(row.price),
        row.info.context === undefined ? '-' : formatCount(row.info.context),
        keyOf(row),
        row.roles.join(', '),
      ]),
    ],
    [1, 2, 3],
  );
  return [
    ...lines.map((line) => cut(line, width)),
    `asked: ${oneLine(main)} (${source}). Models of ollama, lmstudio and llama-server: scriptgen models detect`,
  ];
}

function priceOf(price: ModelRow['price']): readonly [string, string] {
  if (price === null) return ['?', '?'];
  return [dollars(price.input), dollars(price.output)];
}

function dollars(amount: number): string {
  return amount === 0 ? 'free' : String(Math.round(amount * 10_000) / 10_000);
}

function keyOf({ key, keySource }: ModelRow): string {
  if (key === 'none') return 'needs none';
  return `${oneLine(keySource?.replace(/ or .*/, '') ?? 'key')} ${key === 'present' ? 'set' : 'not set'}`;
}
