import type { Command } from 'commander';
import type { Status } from '../../project.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { counted, formatCount, formatMoney, table } from '../format.ts';
import { someText } from '../options.ts';
import { sceneNumber } from '../scene-number.ts';
import { cut, oneLine } from '../text.ts';

/** `scriptgen status`: where a script stands. */
export function addStatus(program: Command, cli: Cli): void {
  program
    .command('status')
    .summary('show where a script stands')
    .description('Show where a script stands: its scenes, the last run, and what was spent so far.')
    .option('-s, --script <name>', 'script to show (default: the newest)', someText('--script'))
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const status = await withProject(cli, flags, (project) => project.status(flags.script));
      if (flags.json) printJson(cli, 'status', [status]);
      else print(cli, statusLines(status, dataWidth(cli.io)));
    });
}

/** A status as lines no wider than `width` cells. */
export function statusLines({ script, scenes, lastRun, totals }: Status, width: number): readonly string[] {
  const count = (state: string): string => formatCount(scenes.filter((scene) => scene.state === state).length);
  const counts = [
    ...(['fresh', 'stale', 'missing'] as const).map((state) => `${count(state)} ${state}`),
    ...(['locked', 'pinned', 'fine'] as const)
      .filter((state) => scenes.some((scene) => scene.state === state))
      .map((state) => `${count(state)} ${state === 'fine' ? 'still fine' : state}`),
  ];
  const tokens = `${formatCount(totals.inputTokens)} tokens in, ${formatCount(totals.outputTokens)} out`;
  const rows = scenes.map(({ heading, state, stale, synopsis, ...scene }) => [
    sceneNumber(scene),
    cut(oneLine(heading), 40),
    stale ? `${state}, stale` : state,
    oneLine(synopsis),
  ]);
  return [
    `${oneLine(script.title)}  (${script.slug}, ${script.format})`,
    cut(oneLine(script.logline), width),
    `${counted(scenes.length, 'scene')}: ${counts.join(', ')}`,
    ...table(rows, [0]).map((line) => cut(`  ${line}`, width)),
    ...(lastRun === undefined ? [] : [`last run  ${lastRun.status}, started ${lastRun.started}`]),
    `project   ${counted(totals.calls, 'call')}, ${tokens}, ${formatMoney(totals.cost)}`,
  ];
}
