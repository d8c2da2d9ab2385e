import type { Command } from 'commander';
import type { ScriptBranches } from '../../project.ts';
import { AS, namesOf } from '../bible/flags.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import type { CliProject } from '../io.ts';
import { listOf, someText } from '../options.ts';
import { branchDiffLines, branchLines, mergeLines } from './lines.ts';

interface BranchFlags extends ScriptFlags {
  readonly as?: string;
  readonly from?: string;
  readonly into?: string;
  readonly take?: readonly string[];
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

const SCRIPT = [
  '-s, --script <name>',
  'script whose branches they are (default: the newest)',
  someText('--script'),
] as const;
const NAME = 'name of a branch; main is the script itself';

/** `scriptgen branch`: what-if versions of a script. */
export function addBranch(program: Command, cli: Cli): void {
  const branch = program
    .command('branch')
    .summary('try what-if versions of a script')
    .description('What-if versions of a script: bible, cards and edits. A branch costs only what it changes.');
  addList(branch, cli);
  addCreate(branch, cli);
  addSwitch(branch, cli);
  addDiff(branch, cli);
  addMerge(branch, cli);
  addRemove(branch, cli);
}

function addList(branch: Command, cli: Cli): void {
  branch
    .command('list', { isDefault: true })
    .description('List the branches of a script.')
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<BranchFlags>();
      const branches = await withBranches(cli, flags, (open) => open.list());
      if (flags.json) printJson(cli, 'branch', branches);
      else print(cli, branchLines(branches, dataWidth(cli.io)));
    });
}

function addCreate(branch: Command, cli: Cli): void {
  branch
    .command('create')
    .description('Make a branch: all that the script is now, under a name of its own.')
    .argument('<name>', 'letters, digits, hyphens: maya-wants-out')
    .option('--from <branch>', 'what it is made from (default: the current branch)', someText('--from'))
    .option('--switch', 'switch to it')
    .option(...AS)
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<BranchFlags & { readonly switch?: boolean }>();
      const made = await withBranches(cli, flags, async (open) => {
        const { from } = flags;
        const one = await open.create(name, { ...(from === undefined ? {} : { from }), ...authorOf(flags) });
        return flags.switch ? open.switch(name) : one;
      });
      if (flags.json) return printJson(cli, 'branch', [made]);
      print(cli, [
        `Branch ${made.name} of ${made.of ?? 'main'}: everything in it is as it was, and costs nothing.`,
        made.isCurrent
          ? `It is meant from now on; back with: scriptgen branch switch main`
          : `Work on it with --script ${made.script.slug}, or after: scriptgen branch switch ${made.name}`,
      ]);
    });
}

function addSwitch(branch: Command, cli: Cli): void {
  branch
    .command('switch')
    .description('Say which branch is meant where only the script is named, or nothing.')
    .argument('<name>', NAME)
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<BranchFlags>();
      const now = await withBranches(cli, flags, (open) => open.switch(name));
      if (flags.json) printJson(cli, 'branch', [now]);
      else print(cli, [`${now.name} is meant from now on (${now.script.slug}).`]);
    });
}

function addDiff(branch: Command, cli: Cli): void {
  branch
    .command('diff')
    .description(
      'Show what differs between a branch and what it was made from, or between two, and which scenes that reaches. Asks nothing.',
    )
    .argument('[from]', `${NAME} (default: the current one)`)
    .argument('[to]', NAME)
    .option(...SCRIPT)
    .action(async (from: string | undefined, to: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<BranchFlags>();
      await withProject(cli, { ...flags }, async (project) => {
        const diff = await (await project.branches(flags.script)).diff(from, to);
        if (flags.json) return printJson(cli, 'branch-diff', [diff]);
        print(cli, branchDiffLines(diff, await namesIn(project, diff.script.id), dataWidth(cli.io)));
      });
    });
}

function addMerge(branch: Command, cli: Cli): void {
  branch
    .command('merge')
    .description(
      'Put what changed in a branch into what it was made from: field by field, edits block by block, as one change that can be undone.',
    )
    .argument('<name>', NAME)
    .option('--into <branch>', 'what it is merged into (default: what it was made from)', someText('--into'))
    .option(
      '--take <side:what>',
      'where both changed the same: theirs:MAYA.want, ours:sc14, theirs (of all); theirs is what is merged',
      listOf(someText('--take')),
    )
    .option('--dry-run', 'only show what it would do')
    .option(...AS)
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<BranchFlags>();
      const { into, take, dryRun = false } = flags;
      await withProject(cli, { ...flags, detect: false }, async (project) => {
        const open = await project.branches(flags.script);
        const merged = await open.merge(name, {
          ...(into === undefined ? {} : { into }),
          ...(take === undefined ? {} : { take }),
          ...{ dryRun, ...authorOf(flags) },
        });
        if (flags.json) return printJson(cli, 'merge', [merged]);
        print(cli, mergeLines(merged, await namesIn(project, merged.script.id), dryRun));
      });
    });
}

function addRemove(branch: Command, cli: Cli): void {
  branch
    .command('rm')
    .description('Take a branch away. What it asked stays paid for.')
    .argument('<name>', NAME)
    .option('--force', 'also when something in it was not merged')
    .option(...AS)
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<BranchFlags>();
      const how = { force: flags.force === true, ...authorOf(flags) };
      const gone = await withBranches(cli, flags, (open) => open.remove(name, how));
      if (flags.json) printJson(cli, 'branch', [gone]);
      else print(cli, [`Branch ${gone.name} was taken away.`]);
    });
}

function withBranches<T>(cli: Cli, flags: BranchFlags, work: (open: ScriptBranches) => Promise<T>): Promise<T> {
  return withProject(cli, { ...flags, detect: false }, async (project) => work(await project.branches(flags.script)));
}

/** What ids stand for in a script. */
async function namesIn(project: CliProject, script: string): Promise<(id: string) => string> {
  return namesOf(await project.bible(script));
}

function authorOf({ as: author }: BranchFlags): { readonly author?: string } {
  return author === undefined ? {} : { author };
}
