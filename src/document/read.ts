import type { Note } from '../core/note.ts';
import type { Screenplay } from '../screenplay/tree.ts';
import { decodeText } from './decode.ts';
import { fileError } from './faults.ts';
import { foreignBytes, foreignText } from './foreign.ts';
import type { ReadableFormat } from './format.ts';
import { collect, loadFile } from './load.ts';
import { recognize } from './recognize.ts';

/** A screenplay that was read from a file. */
export interface ReadDocument {
  readonly screenplay: Screenplay;
  /** What there is to say about the file and its text. */
  readonly notes: readonly Note[];
  readonly format: ReadableFormat;
}

/** How a document is read. */
export interface ReadOptions {
  /** What messages call the file; its path unless given. */
  readonly name?: string;
  /** What `-` stands for. Without it, `-` is a file of that name. */
  readonly stdin?: AsyncIterable<unknown>;
  /** For who wants nothing but pages of it: blocks of Fountain without ids and positions, which is faster. */
  readonly bare?: boolean;
}

/**
 * Read a screenplay from a file: Fountain, Final Draft or JSON, in UTF-8, UTF-16 or Windows-1252. What it is is told
 * by what stands in it; a name that says something else gives a note.
 *
 * @param path The file; `-` for standard input, where there is one.
 * @throws ScriptGenError `input/invalid` when the file is not there, cannot be read, is longer than 16 MB, holds
 * something else than text, or a text that breaks off: then with line and column.
 */
export async function readDocument(
  path: string,
  { name = path, stdin, bare = false }: ReadOptions = {},
): Promise<ReadDocument> {
  return parseDocument(
    await loadBytes(path, { name, ...(stdin === undefined ? {} : { stdin }) }),
    path === '-' && stdin !== undefined ? '-' : name,
    { bare },
  );
}

/**
 * Read the bytes of a file, or of standard input for `-`, where there is one.
 *
 * @throws ScriptGenError `input/invalid` when it is not there, cannot be read, or is longer than 16 MB.
 */
export function loadBytes(path: string, { name = path, stdin }: ReadOptions = {}): Promise<Uint8Array> {
  return path === '-' && stdin !== undefined ? collect(stdin, 'standard input') : loadFile(path, name);
}

/**
 * Read a screenplay from the bytes of a file.
 *
 * @param name The file's name, for messages and, where the text leaves it open, for what it holds; `-` for none.
 * @throws ScriptGenError As {@link readDocument}.
 */
export async function parseDocument(
  bytes: Uint8Array,
  name: string,
  { bare = false }: Pick<ReadOptions, 'bare'> = {},
): Promise<ReadDocument> {
  const told = name === '-' ? 'standard input' : name;
  const refuse = ({ looks, hint }: NonNullable<ReturnType<typeof foreignBytes>>) =>
    fileError(`${told} is ${looks}`, hint);
  const binary = foreignBytes(bytes);
  if (binary !== undefined) throw refuse(binary);
  const { text, notes } = decodeText(bytes);
  const other = foreignText(text);
  if (other !== undefined) throw refuse(other);
  const recognized = recognize(text, name);
  const { format } = recognized;
  const parsed = await parse(format, text, bare);
  const broken = parsed.notes.find(({ severity }) => severity === 'blocker');
  if (broken !== undefined) throw unreadable(broken, format, told);
  const empty = text.trim() === '' ? [EMPTY] : [];
  return { screenplay: parsed.screenplay, notes: [...notes, ...recognized.notes, ...empty, ...parsed.notes], format };
}

const EMPTY: Note = { rule: 'document/empty', severity: 'major', message: 'The file is empty.' };

async function parse(format: ReadableFormat, text: string, bare: boolean): Promise<Omit<ReadDocument, 'format'>> {
  switch (format) {
    case 'fountain':
      return (await import('../screenplay/fountain/parse.ts')).parseFountain(text, { bare });
    case 'fdx':
      return (await import('../screenplay/fdx/parse.ts')).parseFdx(declaredUtf8(text));
    case 'json':
      return (await import('../screenplay/json/parse.ts')).parseJson(text);
  }
}

/** A text that says it is written in another encoding than the one it will be written in is changed to say so. */
function declaredUtf8(text: string): string {
  return text.replace(/^(\uFEFF?<\?xml [^<>?]{0,100}encoding=["'])(?!utf-8["'])[\w.:-]{1,40}(?=["'])/i, '$1UTF-8');
}

function unreadable({ message, line, column, fix }: Note, format: ReadableFormat, told: string) {
  const place = [told, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  const hint =
    format === 'json'
      ? 'write it anew with: scriptgen convert <script> <file>.json'
      : 'save it again in the program it was made with';
  return fileError(`${place}: ${message}`, fix ?? hint);
}
