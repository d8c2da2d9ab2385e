import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { isScriptGenError, ScriptGenError } from '../../core/error.ts';
import type { Entry, FileFault, ScriptBible } from '../../project.ts';
import type { Cli } from '../cli.ts';
import { editorOf } from '../editor.ts';
import { invalid } from '../failure.ts';
import { slugOf } from '../slug.ts';
import { oneLine } from '../text.ts';
import { changeOne } from './change-one.ts';
import { AS, type ChangeFlags, changeOptions, ENTRY, REASON, SCRIPT } from './flags.ts';

/** Begins the lines that tell of a fault. The editor's text keeps its own comments. */
const MARK = '#! ';

/** `scriptgen bible edit`: an entry as text in an editor, until it is right. */
export function addEdit(bible: Command, cli: Cli): void {
  bible
    .command('edit')
    .description('Edit an entry as text in your editor ($VISUAL or $EDITOR). A mistake brings you back to it.')
    .argument('<entry>', ENTRY)
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      await changeOne(
        cli,
        flags,
        entry,
        (open, before) => editUntilRight(cli, open, { before, flags }),
        (name) => name,
      );
    });
}

interface Edited {
  readonly before: Entry;
  readonly flags: ChangeFlags;
}

/** Open the editor again with what is wrong above the text, until it is right or left as it is. */
async function editUntilRight(cli: Cli, open: ScriptBible, { before, flags }: Edited): Promise<Entry> {
  const { id, name } = before;
  const editor = editorOf(cli, { command: 'scriptgen bible edit …', instead: 'scriptgen bible set' });
  const folder = await mkdtemp(join(tmpdir(), 'scriptgen-edit-'));
  const file = join(folder, `${slugOf(name)}.yaml`);
  let text = await open.printText(id);
  let faults: readonly string[] = [];
  for (;;) {
    const shown = [...faults.map((fault) => `${MARK}${oneLine(fault)}`), text].join('\n');
    await writeFile(file, shown);
    const code = await cli.io.edit(editor, file);
    const edited = withoutMarks(await readFile(file, 'utf8'));
    if (code !== 0) throw await left(file, edited, `The editor ended with ${code}; nothing was changed.`);
    if (edited === text && faults.length > 0)
      throw await left(file, edited, `${name} was left with a mistake: ${faults[0]}`);
    if (edited === text) return clear(folder, before);
    try {
      return await clear(folder, await open.applyText(id, edited, changeOptions(flags)));
    } catch (error) {
      if (!isScriptGenError(error)) {
        cli.io.stderr.write(`Your text is kept: ${file}\n`);
        throw error;
      }
      if (error.code !== 'bible/invalid') throw await left(file, edited, error);
      faults = faultsOf(error);
      text = edited;
      cli.io.stderr.write(
        `${faults.map((fault) => `error: ${oneLine(fault)}`).join('\n')}\nBack to the editor: ${editor}\n`,
      );
    }
  }
}

async function clear<T>(folder: string, result: T): Promise<T> {
  await rm(folder, { recursive: true, force: true });
  return result;
}

/** What was typed stays where it can be found. */
async function left(file: string, text: string, why: ScriptGenError | string): Promise<ScriptGenError> {
  await writeFile(file, text);
  const kept = `Your text is kept: ${file}`;
  if (typeof why === 'string') return invalid(why, kept);
  const { code, message, hint = '', details } = why;
  return new ScriptGenError({ code, message, hint: `${kept}. ${hint}`.trim(), details });
}

/** The faults of a text, a line each. Lines are counted as the editor will show them: under the faults. */
function faultsOf({ message, hint, details }: ScriptGenError): readonly string[] {
  const faults = (Array.isArray(details) ? details : []).filter(isFault);
  if (faults.length === 0) return [hint === undefined ? message : `${message} ${hint}`];
  return faults.map(({ line, message: says, fix }) => {
    const place = line === undefined ? '' : `line ${line + faults.length}: `;
    return `${place}${says}${fix === undefined ? '' : ` ${fix}`}`;
  });
}

function isFault(value: unknown): value is FileFault {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}

function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith(MARK))
    .join('\n');
}
