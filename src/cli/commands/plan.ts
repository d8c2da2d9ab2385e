import type { Command } from 'commander';
import type { Plan, PlannedCall, PlannedScene } from '../../project.ts';
import { changeText } from '../change.ts';
import { type Cli, dataWidth, type OpenFlags, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { counted, countedSpan, formatCount, formatMoney, table } from '../format.ts';
import {
  DIALOGUE_FLAG,
  ORDER_FLAG,
  REPLAY_FLAG,
  readDialogue,
  readOrder,
  SURFACE_FLAGS,
  someText,
} from '../options.ts';
import { sceneNumber } from '../scene-number.ts';
import { addScopeFlags, type ScopeFlags, scopeOptions } from '../scope-flags.ts';
import { cut, oneLine } from '../text.ts';

/** Changes named for a scene before the rest is counted. */
const MOST_CHANGES = 3;
/** From this width on, a scene and its reason share a line. */
const WIDE_CELLS = 90;
/** The cells of number, calls, tokens and the gaps between columns. */
const COUNT_CELLS = 48;

/** `scriptgen plan`: what a build would ask, why, and how much. Asks nothing. */
export function addPlan(program: Command, cli: Cli): void {
  const plan = program
    .command('plan')
    .summary('show what a build would ask, and why')
    .description('Show what a build would ask: scenes, reasons, calls, tokens. Nothing is asked to find out.')
    .option('-s, --script <name>', 'script to plan (default: the newest)', someText('--script'))
    .option('-m, --model <id>', 'model to plan for, as provider/model', someText('--model'))
    .option(...DIALOGUE_FLAG, readDialogue)
    .option(...ORDER_FLAG, readOrder)
    .option(...SURFACE_FLAGS[0])
    .option(...SURFACE_FLAGS[1])
    .option('--steps', 'a row for each step too: what is asked, of which model, how much')
    .option('--batch', 'at the price of batches, for models that take them')
    .option(
      '--price-of <id>',
      'at the price of another model: what the same would cost with it',
      someText('--price-of'),
    )
    .option(...REPLAY_FLAG, someText('--replay'));
  addScopeFlags(plan).action(async (_own: object, command: Command) => {
    const flags = command.optsWithGlobals<
      OpenFlags &
        ScriptFlags &
        ScopeFlags & { readonly batch?: boolean; readonly steps?: boolean; readonly priceOf?: string }
    >();
    const { script, batch = false, priceOf } = flags;
    const priced = priceOf === undefined ? {} : { priceOf };
    const planned = await withProject(cli, flags, (project) =>
      project.plan(script, { batch, ...priced, ...scopeOptions(flags) }),
    );
    if (flags.json) printJson(cli, 'plan', [planned]);
    else print(cli, [...planLines(planned, dataWidth(cli.io), batch), ...(flags.steps ? stepLines(planned) : [])]);
  });
}

/**
 * A plan as lines no wider than `width` cells: a row for each scene to ask for, then the totals.
 * Where it is narrow, a scene's reason stands on a line of its own. `batch`: the price is that of batches.
 */
export function planLines(plan: Plan, width: number, batch = false): readonly string[] {
  const { scenes, fresh, left = 0, mayFollow = 0, calls, tokens, cost, model, priceOf } = plan;
  const untouched = left === 0 ? '' : `, ${formatCount(left)} left${whyLeft(plan)}`;
  if (scenes.length === 0 && calls.most === 0) return [`Nothing to do: ${counted(fresh, 'scene')} fresh${untouched}.`];
  const total = `${counted(scenes.length, 'scene')} to write, ${formatCount(fresh)} fresh${untouched}`;
  const whose = priceOf === undefined ? '' : ` at the price of ${oneLine(priceOf)}`;
  const price =
    cost === null
      ? `price${priceOf === undefined ? '' : ` of ${oneLine(priceOf)}`} unknown`
      : `~${formatMoney(cost)}${batch ? ' with --batch' : ''}${whose}`;
  return [
    ...(width < WIDE_CELLS ? narrowRows(scenes, width) : wideRows(scenes, width)),
    `${total}: ${countedSpan(calls, 'call')}, ~${formatCount(tokens)} tokens, ${price}, ${oneLine(model)}`,
    ...(mayFollow === 0
      ? []
      : [`then, of up to ${counted(mayFollow, 'fresh scene')}, a line or two that says what the new text says`]),
  ];
}

/** Why scenes are left, where a person keeps them: ` (1 locked, 2 pinned)`. */
function whyLeft({ leftScenes = [] }: Plan): string {
  const counts = (['locked', 'pinned', 'fine'] as const).flatMap((because) => {
    const count = leftScenes.filter((scene) => scene.because === because).length;
    return count === 0 ? [] : [`${formatCount(count)} ${because === 'fine' ? 'still fine' : because}`];
  });
  return counts.length === 0 ? '' : ` (${counts.join(', ')})`;
}

/** A plan by step: how often each is asked at most, of which model, for how many tokens and how much money. */
export function stepLines({ scenes }: Plan): readonly string[] {
  const sums = new Map<string, PlannedCall & { readonly calls: number }>();
  for (const step of scenes.flatMap(({ steps }) => steps)) {
    const name = `${step.task} ${step.model}`;
    const { calls = 0, inputTokens = 0, outputTokens = 0, cost = 0 } = sums.get(name) ?? {};
    sums.set(name, {
      ...step,
      calls: calls + 1,
      inputTokens: inputTokens + step.inputTokens,
      outputTokens: outputTokens + step.outputTokens,
      cost: cost === null || step.cost === null ? null : cost + step.cost,
    });
  }
  const rows = [...sums.values()].map(({ task, model, calls, inputTokens, outputTokens, cost }) => [
    task,
    oneLine(model),
    counted(calls, 'call'),
    `~${formatCount(inputTokens)} in`,
    `~${formatCount(outputTokens)} out`,
    formatMoney(cost),
  ]);
  return rows.length === 0 ? [] : ['', ...table(rows, [2, 3, 4, 5])];
}

function wideRows(scenes: readonly PlannedScene[], width: number): readonly string[] {
  const spare = width - COUNT_CELLS;
  return table(
    scenes.map((scene) => {
      const heading = cut(oneLine(scene.heading), Math.min(44, Math.floor(spare * 0.4)));
      return [numberOf(scene, scenes), heading, cut(reasonText(scene), Math.ceil(spare * 0.6)), ...countsOf(scene)];
    }),
    [3, 4, 5],
  );
}

function narrowRows(scenes: readonly PlannedScene[], width: number): readonly string[] {
  const heading = (scene: PlannedScene): string => cut(oneLine(scene.heading), Math.max(8, width - COUNT_CELLS));
  const rows = table(
    scenes.map((scene) => [numberOf(scene, scenes), heading(scene), ...countsOf(scene)]),
    [2, 3, 4],
  );
  return scenes.flatMap((scene, at) => [rows[at] ?? '', cut(`  ${reasonText(scene)}`, width)]);
}

function numberOf(scene: PlannedScene, scenes: readonly PlannedScene[]): string {
  return `sc ${sceneNumber(scene).padStart(sceneNumber(scenes.at(-1) ?? scene).length)}`;
}

/** Calls, tokens, and the price of a scene that has one. */
function countsOf({ calls, tokens, cost }: PlannedScene): readonly string[] {
  const price = cost === null || cost === 0 ? [] : [`~${formatMoney(cost)}`];
  return [countedSpan(calls, 'call'), `~${formatCount(tokens)} tokens`, ...price];
}

/** Why a scene is asked for: `not written yet`, `← MAYA.voice v3 → v4, +2 more`, `← MAYA.voice v3 → v4 → sc 7 → sc 8`. */
function reasonText({ reason, chain, already }: PlannedScene): string {
  const before = already ? ' (already so)' : '';
  if (reason === 'new') return `not written yet${before}`;
  const told = chain === undefined || chain.changes.length === 0 ? reason : chain.changes;
  const named = told.slice(0, MOST_CHANGES).map(changeText);
  const more = told.length > MOST_CHANGES ? [`+${told.length - MOST_CHANGES} more`] : [];
  const through = chain === undefined ? '' : chain.scenes.map((number) => ` → sc ${number}`).join('');
  const what = named.length === 0 ? 'what it reads is to be written anew' : [...named, ...more].join(', ');
  return `← ${what}${through}${before}`;
}
