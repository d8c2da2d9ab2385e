import type { Command } from 'commander';
import type { Group } from '../../project.ts';
import { type Cli, dataWidth, print, printJson, withProject } from '../cli.ts';
import { addCallFlags, type CallFlags, callOptions } from '../ledger/flags.ts';
import type { StatsKind } from '../ledger/stats-columns.ts';
import { statsLines } from '../ledger/stats-lines.ts';
import { oneOf } from '../options.ts';

const KINDS = ['cost', 'tokens', 'cache', 'latency'] as const satisfies readonly StatsKind[];

/** What calls can be summed by, as people say it, and as the bill does. */
const BY: Readonly<Record<string, Group>> = {
  ...{ run: 'run', script: 'script', scene: 'scene', step: 'task', role: 'role' },
  ...{ agent: 'agent', model: 'model', day: 'day', lane: 'lane' },
};

interface StatsFlags extends CallFlags {
  readonly by?: string;
}

const EXAMPLES = `
Examples:
  scriptgen stats cost --by model
  scriptgen stats tokens --by scene --run last
  scriptgen stats latency --by step --since 7d`;

/** `scriptgen stats`: what was asked of models, and what it cost and spared. */
export function addStats(program: Command, cli: Cli): void {
  const command = program
    .command('stats')
    .summary('sum what models cost: money, tokens, caches, time')
    .description(
      'Sum what was asked of models. Money is of calls whose price is known; the others are counted beside it.',
    )
    .argument('[kind]', `${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)}`, oneOf('statistics', KINDS), 'cost')
    .option('--by <group>', `a row for each ${Object.keys(BY).join(', ')}`, oneOf('--by', Object.keys(BY)));
  addCallFlags(command)
    .addHelpText('after', EXAMPLES)
    .action(async (kind: StatsKind, _own: object, own: Command) => {
      const flags = own.optsWithGlobals<StatsFlags>();
      const by = flags.by === undefined ? undefined : BY[flags.by];
      const options = { ...callOptions(flags), ...(by && { by }), times: kind === 'latency' || flags.json === true };
      const stats = await withProject(cli, withoutModel(flags), (project) => project.stats(options));
      if (flags.json) {
        printJson(cli, 'stats', stats.rows);
        printJson(cli, 'total', [stats.total]);
      } else print(cli, statsLines(stats, { kind, by: flags.by, width: dataWidth(cli.io) }));
    });
}

/** Here a model is looked for in the bill, and need not be one that can be asked now. */
export function withoutModel<T extends { readonly model?: string }>({ model: _, ...flags }: T): Omit<T, 'model'> {
  return flags;
}
