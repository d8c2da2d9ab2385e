import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReviewedHunk } from '../../project.ts';
import { type Block, printFountain } from '../../screenplay/index.ts';
import type { Cli } from '../cli.ts';
import { editorOf } from '../editor.ts';
import { oneLine } from '../text.ts';

/** Begins the lines that are for the person and no part of the text. */
const MARK = '#! ';

/** What came of an editor. */
export type Edited =
  | { readonly text: string; readonly file: string; readonly done: () => Promise<void> }
  /** Why nothing was decided. */
  | { readonly why: string };

/** Open a change in the editor. The file is there until `done`: what was typed is never lost. */
export async function editHunk(cli: Cli, hunk: ReviewedHunk, typed?: string): Promise<Edited> {
  const editor = editorOf(cli, {
    command: 'scriptgen review',
    instead: `scriptgen review edit ${hunk.id} --file change.txt`,
  });
  const folder = await mkdtemp(join(tmpdir(), 'scriptgen-review-'));
  const file = join(folder, 'change.fountain');
  const text = typed ?? proposedText(hunk);
  await writeFile(file, [...headOf(hunk), text, ''].join('\n'));
  const code = await cli.io.edit(editor, file);
  const after = withoutMarks(await readFile(file, 'utf8'));
  if (code === 0 && after.trim() !== '' && after.trim() !== text.trim())
    return { text: after, file, done: () => rm(folder, { recursive: true, force: true }) };
  if (code !== 0 && after.trim() !== text.trim())
    return { why: `The editor ended with ${code}; your text is kept: ${file}` };
  await rm(folder, { recursive: true, force: true });
  if (code !== 0) return { why: `The editor ended with ${code}; nothing is decided.` };
  return {
    why:
      after.trim() === ''
        ? 'The text was empty; nothing is decided. n rejects.'
        : 'Nothing was changed; nothing is decided.',
  };
}

function headOf(hunk: ReviewedHunk): readonly string[] {
  const now = hunk.type === 'text' ? fountainOf(hunk.now ?? hunk.base) : saidBy(hunk.now ?? hunk.from);
  return [
    `${hunk.id}: what is to stand there${hunk.type === 'text' ? ', as Fountain' : ''}. Lines like this are no part of it.`,
    ...(now.trim() === '' ? ['Nothing stands there now.'] : ['There stands now:', ...now.trimEnd().split('\n')]),
  ].map((line) => `${MARK}${oneLine(line)}`.trimEnd());
}

function proposedText(hunk: ReviewedHunk): string {
  return (hunk.type === 'text' ? fountainOf(hunk.text) : saidBy(hunk.to)).trimEnd();
}

function saidBy(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function fountainOf(blocks: readonly Block[]): string {
  return printFountain({ type: 'screenplay', titlePage: null, children: blocks });
}

function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith(MARK.trimEnd()))
    .join('\n');
}
