import type { Command } from 'commander';
import { type Cli, type CommonFlags, printJson } from '../cli.ts';
import { INPUT, readScript, tellNotes } from '../documents.ts';
import { oneOf } from '../options.ts';
import { printRows, TABLES, type TableName } from '../rows.ts';

interface MeasureFlags extends CommonFlags {
  readonly format: TableName;
  readonly characters?: true;
}

const EXAMPLES = `
Examples:
  scriptgen measure script.fountain
  scriptgen measure script.fdx --characters --format csv > characters.csv`;

/** `scriptgen measure`: what can be counted in a script, beside produced features. */
export function addMeasure(program: Command, cli: Cli): void {
  program
    .command('measure')
    .summary('count what can be counted in a script')
    .description('Count what can be counted in a script, beside 77 produced features. No model is asked.')
    .argument('<file>', INPUT)
    .option('--format <name>', 'table, csv or json', oneOf('--format', TABLES), 'table')
    .option('--characters', 'show the characters alone')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<MeasureFlags>();
      const { screenplay, notes } = await readScript(cli, file);
      tellNotes(cli, notes, { name: file, flags });
      const { measureScreenplay } = await import('../../screenplay/measure/measure.ts');
      const { printCharacters, printMeasurement } = await import('../../screenplay/measure/print.ts');
      const measurement = measureScreenplay(screenplay);
      if (flags.json && flags.characters) return printJson(cli, 'character', measurement.characters);
      if (flags.json) return printJson(cli, 'measurement', [measurement]);
      const text = (flags.characters ? printCharacters : printMeasurement)(measurement, flags.format);
      printRows(cli, text, { format: flags.format });
    });
}
