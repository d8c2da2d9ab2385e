import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ImportSource } from '../../project.ts';
import { type Cli, type CommonFlags, printJson } from '../cli.ts';
import { invalid } from '../failure.ts';
import { oneOf } from '../options.ts';
import { oneLine, safeLines } from '../text.ts';
import { modelsFor } from './flags.ts';

/** The tools whose configuration can be read; named here so that the help loads no project. */
const TOOLS: readonly ImportSource[] = ['opencode', 'litellm', 'continue', 'zed'];

interface ImportFlags extends CommonFlags {
  readonly from?: ImportSource;
  readonly to: 'user' | 'project';
  readonly write?: boolean;
}

/** `scriptgen models import`: the models of another tool. */
export function addImport(models: Command, cli: Cli): void {
  models
    .command('import')
    .description(
      "Make a models.json of another tool's configuration. Keys are never copied: they become {env:NAME}. Prints it; --write keeps it.",
    )
    .argument('<file>', 'opencode.json, config.yaml of LiteLLM or Continue, settings.json of Zed')
    .option('--from <tool>', `whose file it is: ${TOOLS.join(', ')}`, oneOf('--from', TOOLS))
    .option(
      '--to <whose>',
      "user (your own models.json) or project (the project's)",
      oneOf('--to', ['user', 'project']),
      'user',
    )
    .option('--write', 'lay it under the models.json that is there')
    .action(async (file: string, _own: object, command: Command) => {
      const { from, to, write = false, ...flags } = command.optsWithGlobals<ImportFlags>();
      if (from === undefined) throw invalid('whose configuration is it?', `say --from ${TOOLS.join(', --from ')}`);
      const made = await (await modelsFor(cli, flags)).import(resolve(cli.io.cwd, file), { from, to, write });
      for (const remark of made.remarks) cli.io.stderr.write(`note: ${oneLine(remark)}\n`);
      if (flags.json) printJson(cli, 'models', [made]);
      else cli.io.stdout.write(made.written ? `Written to ${oneLine(made.file)}\n` : safeLines(made.text));
      if (!made.written) cli.io.stderr.write(`Nothing is written: --write lays it under ${oneLine(made.file)}\n`);
    });
}
