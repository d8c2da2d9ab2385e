import type { Command } from 'commander';
import type { LocalModels } from '../../project.ts';
import { type Cli, type CommonFlags, dataWidth, print, printJson } from '../cli.ts';
import { formatCount, table } from '../format.ts';
import { cut, oneLine } from '../text.ts';
import { modelsFor } from './flags.ts';

/** `scriptgen models detect`: model servers and files on this machine. */
export function addDetect(models: Command, cli: Cli): void {
  models
    .command('detect')
    .description(
      'Look for model servers (Ollama, LM Studio, llama-server, GPT4All) and GGUF files on this machine. Sends nothing but the question.',
    )
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags>();
      const found = await (await modelsFor(cli, flags)).detect();
      if (flags.json) {
        printJson(cli, 'server', found.servers);
        printJson(
          cli,
          'file',
          found.files.map((file) => ({ file })),
        );
      } else print(cli, detectLines(found, dataWidth(cli.io)));
    });
}

/** What was found, a line a model. */
export function detectLines({ servers, files }: LocalModels, width: number): readonly string[] {
  if (servers.length === 0 && files.length === 0)
    return ['No model server and no GGUF file found. Start one, and name it: scriptgen write … --model ollama/<name>'];
  const rows = [
    ...servers.flatMap(({ provider, baseURL, version = '', models }) =>
      (models.length === 0 ? [{ id: '(no models)' }] : models).map((model) => [
        oneLine(`${provider}/${model.id}`),
        'context' in model && model.context !== undefined ? formatCount(model.context) : '-',
        baseURL,
        oneLine(version),
      ]),
    ),
    ...files.map((file) => ['GGUF', '-', oneLine(file), '']),
  ];
  return table([['model', 'context', 'where', 'version'], ...rows], [1]).map((line) => cut(line, width));
}
