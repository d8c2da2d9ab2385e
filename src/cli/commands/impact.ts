import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Plan, Proposed } from '../../project.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { counted } from '../format.ts';
import { someText } from '../options.ts';
import { readPair } from '../pairs.ts';
import { planLines } from './plan.ts';

/** What `--set` says more of. */
interface About {
  readonly type: 'bible' | 'card';
  readonly name: string;
}

/** `scriptgen impact`: what a change would make stale, why, and what that would cost. Nothing is written or asked. */
export function addImpact(program: Command, cli: Cli): void {
  const asked = collect(cli);
  program
    .command('impact')
    .summary('show what a change would reach, before it is made')
    .description(
      'Show what a build would ask if these changes were made: scenes, reasons, calls, tokens, money. Nothing is written, and nothing asked. Several at once are one change; --set belongs to the --bible or --card before it, --after to --move, --file to --prompt.',
    )
    .option('--bible <entry>', 'an entry of the bible, of which --set says more', asked.about('bible'))
    .option('--card <scene>', 'a scene card, of which --set says more', asked.about('card'))
    .option('--set <field=text>', 'a field of it: voice="She answers with questions."', asked.set)
    .option('--move <scene>', 'a scene that would stand behind that of --after, or first', asked.move)
    .option('--after <scene>', 'where it would stand', asked.after)
    .option('--remove-card <scene>', 'a scene that would be taken out', asked.remove)
    .option('--model <role=model>', 'another model for a role, or for all: director=openai/gpt-5.5', asked.model)
    .option('--prompt <name>', 'a prompt that would have the text of --file', asked.prompt)
    .option('--file <path>', 'the text', asked.file)
    .option('--instruction <scene=text>', 'what the director would be told of a scene', asked.instruction)
    .option('-s, --script <name>', 'script to look at (default: the newest)', someText('--script'))
    .action(async (_own: object, command: Command) => {
      const { script, json, project: dir, color } = command.optsWithGlobals<ScriptFlags>();
      const changes = await asked.all();
      const flags = {
        ...(json === undefined ? {} : { json }),
        ...(dir === undefined ? {} : { project: dir }),
        ...(color === undefined ? {} : { color }),
      };
      const plan = await withProject(cli, flags, (project) => project.impact(changes, script));
      if (json) printJson(cli, 'plan', [plan]);
      else print(cli, impactLines(plan, dataWidth(cli.io)));
    });
}

/** An impact as lines: the plan, and how many of its scenes are stale already. */
export function impactLines(plan: Plan, width: number): readonly string[] {
  const already = plan.scenes.filter((scene) => scene.already).length;
  return [
    ...planLines(plan, width),
    ...(already === 0 ? [] : [`${counted(already, 'scene')} of these would be asked for without the change too.`]),
    'Nothing was changed.',
  ];
}

/** Reads flags in the order in which they are given: what one is about comes before what is to be said of it. */
function collect(cli: Cli) {
  const waiting: { set?: About; move?: string; prompt?: string } = {};
  const made: (() => Promise<Proposed>)[] = [];
  const add = (change: Proposed): void => void made.push(async () => change);
  const endMove = (after: string | null): void => {
    if (waiting.move === undefined)
      throw invalid('--after says where no scene moves', 'for example: --move 9 --after 4');
    add({ type: 'move', scene: waiting.move, after });
    delete waiting.move;
  };
  /** A move that says no more is one to the first place. */
  const next = (): void => {
    if (waiting.move !== undefined) endMove(null);
    if (waiting.prompt !== undefined)
      throw invalid(`--prompt ${waiting.prompt} has no text`, 'name its file: --file new.md');
  };
  return {
    about: (type: About['type']) => (name: string) => {
      next();
      waiting.set = { type, name };
      return name;
    },
    set: (text: string) => {
      const [field, value] = readPair('voice="Clipped."')(text);
      const { set } = waiting;
      if (set === undefined)
        throw invalid('--set says nothing of what', 'name it before: --bible maya --set voice="…"');
      if (set.type === 'bible') add({ type: 'entry', entry: set.name, field, value });
      else add({ type: 'set', scene: set.name, texts: [[field, value]] });
      return text;
    },
    move: (scene: string) => {
      next();
      waiting.move = scene;
      return scene;
    },
    after: (scene: string) => {
      endMove(scene);
      return scene;
    },
    remove: (scene: string) => {
      next();
      add({ type: 'remove', scene });
      return scene;
    },
    model: (text: string) => {
      next();
      const [, role, model = text] = /^(\w+)=(.+)$/.exec(text) ?? [];
      // A role that there is not is told by whoever knows them.
      add({ type: 'model', model, ...(role === undefined ? {} : { role: role as never }) });
      return text;
    },
    prompt: (name: string) => {
      next();
      waiting.prompt = name;
      return name;
    },
    file: (path: string) => {
      const { prompt } = waiting;
      if (prompt === undefined)
        throw invalid('--file is the text of no prompt', 'name it before: --prompt scene.direct --file new.md');
      delete waiting.prompt;
      made.push(async () => ({ type: 'prompt', prompt, text: await textOf(resolve(cli.io.cwd, path)) }));
      return path;
    },
    instruction: (text: string) => {
      next();
      const [, scene, told] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
      if (scene === undefined || told === undefined)
        throw invalid(`'${text}' is no scene=text`, 'for example: --instruction 9="Let her leave first."');
      add({ type: 'instruction', scene, text: told });
      return text;
    },
    all: async (): Promise<readonly Proposed[]> => {
      next();
      if (made.length === 0)
        throw invalid(
          'no change is named',
          'for example: scriptgen impact --bible maya --set voice.sentences="Clipped."',
        );
      return Promise.all(made.map((make) => make()));
    },
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw invalid(`there is no file ${path} that can be read`);
  }
}
