import type { Command } from 'commander';
import type { BlamedPassage, SceneBlame } from '../../project.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { formatMoney, table } from '../format.ts';
import { someText } from '../options.ts';
import { readLines } from '../read-lines.ts';
import { sceneNumber } from '../scene-number.ts';
import { cut, oneLine } from '../text.ts';

/** `scriptgen blame`: who or what wrote each line of a scene. */
export function addBlame(program: Command, cli: Cli): void {
  program
    .command('blame')
    .summary('tell who or what wrote each line of a scene')
    .description('Tell of each passage of a scene who or what wrote it, when, and in which version. Asks nothing.')
    .argument('<scene>', 'number or id of a scene, with lines if not all: 4, 4:12, 4:12-20')
    .option('-s, --script <name>', 'script that the scene is in (default: the newest)', someText('--script'))
    .action(async (asked: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const { scene, from, to } = readPlace(asked);
      const blame = await withProject(cli, { ...flags, detect: false }, (project) =>
        project.blame(scene, flags.script),
      );
      const passages = blame.passages.filter(({ line, lastLine }) => lastLine >= from && line <= to);
      if (passages.length === 0 && blame.passages.length > 0)
        throw invalid(
          `nothing stands in these lines of scene ${blame.number}`,
          `its lines are 1 to ${blame.passages.at(-1)?.lastLine ?? 1}, as scriptgen lock counts them`,
        );
      const told = { ...blame, passages };
      if (flags.json) printJson(cli, 'blame', [told]);
      else print(cli, blameLines(told, dataWidth(cli.io), Number.isFinite(to)));
    });
}

type GivingStep = Extract<BlamedPassage['origin'], { readonly type: 'model' }>['steps'][number];

/** The cells that a line of the scene gets at least. */
const LEAST_TEXT = 24;

/**
 * A scene as `git blame` would print it: line, who or what, when, version, text. Of a single passage that was asked for by its
 * line, also what the steps that gave it were told.
 */
export function blameLines(
  { heading, passages, ...scene }: SceneBlame,
  width: number,
  isByLine = false,
): readonly string[] {
  const head = cut(`sc ${sceneNumber(scene)}  ${oneLine(heading)}`, width);
  if (passages.length === 0) return [head, 'Nothing is written in it yet.'];
  const rows = passages.map(({ line, origin, speaker, kind, text }) => {
    const words = kind === 'parenthetical' ? `(${text})` : text;
    return [
      String(line),
      ...originCells(origin, speaker),
      oneLine(speaker === undefined ? words : `${speaker}: ${words}`),
    ];
  });
  const [only, ...others] = passages;
  const steps = isByLine && only !== undefined && others.length === 0 ? stepsOf(only.origin) : [];
  return [
    head,
    ...table(rows, [0]).map((row) => cut(row, Math.max(width, LEAST_TEXT))),
    ...steps.flatMap((step) => stepLines(step, width)),
  ];
}

/** The steps that gave a passage its words. */
function stepsOf(origin: BlamedPassage['origin']): readonly GivingStep[] {
  return origin.type === 'model' || origin.type === 'edited' ? origin.steps : [];
}

/** A step: what it was asked, by which prompt, what that cost, and what of the bible and the card it read. */
function stepLines({ task, prompt, cost, part, reads }: GivingStep, width: number): readonly string[] {
  const by = prompt === undefined ? '' : `, prompt ${prompt.version}`;
  return [
    `${part === 'wrote' ? 'written' : part} by ${task}${by}, ${formatMoney(cost)}; it read`,
    ...readLines(reads, width),
  ];
}

/** Who or what, how it came there, when, and in which version of the scene's edit. */
function originCells(origin: BlamedPassage['origin'], speaker: string | undefined): readonly string[] {
  switch (origin.type) {
    case 'person':
      return [oneLine(origin.by.name), 'typed it', dayOf(origin.time), `v${origin.version}`];
    case 'imported':
      return ['imported', 'read from a file', '', ''];
    case 'model':
      return [oneLine(origin.model), stepText(origin, speaker), dayOf(origin.steps[0]?.time), ''];
    case 'taken':
      return [oneLine(origin.model), `${oneLine(origin.by.name)} took it`, dayOf(origin.time), `v${origin.version}`];
    case 'edited': {
      const words = `${oneLine(origin.by.name)} changed it, ${origin.kept} of ${origin.kept + origin.own} words kept`;
      return [oneLine(origin.model), words, dayOf(origin.time), `v${origin.version}`];
    }
  }
}

/** The steps that gave the words: `Maya, put by the director`, `reviser: subtext …`. */
function stepText({ steps }: Extract<BlamedPassage['origin'], { readonly type: 'model' }>, speaker = ''): string {
  const [first, second] = steps;
  if (first === undefined) return 'not in the journal';
  // Several who are asked in one request each have lines of their own in the answer.
  const own = first.agent.split('+').find((name) => name.toUpperCase() === speaker) ?? first.agent;
  const by = second?.part === 'changed' ? `${own}, put by the ${second.agent}` : own;
  return oneLine(first.note === undefined ? by : `${by}: ${cut(first.note, 40)}`);
}

function dayOf(time: string | undefined): string {
  return time?.slice(0, 16).replace('T', ' ') ?? '';
}

/** Read `4`, `4:12`, `4:12-20`. @throws ScriptGenError `input/invalid` */
export function readPlace(asked: string): { readonly scene: string; readonly from: number; readonly to: number } {
  const [, scene = '', first, last] = /^([^:]+)(?::(\d+)(?:-(\d+))?)?$/.exec(asked.trim()) ?? [];
  if (scene === '') throw invalid(`'${oneLine(asked)}' names no scene`, 'for example: scriptgen blame 4:12-20');
  const from = first === undefined ? 1 : Number(first);
  const to = last === undefined ? (first === undefined ? Number.POSITIVE_INFINITY : from) : Number(last);
  if (to >= from) return { scene, from, to };
  throw invalid(`the lines ${from}-${to} run backwards`, `turn them around: ${scene}:${to}-${from}`);
}
