import type { Command } from 'commander';
import { nearest } from '../../core/nearest.ts';
import type { ProfileName } from '../../screenplay/layout/profile.ts';
import type { Screenplay } from '../../screenplay/tree.ts';
import { type Cli, type CommonFlags, printJson } from '../cli.ts';
import { INPUT, readScript, tellNotes } from '../documents.ts';
import { invalid } from '../failure.ts';
import { oneOf } from '../options.ts';
import { PAPERS } from '../print-flags.ts';
import { printRows, TABLES, type TableName } from '../rows.ts';
import { oneLine } from '../text.ts';

interface ReportFlags extends CommonFlags {
  readonly format: TableName;
  readonly paper: ProfileName;
}

const KINDS = ['scenes', 'cast', 'locations', 'dialogue', 'schedule'] as const;
type Kind = (typeof KINDS)[number];

/** A report: its rows, what JSON Lines call one of them, and how they are printed. */
interface Report {
  readonly type: string;
  readonly rows: readonly object[];
  readonly print: (format: TableName) => string;
}

const EXAMPLES = `
Examples:
  scriptgen report script.fountain
  scriptgen report script.fountain dialogue MARA
  scriptgen report script.fdx schedule --format csv > schedule.csv`;

/** `scriptgen report`: what production asks of a script. */
export function addReport(program: Command, cli: Cli): void {
  program
    .command('report')
    .summary('list scenes, cast, locations, speeches, schedule')
    .description('List what production asks of a script. Lengths are in eighths of a page.')
    .argument('<file>', INPUT)
    .argument('[kind]', `${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)}`, oneOf('report', KINDS), 'scenes')
    .argument('[name]', 'whose dialogue')
    .option('--format <name>', 'table, csv or json', oneOf('--format', TABLES), 'table')
    .option('--paper <name>', 'us, a4, or finaldraft (its own page)', oneOf('--paper', PAPERS), 'us')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, kind: Kind, name: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ReportFlags>();
      checkName(kind, name);
      const { screenplay, notes } = await readScript(cli, file);
      tellNotes(cli, notes, { name: file, flags });
      const report = await reportOf(screenplay, { kind, name: name ?? '', profile: flags.paper });
      if (flags.json) printJson(cli, report.type, report.rows);
      else printRows(cli, report.print(flags.format), { format: flags.format, wrapped: kind === 'dialogue' });
    });
}

function checkName(kind: Kind, name: string | undefined): void {
  if (kind === 'dialogue' && (name ?? '').trim() === '')
    throw invalid('nobody is named', 'for example: scriptgen report script.fountain dialogue MARA');
  if (kind !== 'dialogue' && name !== undefined)
    throw invalid(`a report on ${kind} takes no name`, 'only dialogue does: scriptgen report <file> dialogue <name>');
}

interface Asked {
  readonly kind: Kind;
  readonly name: string;
  readonly profile: ProfileName;
}

async function reportOf(script: Screenplay, { kind, name, profile }: Asked): Promise<Report> {
  switch (kind) {
    case 'scenes': {
      const { printSceneReport, sceneReport } = await import('../../screenplay/report/scene-report.ts');
      const rows = sceneReport(script, { profile });
      return { type: 'scene', rows, print: (format) => printSceneReport(rows, format) };
    }
    case 'cast': {
      const { castReport, printCastReport } = await import('../../screenplay/report/cast-report.ts');
      const rows = castReport(script, { profile });
      return { type: 'cast', rows, print: (format) => printCastReport(rows, format) };
    }
    case 'locations': {
      const { locationReport, printLocationReport } = await import('../../screenplay/report/location-report.ts');
      const rows = locationReport(script, { profile });
      return { type: 'location', rows, print: (format) => printLocationReport(rows, format) };
    }
    case 'dialogue': {
      const { dialogueReport, printDialogueReport } = await import('../../screenplay/report/dialogue-report.ts');
      const rows = dialogueReport(script, name, { profile });
      if (rows.length === 0) throw await nobody(script, name);
      return { type: 'speech', rows, print: (format) => printDialogueReport(rows, format) };
    }
    case 'schedule': {
      const { oneLineSchedule, printSchedule } = await import('../../screenplay/report/one-line-schedule.ts');
      const rows = oneLineSchedule(script, { profile });
      return { type: 'schedule', rows, print: (format) => printSchedule(rows, format) };
    }
  }
}

/** Nobody of that name speaks: say who does. */
async function nobody(script: Screenplay, name: string): Promise<Error> {
  const { castReport } = await import('../../screenplay/report/cast-report.ts');
  const names = castReport(script).map(({ character }) => oneLine(character));
  const near = nearest(name.toUpperCase(), names);
  const others =
    names.length === 0 ? 'nobody speaks in this script' : `who speaks most: ${names.slice(0, 5).join(', ')}`;
  return invalid(`nobody called ${oneLine(name)} speaks`, near === undefined ? others : `did you mean ${near}?`);
}
