import type { Command } from 'commander';
import { aboutScript } from '../../document/index.ts';
import type { ExtractReport } from '../../project.ts';
import { type Cli, print, printJson, withProject } from '../cli.ts';
import { INPUT, readScript, tellNotes } from '../documents.ts';
import { counted, table } from '../format.ts';
import { someText } from '../options.ts';
import { oneLine } from '../text.ts';
import type { ChangeFlags } from './flags.ts';

interface ExtractFlags extends ChangeFlags {
  readonly title?: string;
  readonly ask?: boolean;
  readonly model?: string;
}

/** `scriptgen bible extract`: a bible read off a script that exists already. */
export function addExtract(bible: Command, cli: Cli): void {
  bible
    .command('extract')
    .description('Read characters, settings and scenes off a script, as drafts to accept. The script is not changed.')
    .argument('<file>', INPUT)
    .option('-s, --script <name>', 'script whose bible gets them (default: a new one)', someText('--script'))
    .option('-t, --title <title>', 'title of the new one (default: as on the title page)', someText('--title'))
    .option('--ask', 'also ask the model for voices, wants and facts, each with a quote')
    .option('-m, --model <id>', 'model to ask, as provider/model', someText('--model'))
    .action(async (file: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ExtractFlags>();
      const { screenplay, notes } = await readScript(cli, file);
      tellNotes(cli, notes, { name: file, flags });
      const title = flags.title ?? aboutScript(screenplay).title ?? file.replace(/^.*[\\/]|\.[^.]*$/g, '');
      const { script, ask = false } = flags;
      const options = { title, ask, ...(script === undefined ? {} : { script }) };
      const report = await withProject(cli, flags, (project) => project.extractBible(screenplay, options));
      if (flags.json) printJson(cli, 'extract', [report]);
      else print(cli, extractLines(report, report.script.slug));
    });
}

/** What was found, what is doubtful, and what to do next. */
export function extractLines({ extracted, drafts, known, dropped }: ExtractReport, slug: string): readonly string[] {
  const { characters, settings, scenes, doubtful, missed } = extracted;
  const people = characters.map(({ name, aliases, extra, silent, speeches, scenes: seen, firstLine }) => [
    oneLine(name),
    [
      ...(extra === null ? [] : [extra]),
      ...(silent ? ['silent'] : []),
      ...(aliases.length === 0 ? [] : [`also ${aliases.map(oneLine).join(', ')}`]),
    ].join(', '),
    counted(seen.length, 'scene'),
    counted(speeches, 'speech').replace('speechs', 'speeches'),
    firstLine === null
      ? ''
      : `"${oneLine(firstLine.text)}"${firstLine.line === null ? '' : ` (line ${firstLine.line})`}`,
  ]);
  return [
    ...table(people, [2, 3]),
    '',
    ...table(
      settings.map(({ name, times, scenes: seen }) => [
        oneLine(name),
        times.map(oneLine).join(', '),
        counted(seen.length, 'scene'),
      ]),
      [2],
    ),
    '',
    ...doubtful.map(({ names, reason }) => `doubtful: ${names.map(oneLine).join(', ')}: ${oneLine(reason)}`),
    ...dropped.map(
      ({ name, field, says, reason }) => `not taken: ${oneLine(name)}.${field}: ${oneLine(says)} (${reason})`,
    ),
    ...(known.length === 0 ? [] : [`in the bible already: ${known.map(oneLine).join(', ')}`]),
    `${counted(characters.length, 'character')}, ${counted(settings.length, 'setting')}, ${counted(scenes.length, 'scene')}; ${counted(missed.length, 'field')} that the script does not tell`,
    `${counted(drafts.length, 'draft')} in ${slug}. Look at them: scriptgen bible list --drafts -s ${slug}   Make them count: scriptgen bible accept -s ${slug}`,
  ];
}
