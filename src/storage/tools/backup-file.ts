import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { isScriptGenError, ScriptGenError } from '../../core/index.ts';
import { explain } from '../sqlite/failure.ts';

/*
 * A backup is JSON Lines under gzip: a header, a line `[table, row]` for every row, and an end with the number of rows and
 * the SHA-256 of all lines before it, so that a file that was cut or changed is noticed.
 */

/** The first line. */
export interface BackupHeader {
  readonly format: 'scriptgen-backup';
  readonly version: 1;
  /** The version of the tables' format that the rows are of. */
  readonly schema: number;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** The last line. */
interface BackupEnd {
  readonly rows: number;
  readonly sha256: string;
}

/** Write lines and their end to a file, whole or not at all: it is written beside its place and then moved there. */
export async function writeLines(file: string, lines: AsyncIterable<readonly string[]>): Promise<void> {
  const beside = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await pipeline(
      Readable.from(withEnd(lines)),
      createGzip(),
      createWriteStream(beside, { flags: 'wx', flush: true }),
    );
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw isFileError(error) ? explain(error, file) : error;
  }
}

async function* withEnd(lines: AsyncIterable<readonly string[]>): AsyncGenerator<string, void> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const part of lines) {
    const text = part.map((line) => `${line}\n`).join('');
    hash.update(text);
    count += part.length;
    yield text;
  }
  const end: BackupEnd = { rows: count - 1, sha256: hash.digest('hex') };
  yield `${JSON.stringify(end)}\n`;
}

/**
 * Read a file's lines, header and end left out, one after the other.
 *
 * @throws ScriptGenError `storage/damaged` for a file that is no whole backup, once its end is reached at the latest.
 */
export async function readLines(
  file: string,
  {
    header,
    line,
  }: { readonly header: (header: BackupHeader) => Promise<void>; readonly line: (line: string) => Promise<void> },
): Promise<void> {
  const hash = createHash('sha256');
  let count = -1;
  let last: string | undefined;
  const take = async (text: string): Promise<void> => {
    if (last !== undefined) {
      hash.update(`${last}\n`);
      count += 1;
      await (count === 0 ? header(readHeader(last)) : line(last));
    }
    last = text;
  };
  try {
    await pipeline(createReadStream(file), createGunzip(), async (bytes: AsyncIterable<Buffer>) => {
      for await (const text of splitLines(bytes)) await take(text);
    });
  } catch (error) {
    if (isScriptGenError(error)) throw error;
    if (isFileError(error)) throw explain(error, file);
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw noBackup(file, error);
    throw error;
  }
  if (!isEnd(last, { rows: count, sha256: hash.digest('hex') })) throw noBackup(file);

  function readHeader(text: string): BackupHeader {
    const value = parse(text);
    if (value?.['format'] === 'scriptgen-backup' && value['version'] === 1 && Number.isInteger(value['schema']))
      return { format: 'scriptgen-backup', version: 1, schema: Number(value['schema']), time: String(value['time']) };
    throw noBackup(file);
  }
}

async function* splitLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const part of bytes) {
    const lines = (rest + decoder.write(part)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest; // a line that was cut: no end
}

function isEnd(line: string | undefined, { rows, sha256 }: BackupEnd): boolean {
  const end = line === undefined ? undefined : parse(line);
  return end?.['rows'] === rows && end['sha256'] === sha256;
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** A failure to read or write the file itself. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** A file that is no backup, or not all of one. */
export function noBackup(file: string, cause?: unknown): ScriptGenError {
  return new ScriptGenError({
    code: 'storage/damaged',
    message: `${file} is no ScriptGen backup, or was cut off or changed.`,
    hint: 'Nothing was restored. Use another backup.',
    cause,
  });
}
