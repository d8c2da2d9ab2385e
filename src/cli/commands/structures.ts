import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Severity } from '../../core/note.ts';
import type { ProjectStructures, Structure } from '../../project.ts';
import {
  type Cli,
  type CommonFlags,
  colored,
  dataWidth,
  EXIT_FINDINGS,
  noteLines,
  print,
  printJson,
  type ScriptFlags,
  withProject,
} from '../cli.ts';
import { table } from '../format.ts';
import { oneOf, someText } from '../options.ts';
import { outlineLines } from '../outline-lines.ts';
import { cut, oneLine, wrap } from '../text.ts';

const SEVERITIES: readonly Severity[] = ['blocker', 'major', 'minor', 'info'];

interface CheckFlags extends ScriptFlags {
  readonly structure?: string;
  readonly failOn: Severity;
}

/** `scriptgen structures …`: where the turns of a story are expected, and where a script has them. */
export function addStructures(program: Command, cli: Cli): void {
  const structures = program
    .command('structures')
    .summary('look at story structures, and hold an outline against one')
    .description('Look at story structures, and hold the outline of a script against one. No model is asked.');
  structures
    .command('list')
    .description("List the structures: those that are shipped, and those of the project's structures.json.")
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const list = (await structuresFor(cli, flags)).list();
      if (flags.json) printJson(cli, 'structure', list);
      else print(cli, listLines(list, dataWidth(cli.io)));
    });
  structures
    .command('show')
    .description('Show the beats of a structure: where they are expected, as parts of the pages, and what must happen.')
    .argument('<id>', 'the structure: save-the-cat')
    .action(async (id: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const structure = (await structuresFor(cli, flags)).get(id);
      if (flags.json) printJson(cli, 'structure', [structure]);
      else print(cli, showLines(structure, dataWidth(cli.io)));
    });
  structures
    .command('check')
    .description(
      `Hold the outline of a script against a structure, and against all else that can be known before it is read: causes, plants, who knows what, threads, lengths. Exits ${EXIT_FINDINGS} when something is found that matters as much as --fail-on says.`,
    )
    .option('-s, --script <name>', 'script to check (default: the newest)', someText('--script'))
    .option(
      '--structure <id>',
      'structure to hold it against (default: the one it was planned by)',
      someText('--structure'),
    )
    .option('--fail-on <level>', 'exit 8 for what matters as much or more', oneOf('--fail-on', SEVERITIES), 'blocker')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CheckFlags>();
      await structuresFor(cli, flags);
      const report = await withProject(cli, { ...flags, detect: false }, (project) =>
        project.checkOutline(flags.script, flags.structure),
      );
      if (flags.json) printJson(cli, 'outline', [report]);
      else print(cli, outlineLines(report, { width: dataWidth(cli.io), color: colored(cli.io, cli.io.stdout, flags) }));
      const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(flags.failOn) + 1);
      if (report.notes.some(({ severity }) => worst.includes(severity))) cli.exit(EXIT_FINDINGS);
    });
}

/** The structures of the project; what is odd about its file goes to standard error. */
async function structuresFor(cli: Cli, flags: CommonFlags): Promise<ProjectStructures> {
  const structures = await cli.io.openStructures({ dir: resolve(cli.io.cwd, flags.project ?? '.') });
  const notes = structures.warnings.map((message) => ({ rule: 'config/note', severity: 'info' as const, message }));
  for (const line of noteLines(notes, colored(cli.io, cli.io.stderr, flags))) cli.io.stderr.write(`${line}\n`);
  return structures;
}

function listLines(list: readonly Structure[], width: number): readonly string[] {
  const rows = list.map(({ id, beats, name, source }) => [
    oneLine(id),
    String(beats.length),
    oneLine(name),
    oneLine(source),
  ]);
  return table([['structure', 'beats', 'name', 'where it is from'], ...rows], [1]).map((line) => cut(line, width));
}

function showLines({ id, name, source, beats, acts }: Structure, width: number): readonly string[] {
  const rows = beats.map(({ id: beat, from, to, sd, mustChange, optional, purpose }) => [
    oneLine(beat),
    from === to ? percent(from) : `${percent(from)}-${percent(to)}`,
    sd === undefined ? '' : `± ${Math.round(sd * 100)}`,
    [mustChange ? 'change' : '', optional ? 'optional' : ''].filter(Boolean).join(', '),
    oneLine(purpose),
  ]);
  const parts = acts.map((act) => `${oneLine(act.name)} to ${percent(act.to)}${act.endsOn ? '?' : ''}`);
  return [
    `${oneLine(name)}  (${oneLine(id)})`,
    ...(width === Number.POSITIVE_INFINITY ? [oneLine(source)] : wrap(oneLine(source), width)),
    ...(parts.length === 0 ? [] : [`acts: ${parts.join(', ')}`]),
    ...(rows.length === 0
      ? []
      : ['', ...table([['beat', 'pages', '', '', 'what must happen'], ...rows]).map((line) => cut(line, width))]),
  ];
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`;
}
