import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ScriptGenError } from '../../core/index.ts';
import { type JournalRow, stepKey } from '../../steps/index.ts';

/*
 * A cassette is JSON Lines: a header, then an answer a line as the journal has it. There is no API key and no HTTP header
 * in it: neither is in a request as it is hashed.
 */

const HEADER = { format: 'scriptgen-cassette', version: 1 } as const;

const HeaderSchema = z.object({ format: z.literal(HEADER.format), version: z.number() });

const UsageSchema = z.looseObject({ inputTokens: z.number(), outputTokens: z.number(), cachedTokens: z.number() });

const RowSchema = z.object({
  key: z.string(),
  task: z.string(),
  model: z.string(),
  request: z.json(),
  answer: z.looseObject({
    text: z.string(),
    finishReason: z.enum(['stop', 'length', 'content-filter', 'other']),
    usage: UsageSchema,
    cost: z.number().nullable(),
    attempts: z.number(),
    ms: z.number(),
  }),
  time: z.iso.datetime(),
});

/**
 * Write answers to a file, whole or not at all: it is written beside its place and then moved there.
 *
 * @returns how many.
 * @throws ScriptGenError `storage/unwritable`, naming the file.
 */
export async function exportCassette(file: string, rows: AsyncIterable<JournalRow>): Promise<number> {
  let count = 0;
  const lines = async function* (): AsyncGenerator<string, void> {
    yield `${JSON.stringify(HEADER)}\n`;
    for await (const { key, task, model, request, answer, time } of rows) {
      count += 1;
      yield `${JSON.stringify({ key, task, model, request, answer, time })}\n`;
    }
  };
  const beside = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await pipeline(Readable.from(lines()), createWriteStream(beside, { flags: 'wx', flush: true }));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    if (!isFileError(error)) throw error;
    throw new ScriptGenError({
      code: 'storage/unwritable',
      message: `${file} cannot be written (${error.code}).`,
      hint: 'Check that its folder is there, that you may write to it, and that the disk is not full.',
    });
  }
  return count;
}

/**
 * Read the answers of a file, one after the other.
 *
 * @throws ScriptGenError `input/invalid`, naming the file and the line.
 */
export async function* readCassette(file: string): AsyncGenerator<JournalRow, void> {
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (number === 1) readHeader(file, line);
      else if (line.trim() !== '') yield readRow(file, number, line);
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `${file} cannot be read (${error.code}).`,
      hint: 'Check its name. scriptgen cache export writes such a file.',
    });
  }
  if (number === 0) throw noCassette(file);
}

function readHeader(file: string, line: string): void {
  const header = HeaderSchema.safeParse(parse(line));
  if (!header.success) throw noCassette(file);
  if (header.data.version === HEADER.version) return;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `${file} is a recording of version ${header.data.version}; this ScriptGen knows version ${HEADER.version}.`,
    hint: 'Update ScriptGen. Nothing was changed.',
  });
}

function readRow(file: string, number: number, line: string): JournalRow {
  const row = RowSchema.safeParse(parse(line));
  const [issue] = row.error?.issues ?? [];
  const fault = issue === undefined ? 'its key is not that of its request' : [...issue.path, issue.message].join(' ');
  if (row.success && stepKey(row.data.request) === row.data.key) return row.data as JournalRow; // what the schema leaves open is as the answer's writer had it
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `Line ${number} of ${file} is no answer: ${fault}.`,
    hint: 'Export it again where it came from. Nothing was changed.',
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function noCassette(file: string): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `${file} is no recording of answers.`,
    hint: 'scriptgen cache export writes one.',
  });
}

function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
