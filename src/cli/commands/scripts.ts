import type { Command } from 'commander';
import { type Cli, type CommonFlags, dataWidth, print, printJson, withProject } from '../cli.ts';
import { formatCount, table } from '../format.ts';
import { cut, oneLine } from '../text.ts';

/** `scriptgen scripts`: the scripts of the project. */
export function addScripts(program: Command, cli: Cli): void {
  program
    .command('scripts')
    .summary('list the scripts of the project')
    .description('List the scripts of the project, oldest first.')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const scripts = await withProject(cli, { ...flags, detect: false }, (project) => project.listScripts());
      if (flags.json) return printJson(cli, 'script', scripts);
      if (scripts.length === 0) return print(cli, ['No scripts yet. Begin with: scriptgen write "<logline>"']);
      const rows = scripts.map(({ slug, format, scenes, title }) => [
        slug,
        format,
        formatCount(scenes),
        oneLine(title),
      ]);
      const lines = table([['script', 'format', 'scenes', 'title'], ...rows], [2]);
      print(
        cli,
        lines.map((line) => cut(line, dataWidth(cli.io))),
      );
    });
}
