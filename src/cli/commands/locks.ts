import type { Command } from 'commander';
import type { Marks, ScriptMarkup } from '../../project.ts';
import { AS, type ChangeFlags, changeOptions, REASON } from '../bible/flags.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { table } from '../format.ts';
import { someText } from '../options.ts';
import { cut, oneLine } from '../text.ts';

const SCRIPT = ['-s, --script <name>', 'script it is in (default: the newest)', someText('--script')] as const;
const SCENE = 'number of the scene, or its id';
const WHAT = 'lines of a scene (9:12-14), a scene (9), an act (act:2), or outline';

const EXAMPLES = `
Examples:
  scriptgen locks 9                          the scene with its lines numbered
  scriptgen lock 9:12-14 --reason "the line of the film"
  scriptgen lock act:1
  scriptgen unlock 9:12`;

/** `scriptgen lock`: keep something as it is. */
export function addLock(program: Command, cli: Cli): void {
  program
    .command('lock')
    .summary('lock lines, a scene, an act or the outline')
    .description('Lock something: no build, agent or merge changes it, and no edit, until it is unlocked.')
    .argument('<what>', WHAT)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const lock = await withMarkup(cli, flags, async (markup) => {
        const { id } = await markup.lock(what, changeOptions(flags));
        return (await markup.marks()).locks.find((one) => one.id === id);
      });
      if (flags.json) printJson(cli, 'lock', lock === undefined ? [] : [lock]);
      else print(cli, [`locked: ${oneLine(lock?.on ?? what)}`]);
    });
}

/** `scriptgen unlock`: let it be changed again. */
export function addUnlock(program: Command, cli: Cli): void {
  program
    .command('unlock')
    .summary('unlock what was locked')
    .description('Take locks away: what they were on can be changed again.')
    .argument('<what>', `${WHAT}; or the id of a lock`)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (what: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      const locks = await withMarkup(cli, flags, async (markup) => {
        const { locks: before } = await markup.marks();
        const gone = await markup.unlock(what, changeOptions(flags));
        return before.filter(({ id }) => gone.some((lock) => lock.id === id));
      });
      if (flags.json) printJson(cli, 'lock', locks);
      else
        print(
          cli,
          locks.map(({ on }) => `unlocked: ${oneLine(on)}`),
        );
    });
}

/** `scriptgen pin`: approve a scene. */
export function addPin(program: Command, cli: Cli): void {
  addSceneMark(program, cli, {
    name: 'pin',
    summary: 'approve a scene: builds leave it as it is',
    description: 'Approve a scene: no build writes it anew, also when it is stale, but build --scenes <n> --rewrite.',
    work: async (markup, scene, how) => void (await markup.pin(scene, how)),
  });
}

/** `scriptgen unpin`: let builds write it again. */
export function addUnpin(program: Command, cli: Cli): void {
  addSceneMark(program, cli, {
    name: 'unpin',
    summary: 'let builds write a pinned scene again',
    description: 'Take the approval of a scene back: it is written again when it is stale.',
    work: (markup, scene, how) => markup.unpin(scene, how),
  });
}

/** `scriptgen fine`: say of a stale scene that it is still fine. */
export function addFine(program: Command, cli: Cli): void {
  addSceneMark(program, cli, {
    name: 'fine',
    summary: 'say of a stale scene that it is still fine',
    description:
      'Say of a stale scene that it is still fine: builds leave it until anything else changes that it reads. With --undo it is stale again.',
    work: async (markup, scene, how, undo) =>
      undo ? markup.unmarkFine(scene, how) : void (await markup.markFine(scene, how)),
    undo: true,
  });
}

/** `scriptgen locks`: what people keep as it is. */
export function addLocks(program: Command, cli: Cli): void {
  program
    .command('locks')
    .summary('list what is locked, pinned and still fine')
    .description('List what is locked, pinned and still fine; of one scene, print its lines with their numbers.')
    .argument('[scene]', SCENE)
    .option(...SCRIPT)
    .action(async (scene: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      await withMarkup(cli, flags, async (markup) => {
        if (scene !== undefined) {
          const { lines, ...at } = await markup.lines(scene);
          if (flags.json) return printJson(cli, 'scene', [{ ...at, lines }]);
          return print(
            cli,
            lines.map(({ line, text, locked }) =>
              `${String(line).padStart(4)} ${locked ? '*' : ' '} ${oneLine(text)}`.trimEnd(),
            ),
          );
        }
        const marks = await markup.marks();
        if (flags.json) return printJson(cli, 'marks', [marks]);
        print(cli, markLines(marks, dataWidth(cli.io)));
      });
    });
}

interface SceneMark {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly work: (
    markup: ScriptMarkup,
    scene: string,
    how: ReturnType<typeof changeOptions>,
    undo: boolean,
  ) => Promise<void>;
  readonly undo?: true;
}

function addSceneMark(program: Command, cli: Cli, { name, summary, description, work, undo }: SceneMark): void {
  const command = program
    .command(name)
    .summary(summary)
    .description(description)
    .argument('<scene>', SCENE)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT);
  if (undo) command.option('--undo', 'take it back');
  command.action(async (scene: string, _own: object, self: Command) => {
    const flags = self.optsWithGlobals<ChangeFlags & { readonly undo?: boolean }>();
    const marks = await withMarkup(cli, flags, async (markup) => {
      await work(markup, scene, changeOptions(flags), flags.undo === true);
      return markup.marks();
    });
    if (flags.json) printJson(cli, 'marks', [marks]);
    else print(cli, markLines(marks, dataWidth(cli.io)));
  });
}

/** What people keep as it is, a line each: what, who, when, why. */
function markLines({ locks, pins, fines }: Marks, width: number): readonly string[] {
  const rows = [
    ...locks.map((lock) => ['locked', lock.on, lock] as const),
    ...pins.map((pin) => ['pinned', `scene ${pin.label ?? pin.number}`, pin] as const),
    ...fines.map(
      (fine) => [fine.holds ? 'still fine' : 'was fine', `scene ${fine.label ?? fine.number}`, fine] as const,
    ),
  ].map(([what, on, { by, time, reason }]) => [
    what,
    oneLine(on),
    oneLine(by.name),
    time.slice(0, 10),
    oneLine(reason),
  ]);
  if (rows.length === 0) return ['Nothing is locked, pinned or marked as still fine.'];
  return table(rows).map((line) => cut(line, width));
}

function withMarkup<T>(cli: Cli, flags: ScriptFlags, work: (markup: ScriptMarkup) => Promise<T>): Promise<T> {
  return withProject(cli, { ...flags, detect: false }, async (project) => work(await project.markup(flags.script)));
}
