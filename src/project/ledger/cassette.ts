import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ScriptGenError } from '../../core/index.ts';
import { ROLES } from '../../prompts/index.ts';
import { type JournalRow, stepKey } from '../../steps/index.ts';
import type { ModelsSeen, RecordedModels } from './recorded-models.ts';

/*
 * A cassette is JSON Lines: a header, then an answer a line as the journal has it. There is no API key and no HTTP header
 * in it: neither is in a request as it is hashed.
 */

const HEADER = { format: 'scriptgen-cassette', version: 1 } as const;

const FormatSchema = z.object({ format: z.literal(HEADER.format), version: z.number() });

const ModelSchema = z.object({
  model: z.string().min(1),
  params: z.object({ temperature: z.number().optional(), maxOutputTokens: z.number().optional() }),
  isLanguageModel: z.boolean(),
});

const HeaderSchema = FormatSchema.extend({
  answers: z.int().min(0).optional(),
  roles: z.partialRecord(z.enum(ROLES), ModelSchema).optional(),
});

/** What a cassette says of itself. */
export interface CassetteHeader {
  /** How many answers were written; not known of files that do not say. */
  readonly answers?: number;
  /** The models that gave them; not known of files that do not say. */
  readonly roles?: RecordedModels;
}

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
 * Write answers to a file, whole or not at all: it is written beside its place and then moved there. `seen` is told of
 * each, and says who gave them.
 *
 * @returns how many.
 * @throws ScriptGenError `storage/unwritable`, naming the file.
 */
export async function exportCassette(file: string, rows: AsyncIterable<JournalRow>, seen: ModelsSeen): Promise<number> {
  let answers = 0;
  const lines = async function* (): AsyncGenerator<string, void> {
    for await (const row of rows) {
      const { key, task, model, request, answer, time } = row;
      seen.see(row);
      answers += 1;
      yield `${JSON.stringify({ key, task, model, request, answer, time })}\n`;
    }
  };
  const beside = `${file}.${randomUUID().slice(0, 8)}`;
  const [body, whole] = [`${beside}.part`, `${beside}.tmp`];
  // The header says what is in all the answers, and they are not held in memory.
  const all = async function* (): AsyncGenerator<string | Buffer, void> {
    yield `${JSON.stringify({ ...HEADER, answers, roles: seen.models() })}\n`;
    yield* createReadStream(body);
  };
  try {
    await pipeline(Readable.from(lines()), createWriteStream(body, { flags: 'wx' }));
    await pipeline(Readable.from(all()), createWriteStream(whole, { flags: 'wx', flush: true }));
    await rename(whole, file);
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new ScriptGenError({
      code: 'storage/unwritable',
      message: `${file} cannot be written (${error.code}).`,
      hint: 'Check that its folder is there, that you may write to it, and that the disk is not full.',
    });
  } finally {
    for (const left of [body, whole]) await rm(left, { force: true }).catch(() => {});
  }
  return answers;
}

/**
 * Read what a file says of itself, and no answer.
 *
 * @throws ScriptGenError `input/invalid`, naming the file.
 */
export async function readCassetteHeader(file: string): Promise<CassetteHeader> {
  for await (const line of linesOf(file)) return readHeader(file, line);
  throw noCassette(file);
}

/**
 * Read the answers of a file, one after the other.
 *
 * @throws ScriptGenError `input/invalid`, naming the file and the line.
 */
export async function* readCassette(file: string): AsyncGenerator<JournalRow, void> {
  let header: CassetteHeader | undefined;
  let [number, answers] = [0, 0];
  for await (const line of linesOf(file)) {
    number += 1;
    if (header === undefined) header = readHeader(file, line);
    else if (line.trim() !== '') {
      yield readRow(file, number, line);
      answers += 1;
    }
  }
  if (header === undefined) throw noCassette(file);
  if (answers >= (header.answers ?? 0)) return;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `${file} ends after line ${number}, with ${answers} of its ${header.answers} answers: it is cut short.`,
    hint: 'Copy or export it again. Nothing was changed.',
  });
}

async function* linesOf(file: string): AsyncGenerator<string, void> {
  try {
    yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `${file} cannot be read (${error.code}).`,
      hint: 'Check its name. scriptgen cache export writes such a file.',
    });
  }
}

function readHeader(file: string, line: string): CassetteHeader {
  const value = parse(line.replace(/^\uFEFF/, ''));
  const format = FormatSchema.safeParse(value);
  if (!format.success) throw noCassette(file);
  if (format.data.version !== HEADER.version)
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `${file} is a recording of version ${format.data.version}; this ScriptGen knows version ${HEADER.version}.`,
      hint: 'Update ScriptGen. Nothing was changed.',
    });
  const header = HeaderSchema.safeParse(value);
  if (header.success) return header.data as CassetteHeader; // zod's optional fields may be undefined; JSON's are not
  const [issue] = header.error.issues;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `Line 1 of ${file} is no header: ${issue?.path.join('.')}: ${issue?.message}.`,
    hint: 'Export it again where it came from. Nothing was changed.',
  });
}

function readRow(file: string, number: number, line: string): JournalRow {
  const value = parse(line);
  const row = RowSchema.safeParse(value);
  const [issue] = row.error?.issues ?? [];
  const fault =
    value === undefined
      ? 'it is not JSON, so it was cut off or changed'
      : issue === undefined
        ? 'its key is not that of its request'
        : [...issue.path, issue.message].join(' ');
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
