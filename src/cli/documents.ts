import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Note } from '../core/note.ts';
import {
  type DocumentFormat,
  FORMAT_TITLES,
  type PrintedDocument,
  type ReadDocument,
  readDocument,
  writeDocument,
} from '../document/index.ts';
import { type Cli, type CommonFlags, colored } from './cli.ts';
import { invalid } from './failure.ts';
import { counted, formatCount, paintFor } from './format.ts';
import { oneLine } from './text.ts';

/** How the help calls a script that is read. */
export const INPUT = 'script to read: Fountain, Final Draft or JSON; - reads standard input';

/** So many different notes are told at most; a file that is all wrong says so often enough. */
const MOST_NOTES = 20;

/** Read the script that an argument names: a file, or standard input for `-`; `bare` where nothing but pages is made of it. */
export async function readScript({ io }: Cli, path: string, { bare = false } = {}): Promise<ReadDocument> {
  if (path !== '-') return readDocument(resolve(io.cwd, path), { name: path, bare });
  if (io.stdin.isTTY) io.stderr.write('Paste the script, then press Ctrl-D.\n');
  return readDocument('-', { stdin: io.stdin, bare });
}

/** What notes are about, and how they are shown. */
export interface NotesAbout {
  readonly name?: string;
  readonly flags: CommonFlags;
}

/** Tell notes on stderr, a line each; those that say the same in several places are one. */
export function tellNotes({ io }: Cli, notes: readonly Note[], { name, flags }: NotesAbout): void {
  if (notes.length === 0) return; // and whether stderr has colours need not be known, which takes its time
  const groups = new Map<string, { readonly first: Note; count: number }>();
  for (const note of notes) {
    const key = JSON.stringify([note.rule, note.message, note.fix]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: note, count: 1 });
    else group.count += 1;
  }
  const mark = paintFor(colored(io, io.stderr, flags))('accent', 'note:');
  const lines = [...groups.values()]
    .slice(0, MOST_NOTES)
    .map(({ first: { rule, message, line, column, fix }, count }) => {
      const place = [name, line, line === undefined ? undefined : column]
        .filter((part) => part !== undefined)
        .join(':');
      const times = count === 1 ? '' : ` (${formatCount(count)} times${line === undefined ? '' : ', here first'})`;
      const words = [place === '' ? '' : `${place}: `, message, times, fix === undefined ? '' : ` ${fix}`].join('');
      return `${mark} ${oneLine(words)} (${rule})`;
    });
  const more = groups.size - MOST_NOTES;
  if (more > 0) lines.push(`${mark} ${counted(more, 'more note')}; --json gives them all`);
  io.stderr.write(`${lines.join('\n')}\n`);
}

/** A printed script and where it goes. */
export interface Outgoing {
  readonly printed: PrintedDocument;
  /** The file as it was named; `-` is standard output. */
  readonly out: string;
  readonly input: string;
  readonly format: DocumentFormat;
  readonly force: boolean;
}

/** What was written, as JSON tells it. */
export interface WrittenFile {
  readonly path: string;
  readonly format: DocumentFormat;
  readonly bytes: number;
  readonly pages?: number;
}

/** Write a printed script to its file, or to standard output. */
export async function putOut({ io }: Cli, { printed, out, input, format, force }: Outgoing): Promise<WrittenFile> {
  const { bytes, pages } = printed;
  if (out === '-') io.stdout.write(bytes);
  else await writeDocument(resolve(io.cwd, out), bytes, { force, input: resolve(io.cwd, input), name: out });
  return { path: out, format, bytes: bytes.length, ...(pages === undefined ? {} : { pages }) };
}

/** Make a folder for files, with those above it. @throws ScriptGenError `input/invalid` where there can be none. */
export function makeFolder(path: string, name: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw invalid(`there can be no folder ${name} (${code})`, 'name another folder with --out');
  }
}

/** What was written in one line: `script.pdf  PDF, 12 pages, 34 KB`. */
export function writtenLine({ path, format, bytes, pages }: WrittenFile): string {
  const length = pages === undefined ? [] : [counted(pages, 'page')];
  return `${oneLine(path)}  ${[FORMAT_TITLES[format], ...length, sizeText(bytes)].join(', ')}`;
}

/**
 * Refuse a standard output that is wanted for two things, or that is a terminal and would get a PDF.
 * @throws ScriptGenError `input/invalid`.
 */
export function checkStdout({ io }: Cli, format: DocumentFormat, { json }: CommonFlags): void {
  if (json) throw invalid('--json and - both want standard output', 'name a file, or leave --json away');
  if (format === 'pdf' && io.stdout.isTTY === true)
    throw invalid('a PDF is nothing for a terminal', 'name a file, or send it to one: > script.pdf');
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 999_500) return `${formatCount(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
