import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addDetect } from './detect.ts';
import { addImport } from './import.ts';
import { addList } from './list.ts';
import { addModelsPull } from './pull.ts';
import { addTest } from './test.ts';

/** `scriptgen models …`: which models there are, here and elsewhere, and whether they answer. */
export function addModels(program: Command, cli: Cli): void {
  const models = program
    .command('models')
    .summary('see, find and test language models: list, test, detect, import, pull')
    .description('See which language models can be asked, find those on this machine, and test whether they answer.');
  addList(models, cli);
  addTest(models, cli);
  addDetect(models, cli);
  addImport(models, cli);
  addModelsPull(models, cli);
}
