import type { Command } from 'commander';
import type { Plan, PlannedScene } from '../../project.ts';
import { changeText } from '../change.ts';
import { type Cli, dataWidth, type OpenFlags, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { counted, countedSpan, formatCount, table } from '../format.ts';
import { someText } from '../options.ts';
import { cut, oneLine } from '../text.ts';

/** Changes named for a scene before the rest is counted. */
const MOST_CHANGES = 3;

/** `scriptgen plan`: what a build would ask, why, and how much. Asks nothing. */
export function addPlan(program: Command, cli: Cli): void {
  program
    .command('plan')
    .summary('show what a build would ask, and why')
    .description('Show what a build would ask: scenes, reasons, calls, tokens. Nothing is asked to find out.')
    .option('-s, --script <name>', 'script to plan (default: the newest)', someText('--script'))
    .option('-m, --model <id>', 'model to plan for, as provider/model', someText('--model'))
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<OpenFlags & ScriptFlags>();
      const plan = await withProject(cli, flags, (project) => project.plan(flags.script));
      if (flags.json) printJson(cli, 'plan', [plan]);
      else print(cli, planLines(plan, dataWidth(cli.io)));
    });
}

/** A plan as lines no wider than `width` cells: a row for each scene to ask for, then the totals. */
export function planLines(plan: Plan, width: number): readonly string[] {
  const { scenes, fresh, calls, tokens, model } = plan;
  if (scenes.length === 0 && calls.most === 0) return [`Nothing to do: ${counted(fresh, 'scene')} fresh.`];
  const spare = Math.max(30, width - 40);
  const rows = scenes.map((scene) => [
    `sc ${String(scene.number).padStart(String(scenes.at(-1)?.number ?? 0).length)}`,
    cut(oneLine(scene.heading), Math.min(44, Math.floor(spare / 2))),
    cut(reasonText(scene.reason), Math.ceil(spare / 2)),
    countedSpan(scene.calls, 'call'),
    `~${formatCount(scene.tokens)} tokens`,
  ]);
  const total = `${counted(scenes.length, 'scene')} to write, ${formatCount(fresh)} fresh`;
  return [
    ...table(rows, [3, 4]),
    `${total}: ${countedSpan(calls, 'call')}, ~${formatCount(tokens)} tokens, ${oneLine(model)}`,
  ];
}

/** Why a scene is asked for: `not written yet`, or `← MAYA.voice v3 → v4, +2 more`. */
function reasonText(reason: PlannedScene['reason']): string {
  if (reason === 'new') return 'not written yet';
  const named = reason.slice(0, MOST_CHANGES).map(changeText);
  const more = reason.length > MOST_CHANGES ? [`+${reason.length - MOST_CHANGES} more`] : [];
  return named.length === 0 ? '← what it reads is to be written anew' : `← ${[...named, ...more].join(', ')}`;
}
