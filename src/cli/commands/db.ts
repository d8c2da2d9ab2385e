import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ProjectDatabase } from '../../project.ts';
import { type Cli, type CommonFlags, EXIT_FINDINGS, print, printJson } from '../cli.ts';
import { oneLine } from '../text.ts';

/** `scriptgen db …`: the database as a whole. */
export function addDb(program: Command, cli: Cli): void {
  const db = program
    .command('db')
    .summary('look after the database: check, backup, restore, migrate')
    .description('Look after the database of a project: the file in .scriptgen, or the Postgres at DATABASE_URL.');
  const databaseFor = ({ project: dir }: CommonFlags): Promise<ProjectDatabase> =>
    cli.io.openDatabase({ dir: resolve(cli.io.cwd, dir ?? '.'), env: cli.io.env });
  db.command('check')
    .description('Look for damage: in the file, in the history of every entry, in everything that must be readable.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const database = await databaseFor(flags);
      const findings = await database.check();
      if (flags.json) printJson(cli, 'finding', findings);
      else if (findings.length === 0) print(cli, [`${oneLine(database.name)} is sound.`]);
      else
        print(
          cli,
          findings.map(({ table, row, message }) => `${table} ${oneLine(row)}: ${oneLine(message)}`),
        );
      if (findings.length > 0) cli.exit(EXIT_FINDINGS);
    });
  db.command('backup')
    .description(
      'Write everything to one file. It can be restored into any database, so it is also the way to move to Postgres.',
    )
    .argument('<file>', 'where it goes: project.jsonl.gz')
    .action(async (file: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      await (await databaseFor(flags)).backup(resolve(cli.io.cwd, file));
      if (flags.json) printJson(cli, 'backup', [{ file }]);
      else print(cli, [`Backup in ${oneLine(file)}`]);
    });
  db.command('restore')
    .description('Fill an empty database from a backup: a new folder, or a new Postgres.')
    .argument('<file>', 'what scriptgen db backup wrote')
    .action(async (file: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const database = await databaseFor(flags);
      await database.restore(resolve(cli.io.cwd, file));
      if (flags.json) printJson(cli, 'restore', [{ file, database: database.name }]);
      else print(cli, [`Restored into ${oneLine(database.name)}`, 'See what is there: scriptgen scripts']);
    });
  db.command('migrate')
    .description('Bring the database to the format of this ScriptGen. Opening a project does so too.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const { from, to } = await (await databaseFor(flags)).migrate();
      if (flags.json) printJson(cli, 'migrate', [{ from, to }]);
      else print(cli, [from === to ? `Nothing to do: it has format ${to}.` : `From format ${from} to ${to}.`]);
    });
}
