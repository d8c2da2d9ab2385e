import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  checkWritable,
  endingOf,
  FORMAT_TITLES,
  printDocument,
  type ReadableFormat,
  stemOf,
} from '../../document/index.ts';
import type { Screenplay } from '../../screenplay/tree.ts';
import { type Cli, type CommonFlags, print, printJson } from '../cli.ts';
import { checkStdout, INPUT, putOut, readScript, tellNotes, writtenLine } from '../documents.ts';
import { invalid } from '../failure.ts';
import { counted } from '../format.ts';
import { oneLine } from '../text.ts';

interface ImportFlags extends CommonFlags {
  readonly force?: true;
}

/** Characters named before the rest is counted. */
const MOST_NAMES = 8;

const EXAMPLES = `
Examples:
  scriptgen import draft.fdx
  scriptgen import draft.txt script.fountain`;

/** `scriptgen import`: any script as Fountain, and what was found in it. */
export function addImport(program: Command, cli: Cli): void {
  program
    .command('import')
    .summary('turn any script into Fountain, and say what was found in it')
    .description('Turn any script into Fountain in UTF-8, and say what was found: scenes, characters, pages.')
    .argument('<file>', INPUT)
    .argument('[out]', 'file to write (default: beside <file>, ending in .fountain); - writes to standard output')
    .option('--force', 'replace a file that is there')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, given: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ImportFlags>();
      const force = flags.force ?? false;
      const out = given ?? beside(file);
      if (out === '-') checkStdout(cli, 'fountain', flags);
      else await checkWritable(resolve(cli.io.cwd, out), { force, input: resolve(cli.io.cwd, file), name: out });
      const { screenplay, notes, format: from } = await readScript(cli, file);
      tellNotes(cli, notes, { name: file, flags });
      const printed = await printDocument(screenplay, 'fountain');
      const written = await putOut(cli, { printed, out, input: file, format: 'fountain', force });
      tellNotes(cli, printed.notes, { flags });
      if (out === '-') return;
      const found = await contentsOf(screenplay);
      const all = [...notes, ...printed.notes];
      if (flags.json) printJson(cli, 'imported', [{ ...written, from, ...found, notes: all }]);
      else print(cli, [writtenLine(written), ...foundLines(found, from)]);
    });
}

/** The same name with `.fountain`, in the same folder. @throws ScriptGenError `input/invalid` when that is the file itself. */
function beside(file: string): string {
  if (file === '-') throw invalid('standard input has no name to go by', 'name the file to write');
  if (endingOf(file) === 'fountain')
    throw invalid(`${oneLine(file)} is Fountain by its name`, 'it needs no import; or name the file to write');
  return `${stemOf(file)}.fountain`;
}

interface Contents {
  readonly title: string;
  readonly scenes: number;
  /** Everybody who speaks, those with the most words first. */
  readonly characters: readonly string[];
  readonly pages: number;
}

async function contentsOf(script: Screenplay): Promise<Contents> {
  const [{ layoutScreenplay }, { readMaterial }, { measureCharacters }, { scriptTitle }] = [
    await import('../../screenplay/layout/layout.ts'),
    await import('../../screenplay/measure/material.ts'),
    await import('../../screenplay/measure/speakers.ts'),
    await import('../../screenplay/layout/title-page.ts'),
  ];
  return {
    title: scriptTitle(script),
    scenes: script.children.filter((block) => block.type === 'sceneHeading' && block.omitted !== true).length,
    characters: measureCharacters(readMaterial(script)).map(({ name }) => name),
    pages: layoutScreenplay(script).filter(({ number }) => number !== null).length,
  };
}

function foundLines({ title, scenes, characters, pages }: Contents, from: ReadableFormat): readonly string[] {
  const counts = [counted(scenes, 'scene'), counted(characters.length, 'character'), counted(pages, 'page')];
  const named = characters.slice(0, MOST_NAMES).map(oneLine).join(', ');
  const more =
    characters.length > MOST_NAMES ? `, ${counted(characters.length - MOST_NAMES, 'more')}`.replace(/s$/, '') : '';
  return [
    `${title === '' ? 'Untitled' : oneLine(title)}, read from ${FORMAT_TITLES[from]}: ${counts.join(', ')}`,
    ...(named === '' ? [] : [`  ${named}${more}`]),
  ];
}
