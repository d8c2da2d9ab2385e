import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { EjectedPrompt, ProjectPrompts, PromptFault, PromptSummary, RenderedStep } from '../../project.ts';
import { type Cli, type CommonFlags, EXIT_FINDINGS, type OpenFlags, print, printJson, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { formatCount, table } from '../format.ts';
import { DIALOGUE_FLAG, ORDER_FLAG, readDialogue, readOrder, someText } from '../options.ts';
import { oneLine, safeLines } from '../text.ts';

interface ShowFlags extends OpenFlags {
  readonly scene?: string;
  readonly script?: string;
}

/** `scriptgen prompts …`: what models are told, and a project's own words for it. */
export function addPrompts(program: Command, cli: Cli): void {
  const prompts = program
    .command('prompts')
    .summary('look at and change what models are told')
    .description(
      'Look at the prompts that models are given, see them as they are sent, and put your own in their place.',
    );
  const promptsFor = ({ project: dir }: CommonFlags): Promise<ProjectPrompts> =>
    cli.io.openPrompts({ dir: resolve(cli.io.cwd, dir ?? '.') });
  prompts
    .command('list')
    .description('List the prompts: whom they speak to, their version, and whether the text is shipped or your own.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const list = (await promptsFor(flags)).list();
      if (flags.json) printJson(cli, 'prompt', list);
      else print(cli, listLines(list));
    });
  prompts
    .command('show')
    .description('Show the text of a prompt or, with a scene, what is sent for it. Nothing is asked.')
    .argument('<name>', 'the prompt: scene.direct')
    .option('--scene <scene>', 'number or id of a scene: show the request as it is sent', someText('--scene'))
    .option('-s, --script <name>', 'script of the scene (default: the newest)', someText('--script'))
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .option(...DIALOGUE_FLAG, readDialogue)
    .option(...ORDER_FLAG, readOrder)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ShowFlags>();
      const text = await (await promptsFor(flags)).text(name);
      const { scene } = flags;
      if (scene !== undefined) return showSent(cli, name, { ...flags, scene });
      if (flags.json) printJson(cli, 'prompt', [{ name, text }]);
      else print(cli, [safeLines(text.trimEnd())]);
    });
  prompts
    .command('check')
    .description('Look for faults: variables, files and names that are not there, roles that nobody has.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const faults = (await promptsFor(flags)).check();
      if (flags.json) printJson(cli, 'fault', faults);
      else print(cli, faults.length === 0 ? ['The prompts are sound.'] : faults.map(faultLine));
      if (faults.length > 0) cli.exit(EXIT_FINDINGS);
    });
  prompts
    .command('eject')
    .description(
      "Copy shipped texts into the project's folder prompts, to be edited. Files that are there stay as they are.",
    )
    .argument('[names...]', 'the prompts: scene.direct')
    .option('--all', 'every prompt')
    .action(async (names: readonly string[], own: { readonly all?: boolean }, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const open = await promptsFor(flags);
      if (names.length === 0 && !own.all)
        throw invalid('no prompt named', 'for example: scriptgen prompts eject scene.direct');
      const ejected = await open.eject(own.all ? undefined : names);
      if (flags.json) printJson(cli, 'prompt', ejected);
      else print(cli, ejected.map(ejectedLine));
    });
}

async function showSent(cli: Cli, name: string, flags: ShowFlags & { readonly scene: string }): Promise<void> {
  const steps = await withProject(cli, flags, (project) => project.render(flags.scene, flags.script));
  const wanted = steps.filter(({ task }) => task === name);
  if (wanted.length === 0) throw notSent(name, flags.scene, steps);
  if (flags.json) printJson(cli, 'request', wanted);
  else print(cli, wanted.flatMap(sentLines));
}

function notSent(name: string, scene: string, steps: readonly RenderedStep[]): Error {
  const tasks = [...new Set(steps.map(({ task }) => task))];
  const isWaiting = name.startsWith('scene.') && steps.some(({ answered }) => !answered);
  return invalid(
    isWaiting
      ? `${oneLine(name)} is not known yet for scene ${oneLine(scene)}: it may follow from an answer that is not there`
      : `${oneLine(name)} is not asked for scene ${oneLine(scene)}`,
    `what is known for it: ${tasks.join(', ') || 'nothing'}`,
  );
}

function sentLines({ slot, model, answered, messages }: RenderedStep): readonly string[] {
  const state = answered ? 'asked before: a build takes the answer from the journal' : 'not asked yet';
  return [
    `=== ${oneLine(slot)}  ${oneLine(model)}  ${state}`,
    ...messages.flatMap(({ role, content }) => [`--- ${role}`, safeLines(content)]),
    '',
  ];
}

function listLines(list: readonly PromptSummary[]): readonly string[] {
  const rows = list.map(({ name, role, version, source, tokens }) => [
    name,
    role,
    version,
    source,
    `~${formatCount(tokens)}`,
  ]);
  return table([['prompt', 'role', 'version', 'text', 'tokens'], ...rows], [4]);
}

function faultLine({ file, line, message, hint }: PromptFault): string {
  return `${oneLine(file)}${line === undefined ? '' : `:${line}`}: ${oneLine(message)}. ${oneLine(hint)}`;
}

function ejectedLine({ name, path, state }: EjectedPrompt): string {
  return state === 'kept'
    ? `${oneLine(name)} was left as it is: ${oneLine(path)} is there already.`
    : `${oneLine(name)} copied to ${oneLine(path)}`;
}
