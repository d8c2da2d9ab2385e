import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { checkWritable } from '../../document/index.ts';
import { type DraftOptions, fileName, type ProductionState, type ScriptProduction } from '../../project.ts';
import { AS, type ChangeFlags, changeOptions, REASON } from '../bible/flags.ts';
import { type Cli, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { makeFolder, putOut, tellNotes, writtenLine } from '../documents.ts';
import { counted } from '../format.ts';
import { oneOf, someText } from '../options.ts';
import { PAPERS } from '../print-flags.ts';
import { oneLine } from '../text.ts';

/** Those of its own: the program has a --color too, which is about the terminal. */
interface DraftFlags {
  readonly color?: string;
  readonly paper?: (typeof PAPERS)[number];
  readonly date?: string;
}

interface PagesFlags extends ScriptFlags {
  readonly out?: string;
  readonly force?: boolean;
}

const SCRIPT = ['-s, --script <name>', 'script (default: the newest)', someText('--script')] as const;
const DATE = ['--date <text>', 'date, as it is to stand in the headers of the pages', someText('--date')] as const;

const EXAMPLES = `
Examples:
  scriptgen draft lock --color white
  scriptgen bible set maya want "To keep the lamp lit." && scriptgen build
  scriptgen draft pages --out blue
  scriptgen draft issue --date "26 November 2026"`;

/** `scriptgen draft …`: scripts in production, whose changes are revisions on coloured pages. */
export function addDraft(program: Command, cli: Cli): void {
  const draft = program
    .command('draft')
    .summary('lock a draft for production; later changes are revisions on coloured pages')
    .description(
      'Lock a draft for production. From then on scenes keep their numbers (a new one is 10A, one that is gone is OMITTED), pages keep theirs (what grows goes to A-pages), and whatever is built or edited is a revision with asterisks, on pages of the next colour.',
    )
    .addHelpText('after', EXAMPLES);
  draft
    .command('lock')
    .description('Lock the script as it stands: number its scenes and fix its pages.')
    .option('--color <name>', 'paper of this draft (default: white); the next round has the colour after it')
    .option('--paper <name>', 'page that the labels hold on: us, a4 or finaldraft', oneOf('--paper', PAPERS))
    .option(...DATE)
    .option(...SCRIPT)
    .option(...AS)
    .option(...REASON)
    .action((_own: object, command: Command) =>
      change(cli, command, (production, flags, how) => {
        const { color, paper: profile } = flags;
        return production.lock({
          ...how,
          ...(color === undefined ? {} : { color }),
          ...(profile === undefined ? {} : { profile }),
        });
      }),
    );
  draft
    .command('issue')
    .description('Hand the open round of changes out: lock its pages, and begin the next colour with the next change.')
    .option(...DATE)
    .option(...SCRIPT)
    .option(...AS)
    .option(...REASON)
    .action((_own: object, command: Command) => change(cli, command, (production, _, how) => production.issue(how)));
  draft
    .command('unlock')
    .description('Take the script out of production: no numbers, no marks. "scriptgen undo" brings it back.')
    .option(...SCRIPT)
    .option(...AS)
    .option(...REASON)
    .action((_own: object, command: Command) => change(cli, command, (production, _, how) => production.unlock(how)));
  draft
    .command('list')
    .description('List what was handed out, and what the open round would change.')
    .option(...SCRIPT)
    .action((_own: object, command: Command) => change(cli, command, (production) => production.state()));
  draft
    .command('pages')
    .description(
      'Write the pages of the open round by themselves as a PDF, and the script with its revisions for Final Draft.',
    )
    .option('-o, --out <folder>', 'folder for the files (default: the working directory)', someText('--out'))
    .option('--force', 'replace files that are there')
    .option(...SCRIPT)
    .action((_own: object, command: Command) => writePages(cli, command.optsWithGlobals<PagesFlags>()));
}

async function change(
  cli: Cli,
  command: Command,
  work: (production: ScriptProduction, flags: DraftFlags, how: DraftOptions) => Promise<ProductionState>,
): Promise<void> {
  const flags = command.optsWithGlobals<ChangeFlags>();
  const own = command.opts<DraftFlags>();
  const { date } = own;
  const how = { ...changeOptions(flags), ...(date === undefined ? {} : { date }) };
  const state = await withProject(cli, { ...flags, detect: false }, async (project) =>
    work(await project.production(flags.script), own, how),
  );
  if (flags.json) printJson(cli, 'production', [state]);
  else print(cli, stateLines(state));
}

/** What was handed out, a line each, and what is open. */
function stateLines({ issues, open }: ProductionState): readonly string[] {
  if (issues.length === 0) return ['not in production'];
  const handed = issues.map(({ name, date, by, time }) =>
    [name, date, `by ${by.name}`, time.slice(0, 10)]
      .filter((part) => part !== undefined)
      .map(oneLine)
      .join('  '),
  );
  if (open === undefined) return [...handed, 'nothing has changed since'];
  const { name, pages, added, omitted } = open;
  const scenes = [
    added.length === 0 ? '' : `new: ${added.join(', ')}`,
    omitted.length === 0 ? '' : `omitted: ${omitted.join(', ')}`,
  ].filter((part) => part !== '');
  return [...handed, [`${name} is open: ${counted(pages.length, 'page')} (${pages.join(', ')})`, ...scenes].join('; ')];
}

async function writePages(cli: Cli, flags: PagesFlags): Promise<void> {
  const { out = '.', force = false } = flags;
  const { printPagesAs } = await import('../production-files.ts');
  const files = await withProject(cli, { ...flags, detect: false }, async (project) => {
    const name = fileName(await project.getScript(flags.script));
    return printPagesAs(name, await (await project.production(flags.script)).pages());
  });
  if (flags.out !== undefined) makeFolder(resolve(cli.io.cwd, out), out);
  const named = files.map((file) => ({ ...file, out: join(out, file.name) }));
  for (const { out: path } of named) await checkWritable(resolve(cli.io.cwd, path), { force, name: path });
  const written = [];
  for (const { out: path, format, printed } of named) {
    written.push(await putOut(cli, { printed, out: path, input: '', format, force }));
    tellNotes(cli, printed.notes, { flags });
  }
  if (flags.json) printJson(cli, 'written', written);
  else print(cli, written.map(writtenLine));
}
