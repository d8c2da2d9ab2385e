import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Disclosure, printDisclosure } from '../../project.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { formatCount, table } from '../format.ts';
import { oneOf, someText } from '../options.ts';
import { cut, oneLine } from '../text.ts';

const SCRIPT = ['-s, --script <name>', 'script that is meant (default: the newest)', someText('--script')] as const;
const OUT = ['-o, --out <file>', 'write it there (default: standard output)', someText('--out')] as const;
const FORMATS = ['text', 'json', 'md'] as const;

interface OutFlags extends ScriptFlags {
  readonly out?: string;
  readonly format?: (typeof FORMATS)[number];
}

/** `scriptgen provenance`: where everything in a script comes from. */
export function addProvenance(program: Command, cli: Cli): void {
  program
    .command('provenance')
    .summary('tell where everything in a script comes from')
    .description('Tell where everything in a script comes from.')
    .command('export')
    .description(
      'Write it as one JSON file: of every passage who or what wrote it; of every scene the steps, models, prompt and bible versions, and money. Its schema is config/provenance.schema.json.',
    )
    .option(...OUT)
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<OutFlags>();
      const told = await withProject(cli, { ...flags, detect: false }, (project) => project.provenance(flags.script));
      await put(cli, flags, `${JSON.stringify(told, null, 2)}\n`);
    });
}

/** `scriptgen disclosure`: how much of a script is people's, machines', or both. */
export function addDisclosure(program: Command, cli: Cli): void {
  program
    .command('disclosure')
    .summary('count what people and what machines wrote')
    .description(
      'Count what people wrote, what machines wrote, and what people changed of that, scene by scene, with the method and the models named.',
    )
    .option('-f, --format <format>', 'text, json, or md: a page to be filed', oneOf('--format', FORMATS), 'text')
    .option(...OUT)
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<OutFlags>();
      const told = await withProject(cli, { ...flags, detect: false }, (project) => project.disclosure(flags.script));
      if (flags.json && flags.out === undefined) return printJson(cli, 'disclosure', [told]);
      if (flags.format === 'json' || flags.json) return put(cli, flags, `${JSON.stringify(told, null, 2)}\n`);
      if (flags.format === 'md') return put(cli, flags, printDisclosure(told));
      const lines = disclosureLines(told, dataWidth(cli.io));
      if (flags.out === undefined) print(cli, lines);
      else await put(cli, flags, `${lines.join('\n')}\n`);
    });
}

/** A disclosure as lines no wider than `width` cells. */
export function disclosureLines(
  { script, total, scenes, models, people }: Disclosure,
  width: number,
): readonly string[] {
  const share = (words: number): string =>
    total.all.words === 0 ? '' : `${((words * 100) / total.all.words).toFixed(1)}%`;
  const counts = ({ human, machine, edited, all }: Disclosure['total']): readonly string[] =>
    [human, machine, edited, all].map(({ words }) => formatCount(words));
  const rows = [
    ['scene', 'human', 'machine', 'edited', 'words', ''],
    ...scenes.map(({ number, heading, shares }) => [String(number), ...counts(shares), oneLine(heading)]),
    ['all', ...counts(total), ''],
    ['', share(total.human.words), share(total.machine.words), share(total.edited.words), '', ''],
  ];
  return [
    `${oneLine(script.title)}  (${script.slug})`,
    ...table(rows, [0, 1, 2, 3, 4]).map((line) => cut(line.trimEnd(), width)),
    ...models.map(
      ({ model, isLanguageModel, elements }) =>
        `machine  ${oneLine(model)}${isLanguageModel ? '' : ', no language model'}: ${formatCount(elements)} passages`,
    ),
    ...people.map(({ name, elements }) => `person   ${oneLine(name)}: ${formatCount(elements)} passages`),
    'Edited is what a machine wrote first and a person changed. How it was counted: --format md',
  ];
}

async function put(cli: Cli, { out }: OutFlags, text: string): Promise<void> {
  if (out === undefined || out === '-') {
    cli.io.stdout.write(text);
    return;
  }
  const path = resolve(cli.io.cwd, out);
  try {
    await writeFile(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw invalid(`${oneLine(out)} cannot be written (${code})`, 'name another file with --out');
  }
  print(cli, [`Written: ${oneLine(out)}`]);
}
