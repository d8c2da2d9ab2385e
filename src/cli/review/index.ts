import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Decision, ORIGINS } from '../../project.ts';
import { type Cli, colored, dataWidth, print, printJson } from '../cli.ts';
import { invalid } from '../failure.ts';
import { paintFor } from '../format.ts';
import { oneOf, someText } from '../options.ts';
import { askAll } from './ask.ts';
import { AS, changeOptions, ID, type ReviewFlags, SCENE, SCRIPT, scopeOptions, withReview } from './flags.ts';
import { hunkLines, proposalTable } from './hunk-lines.ts';
import { reportLines } from './report-lines.ts';

const EXAMPLES = `
Decisions are kept as they are made; nothing changes before they are applied, and one undo takes that back.

Examples:
  scriptgen review
  scriptgen review list
  scriptgen review accept pr_1a2b#1 pr_1a2b#3
  scriptgen review edit pr_1a2b#2 --file mine.fountain
  scriptgen review apply`;

/** `scriptgen review`: decide about what is proposed, change by change. */
export function addReview(program: Command, cli: Cli): void {
  const review = program
    .command('review')
    .summary('decide about what is proposed, change by change: list, show, accept, reject, edit, apply')
    .description('Decide about what is proposed, one change at a time, at a terminal; elsewhere list it.')
    .option(...SCENE)
    .option('--origin <what>', `only what is from ${ORIGINS.join(', ')}`, oneOf('--origin', ORIGINS))
    .option(...AS)
    .option(...SCRIPT)
    .addHelpText('after', EXAMPLES)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ReviewFlags>();
      const { stdin, stdout } = cli.io;
      if (flags.json || stdin.isTTY !== true || stdout.isTTY !== true) return list(cli, flags);
      await withReview(cli, flags, (open) => askAll(cli, open, { scope: scopeOptions(flags), flags }));
    });
  addReading(review, cli);
  addDeciding(review, cli);
  addApply(review, cli);
}

function addReading(review: Command, cli: Cli): void {
  review
    .command('list')
    .description('List what is proposed, and what was decided about it.')
    .option(...SCENE)
    .option('--origin <what>', `only what is from ${ORIGINS.join(', ')}`, oneOf('--origin', ORIGINS))
    .option(...SCRIPT)
    .action((_own: object, command: Command) => list(cli, command.optsWithGlobals<ReviewFlags>()));
  review
    .command('show')
    .description('Show the changes of a proposal, word by word.')
    .argument('<id>', ID)
    .option(...SCRIPT)
    .action(async (id: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ReviewFlags>();
      const proposal = await withReview(cli, flags, (open) => open.show(id));
      const named = proposal.hunks.filter((hunk) => !id.includes('#') || hunk.id.endsWith(id.slice(id.indexOf('#'))));
      if (flags.json) return printJson(cli, 'proposal', [{ ...proposal, hunks: named }]);
      const color = colored(cli.io, cli.io.stdout, flags);
      const style = { paint: paintFor(color), color };
      print(
        cli,
        named.flatMap((hunk, at) => [...(at === 0 ? [] : ['']), ...hunkLines(proposal, hunk, style)]),
      );
    });
}

async function list(cli: Cli, flags: ReviewFlags): Promise<void> {
  const proposals = await withReview(cli, flags, (open) => open.list(scopeOptions(flags)));
  if (flags.json) printJson(cli, 'proposal', proposals);
  else print(cli, proposalTable(proposals, dataWidth(cli.io)));
}

function addDeciding(review: Command, cli: Cli): void {
  const decide = async (ids: readonly string[], decision: Decision, flags: ReviewFlags): Promise<void> => {
    const marked = await withReview(cli, flags, (open) => open.mark(ids, decision, changeOptions(flags)));
    if (flags.json) return printJson(cli, 'change', marked);
    if (marked.length === 0) return print(cli, ['Nothing of that can be decided so: it is stale or locked.']);
    const lines = marked.map(({ id, mark }) => `${id}  ${mark?.decision ?? 'undecided'}`);
    print(cli, [...lines, 'Nothing is applied yet: scriptgen review apply']);
  };
  const ways = [
    ['accept', { decision: 'accept' }, 'Accept changes, or all of a proposal that can be accepted.'],
    ['reject', { decision: 'reject' }, 'Reject changes, or all of a proposal.'],
    ['leave', { decision: 'undecided' }, 'Take decisions back that are not applied yet.'],
  ] as const;
  for (const [name, decision, description] of ways)
    review
      .command(name)
      .description(description)
      .argument('<ids...>', ID)
      .option(...AS)
      .option(...SCRIPT)
      .action((ids: readonly string[], _own: object, command: Command) =>
        decide(ids, decision, command.optsWithGlobals<ReviewFlags>()),
      );
  review
    .command('edit')
    .description('Accept a change with a text of your own in its place.')
    .argument('<id>', 'a change: pr_1a2b#3')
    .requiredOption('--file <file>', 'what is to stand there, as Fountain; of a field, its text', someText('--file'))
    .option(...AS)
    .option(...SCRIPT)
    .action(async (id: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ReviewFlags & { readonly file: string }>();
      await decide([id], { decision: 'edit', text: await readText(cli, flags.file) }, flags);
    });
}

async function readText({ io }: Cli, file: string): Promise<string> {
  try {
    return await readFile(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw invalid(`${file} cannot be read (${code})`, 'name a file with what is to stand there: --file mine.fountain');
  }
}

function addApply(review: Command, cli: Cli): void {
  review
    .command('apply')
    .description('Apply what was decided, as one change: scriptgen undo takes it back.')
    .argument('[proposal]', 'only of this proposal')
    .option(...SCENE)
    .option('-r, --reason <text>', 'why, for the log', someText('--reason'))
    .option(...AS)
    .option(...SCRIPT)
    .action(async (proposal: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ReviewFlags>();
      const scope = { ...scopeOptions(flags), ...(proposal === undefined ? {} : { proposal }) };
      const report = await withReview(cli, flags, (open) => open.apply(scope, changeOptions(flags)));
      if (flags.json) printJson(cli, 'review', [report]);
      else print(cli, reportLines(report));
    });
}
