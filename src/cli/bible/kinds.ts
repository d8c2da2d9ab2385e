import type { Command } from 'commander';
import type { Kind } from '../../project.ts';
import type { ScriptFlags } from '../cli.ts';
import { type Cli, dataWidth, print, printJson } from '../cli.ts';
import { table } from '../format.ts';
import { cut, oneLine } from '../text.ts';
import { SCRIPT, withBible } from './flags.ts';

/** `scriptgen bible kinds`: what entries there can be, and their fields. */
export function addKinds(bible: Command, cli: Cli): void {
  bible
    .command('kinds')
    .description("List the kinds of entries with their fields: built in, and the project's own of scriptgen.json.")
    .argument('[kind]', 'only this one')
    .option(...SCRIPT)
    .action(async (name: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const kinds = await withBible(cli, flags, async (open) =>
        name === undefined ? [...open.kinds.values()] : [open.kind(name)],
      );
      if (flags.json) printJson(cli, 'kind', kinds.map(asJson));
      else
        print(
          cli,
          kinds.flatMap((kind) => kindLines(kind, dataWidth(cli.io))),
        );
    });
}

function asJson({ name, prefix, description, jsonSchema }: Kind): object {
  return { name, prefix, description, schema: jsonSchema };
}

function kindLines({ name, prefix, description, fields }: Kind, width: number): readonly string[] {
  const rows = fields.map((field) => [
    `  ${field.name}`,
    [...(field.secret ? ['secret'] : []), ...(field.locked ? ['locked'] : [])].join(', '),
    oneLine(field.description),
  ]);
  return [`${name} (${prefix}_…)  ${oneLine(description)}`, ...table(rows)].map((line) => cut(line, width));
}
